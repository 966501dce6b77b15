using System.Net;
using MimeKit;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Tests.Meetings;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Notices;

public abstract class Letters_about_actions(PostgresServer? server) : IAsyncLifetime
{
    // A Tuesday; the meetings' first item is the one of the samples.
    private static readonly DateTime _start = new(2026, 3, 3, 18, 30, 0);
    private WritingChapter _chapter = null!;
    private Guid _meeting;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(server);

    public async ValueTask DisposeAsync()
    {
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task remind_two_days_before_and_on_the_day_after_and_name_nobody()
    {
        var (owner, address) = await Member();
        await Promise(owner, new(2026, 3, 13));

        await At(10);
        Assert.Empty(Mine(address));
        await At(11);
        await At(12);
        var reminder = Assert.Single(Mine(address));
        Assert.Equal("Rappel\u00a0: un suivi", reminder.Subject);
        Assert.Contains("pour le 13 mars 2026", Plain(reminder), StringComparison.Ordinal);
        Assert.Contains("Appeler l’école", Plain(reminder), StringComparison.Ordinal);
        Assert.DoesNotContain("voisine", Plain(reminder), StringComparison.Ordinal);
        Assert.DoesNotContain("facilitatrice", Plain(reminder), StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", reminder.Headers[HeaderId.ListUnsubscribePost]);

        await At(13);
        Assert.Single(Mine(address));
        await At(14);
        await _chapter.Restart();
        await At(15);
        Assert.Contains("était pour le 13 mars 2026", Plain(Mine(address)[1]), StringComparison.Ordinal);
        Assert.Equal(2, Mine(address).Count);
    }

    [Fact]
    public async Task remind_of_what_has_no_day_three_days_before_the_next_meeting()
    {
        var (owner, address) = await Member(language: "en");
        await Promise(owner, null);
        await _chapter.Announce(new(2026, 3, 24, 18, 30, 0));

        await At(20);
        Assert.Empty(Mine(address));
        await At(22);
        await At(23);

        var reminder = Assert.Single(Mine(address));
        Assert.Equal("Reminder: an action", reminder.Subject);
        Assert.Contains("The next meeting takes place on Tuesday, March 24, 2026", Plain(reminder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task are_not_for_what_is_done_nor_for_who_left_or_wants_none()
    {
        var (owner, first) = await Member();
        var (leaver, second) = await Member();
        var (silent, third) = await Member();
        var done = await Promise(owner, new(2026, 3, 13));
        await Promise(leaver, new(2026, 3, 13));
        await Promise(silent, new(2026, 3, 13));
        await _chapter.Do(_meeting, new SettleAction(owner, done, Done: true));
        Assert.True((await _chapter.Get<People>().End(new(leaver, leaver.Id), Cancel)).Succeeded);
        Assert.True((await _chapter.Get<IGrainFactory>().GetGrain<IMemberGrain>(silent.Id).Do(new DeclineLetters(silent, "action"))).Succeeded);

        await At(12);

        Assert.Empty(Mine(first).Concat(Mine(second)).Concat(Mine(third)));
    }

    [Fact]
    public async Task let_say_that_it_is_done_without_signing_in_by_a_button_and_once()
    {
        var (owner, address) = await Member();
        var action = await Promise(owner, new(2026, 3, 13));
        await At(12);
        var path = Link(Mine(address)[0], "/fr/suivi-fait/");
        using var browser = _chapter.NewBrowser();

        var page = await browser.Open(path, Cancel);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("Appeler", page.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("voisine", page.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(await Find(action));

        Assert.Equal(HttpStatusCode.OK, (await browser.Send(path, page, "action-done", Cancel)).Status);
        Assert.Null(await Find(action));
        Assert.Contains("C’est noté", (await browser.Send(path, page, "action-done", Cancel)).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(path, Cancel)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(path[..^3] + "abc", Cancel)).Status);
        await At(15);
        Assert.Single(Mine(address));
    }

    [Fact]
    public async Task end_their_link_after_two_months_and_when_somebody_else_took_the_action_on()
    {
        var (owner, address) = await Member();
        var (other, otherAddress) = await Member();
        await Promise(owner, new(2026, 3, 13), text: "Garder");
        var handed = await Promise(owner, new(2026, 3, 13), text: "Confier");
        await At(12);
        var kept = Link(Mine(address).Single(l => Plain(l).Contains("Garder", StringComparison.Ordinal)), "/fr/suivi-fait/");
        var given = Link(Mine(address).Single(l => Plain(l).Contains("Confier", StringComparison.Ordinal)), "/fr/suivi-fait/");
        await _chapter.Do(_meeting, new OfferAction(owner, handed, other.Id));
        await _chapter.Do(_meeting, new AcceptAction(other, handed));
        using var browser = _chapter.NewBrowser();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), ((await browser.Open(kept, Cancel)).Status, (await browser.Open(given, Cancel)).Status));
        await At(14);
        Assert.Contains("était pour le", Plain(Assert.Single(Mine(otherAddress), l => l.Subject!.StartsWith("Rappel", StringComparison.Ordinal))), StringComparison.Ordinal);
        _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow().AddDays(60));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(kept, Cancel)).Status);
    }

    [Fact]
    public async Task tell_somebody_that_they_are_asked_and_neither_what_nor_by_whom()
    {
        var (owner, _) = await Member();
        var (asked, address) = await Member();
        var action = await Promise(owner, new(2026, 4, 30));
        await _chapter.Do(_meeting, new OfferAction(owner, action, asked.Id));

        await At(5);
        await At(6);

        var letter = Assert.Single(Mine(address));
        Assert.Equal("On vous demande un suivi", letter.Subject);
        Assert.DoesNotContain("école", Plain(letter), StringComparison.Ordinal);
        Assert.DoesNotContain("voisine", Plain(letter), StringComparison.Ordinal);
        Assert.Contains("/fr/suivis", Plain(letter), StringComparison.Ordinal);
    }

    [Fact]
    public async Task are_no_part_of_handing_over_which_is_accepted_on_a_page()
    {
        var (owner, _) = await Member();
        var (asked, address) = await Member();
        var action = await Promise(owner, new(2026, 4, 30));
        using var hers = await SignIn(owner);
        var path = $"/fr/suivis/{action}/confier";
        var nobody = await hers.Open(path, Cancel);
        Assert.False(nobody.Has("hand-over"));
        await Show(asked);

        Assert.Contains($"/fr/suivis/{action}/confier", (await hers.Open("/fr/suivis", Cancel)).Page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        var page = await hers.Open(path, Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await hers.Send(path, page, "hand-over", Cancel, ("To", _chapter.Facilitator.Id.ToString()))).Status);
        Assert.True((await hers.Send(path, page, "hand-over", Cancel, ("To", asked.Id.ToString()))).IsDone);
        Assert.Equal((owner.Id, asked.Id), ((await Find(action))!.Owner, (await Find(action))!.OfferedTo));

        using var theirs = await SignIn(asked);
        var home = await theirs.Open("/fr", Cancel);
        Assert.Contains("Suivi de\u00a0: Une personne membre", home.Words, StringComparison.Ordinal); // the owner does not show their name
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.Open(path, Cancel)).Status);
        Assert.True((await theirs.Send("/fr", home, $"offer-{action}", Cancel, ("Takes", "no"))).IsDone);
        Assert.Equal((owner.Id, null), ((await Find(action))!.Owner, (await Find(action))!.OfferedTo));

        await hers.Fill(path, "hand-over", Cancel, ("To", asked.Id.ToString()));
        await Show(owner);
        var again = await theirs.Open("/fr/suivis", Cancel);
        Assert.Contains("Suivi de\u00a0: voisine", again.Words, StringComparison.Ordinal);
        Assert.True((await theirs.Send("/fr/suivis", again, $"offer-{action}", Cancel, ("Takes", "yes"))).IsDone);
        Assert.Equal((asked.Id, null), ((await Find(action))!.Owner, (await Find(action))!.OfferedTo));
        Assert.False((await theirs.Send("/fr/suivis", again, $"offer-{action}", Cancel, ("Takes", "yes"))).IsDone); // there is nothing to accept any more
        Assert.Contains("Appeler l’école", (await theirs.Open("/fr", Cancel)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task forget_who_was_asked_when_they_leave()
    {
        var (owner, _) = await Member();
        var (asked, _) = await Member();
        var action = await Promise(owner, new(2026, 4, 30));
        await _chapter.Do(_meeting, new OfferAction(owner, action, asked.Id));
        _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow().AddHours(1));
        Assert.True((await _chapter.Get<People>().End(new(asked, asked.Id), Cancel)).Succeeded);

        await _chapter.Pass();

        Assert.Null((await Find(action))!.OfferedTo);
        Assert.Equal(0, await _chapter.Get<Database>().Find<long>($"select count(*) from grain_state where kind = 'meeting' and cast(state as text) like '%{asked.Id}%'", null, Cancel));
    }

    private Task<(Actor Who, string Address)> Member(string language = "fr") => _chapter.AddMember(language: language);

    private async Task<FormClient> SignIn(Actor who)
    {
        var browser = _chapter.NewBrowser();
        await browser.SignIn((await _chapter.Get<SignInLinks>().Create(who.Id, Cancel))!.ToString(), Cancel);
        return browser;
    }

    private async Task Show(Actor who) => Assert.True((await _chapter.Get<IGrainFactory>().GetGrain<IMemberGrain>(who.Id).Do(
        new DescribeYourself(who, new MemberProfile(), new ShownParts { Name = true }))).Succeeded);

    private Task<PromisedAction?> Find(Guid action) => _chapter.Get<ActionQueries>().Find(action, Cancel);

    // In a meeting that is over.
    private async Task<Guid> Promise(Actor owner, DateOnly? due, string text = "Appeler l’école")
    {
        if (_meeting == Guid.Empty)
        {
            _meeting = await _chapter.Announce(_start);
            _chapter.Clock.AdjustTime(MeetingSamples.Plan.StartsAt.AddDays(-7));
            await _chapter.Do(_meeting, new BeginMeeting(_chapter.Facilitator));
        }

        var id = Guid.CreateVersion7(_chapter.Clock.GetUtcNow());
        await _chapter.Do(_meeting, new RecordOutcome(_chapter.Facilitator, id, MeetingSamples.Item1, OutcomeKind.Action, text, owner.Id, due));
        return id;
    }

    // Ten in the morning of a day of March.
    private async Task At(int day)
    {
        _chapter.Clock.AdjustTime(new DateTimeOffset(2026, 3, day, 10, 0, 0, TimeSpan.FromHours(day < 8 ? -5 : -4)));
        await _chapter.Pass();
    }

    // What is told of meetings is another story.
    private List<MimeMessage> Mine(string address) => [.. _chapter.Mail.To(address).Where(l => l.Subject!.Contains("suivi", StringComparison.Ordinal) || l.Subject!.Contains("action", StringComparison.Ordinal))];

    private static string Plain(MimeMessage letter) => letter.TextBody!.ReplaceLineEndings("\n").Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private static string Link(MimeMessage letter, string path) => new Uri(Plain(letter).Split('\n').Single(line => line.Contains(path, StringComparison.Ordinal))).AbsolutePath;
}

public sealed class Letters_about_actions_on_sqlite() : Letters_about_actions(null);

public sealed class Letters_about_actions_on_postgresql(PostgresServer server) : Letters_about_actions(server);
