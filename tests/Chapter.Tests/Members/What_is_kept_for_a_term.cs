using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Logging.Abstractions;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Tests.Backups;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Accounts;
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
    public async Task is_reported_to_who_answers_for_it_and_a_fault_keeps_no_other_rule_from_its_work()
    {
        var (officer, _) = await _chapter.AddMember("responsable@exemple.org", "fr", ChapterRoles.PrivacyOfficer);
        var (member, _) = await _chapter.AddMember();
        using var day = new RetentionDay([new Rule("accounts", fails: true), new Rule("letters", fails: false)], _chapter.Get<RetentionReport>(), _chapter.Get<IServer>(), _chapter.Clock, NullLogger<RetentionDay>.Instance);
        await day.Look(Cancel);
        await day.Look(Cancel);

        var seen = await Words(officer);
        Assert.Contains("7 la dernière fois, 7 en tout", seen, StringComparison.Ordinal);
        Assert.Contains("Ne réussit plus depuis le", seen, StringComparison.Ordinal);
        var others = await Words(member);
        Assert.Contains("Douze mois après son départ", others, StringComparison.Ordinal);
        Assert.DoesNotContain("en tout", others, StringComparison.Ordinal);

        await _chapter.Get<RetentionDay>().Look(Cancel);
        Assert.DoesNotContain("Ne réussit plus", await Words(officer), StringComparison.Ordinal);
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
        await _chapter.Get<FollowerLoop>().CatchUp(Cancel);
    }

    private async Task<Meeting> Find(Guid meeting) => (await _chapter.Get<MeetingQueries>().Find(meeting, _chapter.Facilitator, Cancel))!;

    private async Task<RetentionRun> Run(string code) => (await _chapter.Get<RetentionReport>().Read(Cancel))[code];

    private async Task<(long, long)> Counts(string code) => await Run(code) is var run ? (run.Erased, run.ErasedInAll) : default;

    private sealed class Rule(string code, bool fails) : IRetention
    {
        public string Code => code;

        public Text What => code.AsText();

        public Text Term => code.AsText();

        public Task<long> Run(DateTimeOffset now, CancellationToken cancellationToken) => fails ? throw new InvalidOperationException("It fails") : Task.FromResult(7L);
    }
}

public sealed class What_is_kept_for_a_term_on_SQLite() : What_is_kept_for_a_term(null);

public sealed class What_is_kept_for_a_term_on_PostgreSQL(PostgresServer server) : What_is_kept_for_a_term(server);
