using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Logging.Abstractions;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Tests.Backups;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.Leaving;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.RetentionRules;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Members;

/// <summary>What is kept for a term goes when it is over, a day that was missed is made up, and the privacy page says how it went.</summary>
public abstract class What_is_kept_for_a_term(PostgresServer? server) : IAsyncLifetime
{
    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(server);

    public async ValueTask DisposeAsync()
    {
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task goes_with_the_name_and_address_of_who_left_a_year_ago()
    {
        var (who, _) = await _chapter.AddMember("canari-un@exemple.org");
        var (back, _) = await _chapter.AddMember("canari-deux@exemple.org");
        foreach (var one in new[] { who, back })
        {
            Assert.True((await _chapter.Get<People>().End(new(one, one.Id), Cancel)).Succeeded);
        }

        await Pass(months: 11);
        Assert.Equal(back.Id, (await _chapter.AddMember("canari-deux@exemple.org")).Who.Id);
        Assert.Equal(0, (await Run("accounts")).ErasedInAll);
        await Pass(months: 2);
        Assert.Equal((1, 1), await Counts("accounts"));
        await _chapter.Get<RetentionDay>().Look(Cancel);
        Assert.Equal((1, 1), await Counts("accounts")); // not twice a day
        await Pass(days: 1);
        Assert.Equal((0, 1), await Counts("accounts"));

        await _chapter.Restart();
        Assert.Equal(["canari-deux"], await WhatIsThere.Of(_chapter.Folder, _chapter.Get<Database>(), ["canari-un", "canari-deux"]));
        Assert.Empty((await _chapter.Get<MemberQueries>().Find(who.Id, Cancel)).Acceptances);
        Assert.Equal(MemberText.Former, await _chapter.Get<MemberQueries>().NameGivenBy(who.Id, Cancel));
    }

    [Fact]
    public async Task goes_with_who_answered_and_came_two_years_ago_and_the_numbers_stay()
    {
        var people = new[] { (await _chapter.AddMember()).Who, (await _chapter.AddMember()).Who, (await _chapter.AddMember()).Who };
        var (meeting, later) = (await _chapter.Announce(new(2026, 3, 4, 18, 0, 0)), await _chapter.Announce(new(2026, 12, 4, 18, 0, 0)));
        foreach (var id in new[] { meeting, later })
        {
            await _chapter.Do(id, new AnswerInvitation(people[0], RsvpAnswer.Regrets));
            await _chapter.Do(id, new AnswerInvitation(people[1], RsvpAnswer.Remote));
        }

        _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow().AddDays(3));
        await _chapter.Do(meeting, new RecordAfterwards(_chapter.Facilitator));
        await _chapter.Do(meeting, new TakeAttendance(_chapter.Facilitator, [new(people[1].Id, AttendanceMode.Remote), new(people[2].Id, AttendanceMode.InPerson)]));
        await _chapter.Do(meeting, new CloseMeeting(_chapter.Facilitator));
        var before = await Find(meeting);

        await Pass(months: 23);
        Assert.Contains(people[2].Id, (await Find(meeting)).Attendees.Select(a => a.Member));
        await Pass(months: 2);

        Assert.Equal((1, 1), await Counts("who-came"));
        var after = await Find(meeting);
        Assert.Equal([(before.Count(RsvpAnswer.Regrets), before.Count(RsvpAnswer.Remote), before.Attendance(AttendanceMode.Remote), before.Attendance(AttendanceMode.InPerson))],
            [(after.Count(RsvpAnswer.Regrets), after.Count(RsvpAnswer.Remote), after.Attendance(AttendanceMode.Remote), after.Attendance(AttendanceMode.InPerson))]);
        Assert.Empty(after.Attendees.Select(a => a.Member).Concat(after.Rsvps.Select(r => r.Member)).Concat(after.Attendees.Select(a => a.By)).Intersect([.. people.Select(p => p.Id), _chapter.Facilitator.Id]));
        Assert.Equal(after.Rsvps.Single(r => r.Answer == RsvpAnswer.Remote).Member, after.Attendees.Single(a => a.Mode == AttendanceMode.Remote).Member);
        Assert.Contains(people[0].Id, (await Find(later)).Rsvps.Select(r => r.Member));
        await Pass(days: 1);
        Assert.Equal((0, 1), await Counts("who-came"));
    }

    [Fact]
    public async Task stays_while_the_clock_may_be_wrong()
    {
        var (runs, clock) = (0L, new WalkingClock(_chapter.Clock.GetUtcNow()));
        RetentionDay Start() => new([new Rule("letters", () => Task.FromResult(++runs))], _chapter.Get<RetentionReport>(), _chapter.Get<IServer>(), clock, NullLogger<RetentionDay>.Instance);
        var day = Start();
        async Task<string> After(params double[] hours)
        {
            var seen = new List<long>();
            foreach (var some in hours)
            {
                clock.Walk(some);
                await day.Look(Cancel);
                seen.Add(runs);
            }

            return string.Join(' ', seen);
        }

        Assert.Equal("0 0 1 2", await After(0, 23, 2, 24));
        clock.Off = TimeSpan.FromDays(366);
        Assert.Equal("2 2", await After(1, 20));
        clock.Off = TimeSpan.Zero;
        Assert.Equal("2 2 3", await After(1, 23, 2));
        clock.Off = TimeSpan.FromDays(366); // and stays there: time went on
        Assert.Equal("3 4", await After(1, 25));

        // Off for a month; then every night.
        day.Dispose();
        (day, clock.Off) = (Start(), TimeSpan.FromDays(397));
        Assert.Equal("4 4", await After(1, 8));
        day.Dispose();
        day = Start();
        Assert.Equal("5", await After(16));
        day.Dispose();

        // On for an hour a week.
        for (var week = 6; week < 8; week++)
        {
            day = Start();
            Assert.Equal($"{week}", await After(7 * 24));
            day.Dispose();
        }
    }

    [Fact]
    public async Task stays_of_who_left_while_the_clock_was_behind_or_is_here_again()
    {
        var (left, _) = await _chapter.AddMember("canari-trois@exemple.org");
        var (here, _) = await _chapter.AddMember("canari-quatre@exemple.org");
        var now = _chapter.Clock.GetUtcNow();
        _chapter.Clock.AdjustTime(now.AddYears(-2));
        Assert.True((await _chapter.Get<People>().End(new(left, left.Id), Cancel)).Succeeded);
        _chapter.Clock.AdjustTime(now);

        await Pass(months: 1);
        Assert.Equal((0, 0), await Counts("accounts"));
        await Pass(months: 12);
        Assert.Equal((1, 1), await Counts("accounts"));

        var erasure = _chapter.Get<AccountErasure>();
        Assert.False(await _chapter.Get<Database>().Write(t => erasure.Erase(t, here.Id, null), Cancel));
        await File.AppendAllTextAsync(Path.Combine(_chapter.Folder, "erased.ledger"), $"erased account {here.Id:N}\n", Cancel);
        await _chapter.Restart();
        Assert.False(await Erasures.Contain(_chapter.Get<Database>(), new(AccountErasure.Kind, here.Id), Cancel));
        Assert.NotNull(await _chapter.Get<AccountStore>().Find(here.Id, Cancel));
    }

    [Fact]
    public async Task is_reported_to_who_answers_for_it_and_a_fault_keeps_no_other_rule_from_its_work()
    {
        var (officer, _) = await _chapter.AddMember("responsable@exemple.org", "fr", ChapterRoles.PrivacyOfficer);
        var (member, _) = await _chapter.AddMember();
        using var day = new RetentionDay([new Rule("accounts", () => _chapter.Get<Database>().Find<long>("select nothing from nowhere", null, Cancel)), new Rule("letters", () => Task.FromResult(7L))], _chapter.Get<RetentionReport>(), _chapter.Get<IServer>(), _chapter.Clock, NullLogger<RetentionDay>.Instance);
        await day.Look(Cancel); // the first look of all
        _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow().AddDays(1));
        await day.Look(Cancel);
        await day.Look(Cancel);

        var seen = await Words(officer);
        Assert.Contains("7 la dernière fois, 7 en tout", seen, StringComparison.Ordinal);
        Assert.Contains("L’effacement ne réussit plus depuis le", seen, StringComparison.Ordinal);
        var others = await Words(member);
        Assert.Contains("Pendant douze mois après son départ", others, StringComparison.Ordinal);
        Assert.DoesNotContain("en tout", others, StringComparison.Ordinal);

        await _chapter.Get<RetentionDay>().Look(Cancel);
        Assert.DoesNotContain("ne réussit plus", await Words(officer), StringComparison.Ordinal);
    }

    private async Task<string> Words(Actor who)
    {
        using var browser = _chapter.NewBrowser();
        await browser.SignIn((await _chapter.Get<SignInLinks>().Create(who.Id, Cancel))!.ToString(), Cancel);
        return (await browser.Open("/fr/vie-privee", Cancel)).Words;
    }

    private async Task Pass(int months = 0, int days = 0)
    {
        _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow().AddMonths(months).AddDays(days));
        await _chapter.Get<RetentionDay>().Look(Cancel);
        if (months > 0)
        {
            // A leap is believed after a day.
            await Pass(days: 1);
        }

        await _chapter.Get<FollowerLoop>().CatchUp(Cancel);
    }

    private async Task<Meeting> Find(Guid meeting) => (await _chapter.Get<MeetingQueries>().Find(meeting, _chapter.Facilitator, Cancel))!;

    private async Task<RetentionRun> Run(string code) => (await _chapter.Get<RetentionReport>().Read(Cancel))[code];

    private async Task<(long, long)> Counts(string code) => await Run(code) is var run ? (run.Erased, run.ErasedInAll) : default;

    private sealed class Rule(string code, Func<Task<long>> run) : IRetention
    {
        public string Code => code;

        public Text What => code.AsText();

        public Text Term => code.AsText();

        public Task<long> Run(DateTimeOffset now, CancellationToken cancellationToken) => run();
    }

    // What the wall shows, and what nobody sets.
    private sealed class WalkingClock(DateTimeOffset start) : TimeProvider
    {
        private TimeSpan _passed;

        public TimeSpan Off { get; set; }

        public override DateTimeOffset GetUtcNow() => start + _passed + Off;

        public override long GetTimestamp() => (long)(_passed.TotalSeconds * TimestampFrequency);

        public void Walk(double hours) => _passed += TimeSpan.FromHours(hours);
    }
}

public sealed class What_is_kept_for_a_term_on_SQLite() : What_is_kept_for_a_term(null);

public sealed class What_is_kept_for_a_term_on_PostgreSQL(PostgresServer server) : What_is_kept_for_a_term(server);
