using System.Net;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Pulse;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Pulse;

public abstract class The_pulse_of_a_meeting(PostgresServer? server) : IAsyncLifetime
{
    private WritingChapter _chapter = null!;
    private List<Actor> _came = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Database Database => _chapter.Get<Database>();

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(server);

    public async ValueTask DisposeAsync()
    {
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task is_shown_when_it_is_over_and_not_before()
    {
        var meeting = await Held(6);
        foreach (var member in _came.Take(5))
        {
            Assert.Empty((await Answer(meeting, member, 5, 4, 3)).Refusals);
        }

        Assert.Null(await Result(meeting));
        Assert.Empty((await Answer(meeting, _came[5], 2, 4, 3)).Refusals);
        Assert.Null(await Result(meeting));
        await Pass(PulseRules.Open);

        var result = (await Result(meeting))!;
        Assert.Equal(6, result.Answers);
        Assert.Equal([4.5, 4, 3], result.Means);
        Assert.Equal(["pulse.closed"], Codes(await Answer(meeting, _came[0], 1, 1, 1)));
        Assert.Equal(result, await Result(meeting));
    }

    [Fact]
    public async Task is_not_shown_when_fewer_than_five_answered_and_then_nothing_of_it_is_kept()
    {
        var meeting = await Held(6);
        foreach (var member in _came.Take(4))
        {
            await Answer(meeting, member, 5, 5, 5);
        }

        await Pass(PulseRules.Open);

        Assert.Null(await Result(meeting));
        Assert.Equal((0, 0), (await Count("pulse"), await Count("pulse_answered")));
    }

    [Fact]
    public async Task is_answered_once()
    {
        var meeting = await Held(5);
        Assert.Empty((await Answer(meeting, _came[0], 5, 5, 5)).Refusals);

        Assert.Equal(["pulse.answered"], Codes(await Answer(meeting, _came[0], 1, 1, 1)));
        // Two at once, as by a double click.
        var both = await Task.WhenAll(Answer(meeting, _came[1], 2, 2, 2), Answer(meeting, _came[1], 2, 2, 2));

        Assert.Single(both, r => r.Succeeded);
        Assert.Equal(2, await Database.Find<long>("select answers from pulse where meeting = @meeting", new { meeting }, Cancel));
    }

    [Fact]
    public async Task is_for_members_who_came_when_enough_came_and_it_is_over()
    {
        var (absent, _) = await _chapter.AddMember();
        var meeting = await Held(5, close: false);
        Assert.Equal(["pulse.not-asked"], Codes(await Answer(meeting, _came[0], 5, 5, 5)));
        await _chapter.Do(meeting, new CloseMeeting(_chapter.Facilitator));

        Assert.Equal(["pulse.not-there"], Codes(await Answer(meeting, absent, 5, 5, 5)));
        Assert.Equal([Access.MembersOnly], Codes(await Answer(meeting, new(Guid.Empty, []), 5, 5, 5)));
        Assert.Equal(["meeting.unknown"], Codes(await Answer(absent.Id, absent, 5, 5, 5)));
        Assert.Equal(["pulse.mark-missing", "pulse.mark-missing"], Codes(await Answer(meeting, _came[0], 0, 6, 5)));
        Assert.Empty(await Waiting(absent));
        Assert.Equal([meeting], await Waiting(_came[0]));
        Assert.Equal(["pulse.not-asked"], Codes(await Answer(await Held(4), _came[0], 5, 5, 5)));
    }

    [Fact]
    public async Task says_of_nobody_what_they_answered()
    {
        var meeting = await Held(6);
        foreach (var (index, member) in _came.Index())
        {
            await Answer(meeting, member, 1 + (index % 5), 5, 5);
        }

        // Who has answered stands beside nothing but the meeting; what was answered beside nobody, in one row; and neither is in the log of changes.
        Assert.Equal(6, await Count("pulse_answered"));
        Assert.Equal(1, await Count("pulse"));
        Assert.Equal(["meeting", "member"], await Columns("pulse_answered"));
        Assert.Equal(0, await Database.Find<long>("select count(*) from change_log where kind like '%pulse%'", null, Cancel));
        await Pass(PulseRules.Open);

        Assert.Equal((1, 0), (await Count("pulse"), await Count("pulse_answered")));
    }

    [Fact]
    public async Task counts_an_answer_whole_or_not_at_all()
    {
        var meeting = await Held(5);
        await Database.Write(t => t.Execute("alter table pulse rename to pulse_away"), Cancel);
        await Assert.ThrowsAnyAsync<Exception>(() => Answer(meeting, _came[0], 5, 5, 5));
        await Database.Write(t => t.Execute("alter table pulse_away rename to pulse"), Cancel);
        Assert.Equal(0, await Count("pulse_answered"));

        Assert.Empty((await Answer(meeting, _came[0], 5, 5, 5)).Refusals);
        await _chapter.Restart();

        Assert.Equal(["pulse.answered"], Codes(await Answer(meeting, _came[0], 5, 5, 5)));
        Assert.Equal(1, await Database.Find<long>("select answers from pulse where meeting = @meeting", new { meeting }, Cancel));
    }

    [Fact]
    public async Task forgets_that_somebody_answered_who_leaves_and_counts_nobody_twice_who_comes_back()
    {
        var meeting = await Held(5);
        var leaver = _came[4];
        await Answer(meeting, leaver, 5, 5, 5);
        await Answer(meeting, _came[0], 5, 5, 5);
        await Pass(TimeSpan.FromHours(1));
        Assert.True((await _chapter.Get<People>().End(new(leaver, leaver.Id), Cancel)).Succeeded);
        await Pass(TimeSpan.FromHours(1));

        Assert.Equal(1, await Count("pulse_answered"));
        await _chapter.AddMember($"present4@exemple.org");
        Assert.Equal(["pulse.not-there"], Codes(await Answer(meeting, leaver, 1, 1, 1)));
        Assert.Empty(await Waiting(leaver));
    }

    [Theory]
    [InlineData("fr", "3 questions, 20 secondes", "rencontres", "Choisissez une réponse", "4,0 sur 5")]
    [InlineData("en", "3 questions, 20 seconds", "meetings", "Choose an answer", "4.0 out of 5")]
    public async Task is_answered_from_the_home_page_and_read_on_the_meetings(string language, string card, string meetings, string says, string mean)
    {
        var meeting = await Held(5);
        using var browser = await SignIn(_came[0]);
        var home = await browser.Open($"/{language}", Cancel);
        Assert.Contains(card, home.Words, StringComparison.Ordinal);
        var path = $"/{language}/{meetings}/{meeting}";
        Assert.NotNull(home.Page.QuerySelector($"a[href='{path}#pulse']"));

        var refused = await browser.Fill(path, "pulse", Cancel, ("Useful", "4"), ("Heard", "6"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(says, refused.Words, StringComparison.Ordinal);
        Assert.NotNull(refused.Page.QuerySelector("[name=Useful][value='4'][checked]"));
        Assert.True((await browser.Send(path, refused, "pulse", Cancel, ("Useful", "4"), ("Heard", "4"), ("Neutral", "4"))).IsDone);

        Assert.DoesNotContain(card, (await browser.Open($"/{language}", Cancel)).Words, StringComparison.Ordinal);
        var after = await browser.Open(path, Cancel);
        Assert.False(after.Has("pulse"));
        Assert.DoesNotContain(mean, after.Words, StringComparison.Ordinal);
        foreach (var other in _came.Skip(1))
        {
            await Answer(meeting, other, 4, 4, 4);
        }

        await Pass(PulseRules.Open);
        using var later = await SignIn(_came[0]);
        Assert.Contains(mean, (await later.Open(path, Cancel)).Page.QuerySelector("#pulse .figures")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await later.Open($"/{language}", Cancel)).Page.QuerySelector("a[href$='#pulse']"));
    }

    [Fact]
    public async Task says_that_too_few_answered_and_asks_nobody_who_was_not_there()
    {
        var meeting = await Held(5);
        var (absent, _) = await _chapter.AddMember();
        using var browser = await SignIn(absent);
        Assert.Null((await browser.Open($"/fr/rencontres/{meeting}", Cancel)).Page.QuerySelector("#pulse"));

        await Pass(PulseRules.Open);

        using var later = await SignIn(absent);
        Assert.Contains("Trop peu de personnes", (await later.Open($"/fr/rencontres/{meeting}", Cancel)).Page.QuerySelector("#pulse")!.TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Codes(Result result) => result.Refusals.Select(r => r.Code);

    private async Task<FormClient> SignIn(Actor who)
    {
        var browser = _chapter.NewBrowser();
        await browser.SignIn((await _chapter.Get<SignInLinks>().Create(who.Id, Cancel))!.ToString(), Cancel);
        return browser;
    }

    private async Task Pass(TimeSpan time)
    {
        await _chapter.Pass(time);
        await _chapter.Get<PulseErasure>().Look(Cancel);
    }

    private Task<Result> Answer(Guid meeting, Actor who, int useful, int heard, int neutral) => _chapter.Get<PulseAnswers>().Do(new(who, meeting, useful, heard, neutral), Cancel);

    private Task<PulseResult?> Result(Guid meeting) => _chapter.Get<PulseQueries>().Result(meeting, Cancel);

    private async Task<IEnumerable<Guid>> Waiting(Actor who) => (await _chapter.Get<PulseQueries>().Waiting(who, Cancel)).Select(m => m.Id);

    private Task<long> Count(string table) => Database.Find<long>($"select count(*) from {table}", null, Cancel);

    private async Task<IEnumerable<string>> Columns(string table) => await Database.Query<string>(
        server is null ? $"select name from pragma_table_info('{table}') order by name" : $"select column_name from information_schema.columns where table_name = '{table}' order by column_name", null, Cancel);

    // Some members came to it.
    private async Task<Guid> Held(int came, bool close = true)
    {
        List<Actor> members = [.. _came];
        while (members.Count < came)
        {
            members.Add((await _chapter.AddMember($"present{members.Count}@exemple.org")).Who);
        }

        _came = members;
        var start = Dates.DayOf(_chapter.Clock.GetUtcNow()).AddDays(1).ToDateTime(new(18, 30));
        var id = await _chapter.Announce(start);
        _chapter.Clock.AdjustTime(Dates.InstantOf(start));
        await _chapter.Do(id, new BeginMeeting(_chapter.Facilitator));
        await _chapter.Do(id, new TakeAttendance(_chapter.Facilitator, [.. members.Take(came).Select(m => new Presence(m.Id, AttendanceMode.InPerson))]));
        if (close)
        {
            await _chapter.Do(id, new CloseMeeting(_chapter.Facilitator));
        }

        return id;
    }
}

public sealed class The_pulse_of_a_meeting_on_sqlite() : The_pulse_of_a_meeting(null);

public sealed class The_pulse_of_a_meeting_on_postgresql(PostgresServer server) : The_pulse_of_a_meeting(server);
