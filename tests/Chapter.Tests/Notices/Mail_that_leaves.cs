using System.Net;
using MimeKit;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Chapter.Tests.Notices;

/// <summary>What goes to the mail server beside the letters about meetings, and what people see of it.</summary>
public sealed class Mail_that_leaves : IAsyncLifetime
{
    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(null, ("SignIn:LetterSeconds", "0"));

    public ValueTask DisposeAsync() => _chapter.DisposeAsync();

    [Fact]
    public async Task lets_somebody_in_who_asks_for_a_letter_and_offers_them_no_way_to_end_such_letters()
    {
        var (_, address) = await _chapter.AddMember();
        using var browser = _chapter.NewBrowser();
        Assert.True((await browser.Fill("/fr/entrer", "ask", Cancel, ("Address", address))).IsDone);

        var letter = await Arrived(address);

        Assert.False(letter.Headers.Contains(HeaderId.ListUnsubscribe));
        var link = letter.TextBody!.Split('\n').Single(line => line.Contains("#t=", StringComparison.Ordinal)).Trim();
        Assert.True((await browser.Fill("/fr/entrer", "enter", Cancel, ("Key", link))).IsDone);
    }

    [Fact]
    public async Task shows_on_a_try_what_the_server_answered()
    {
        var test = Verb("mail-test");

        var taken = await test.Run(_chapter.Get<IServiceProvider>(), new Dictionary<string, string> { ["to"] = "essai@exemple.org" }, Cancel);
        Assert.Equal(0, taken.ExitCode);
        Assert.Contains("127.0.0.1 is no domain of the DNS", taken.Output, StringComparison.Ordinal);
        Assert.Single(_chapter.Mail.To("essai@exemple.org"));

        _chapter.Mail.IsFull = true;
        var refused = await test.Run(_chapter.Get<IServiceProvider>(), new Dictionary<string, string> { ["to"] = "essai@exemple.org" }, Cancel);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("552", refused.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("essai@", refused.Output, StringComparison.Ordinal);

        var noAddress = await test.Run(_chapter.Get<IServiceProvider>(), new Dictionary<string, string> { ["to"] = "personne" }, Cancel);
        Assert.Equal(1, noAddress.ExitCode);
    }

    [Theory]
    [InlineData("/fr/ma-page/courriels")]
    [InlineData("/en/my-page/messages")]
    public async Task is_chosen_letter_by_letter(string path)
    {
        var (who, browser) = await SignedIn();
        var page = await browser.Open(path, Cancel);
        // All that there are but the two that only who asks gets.
        Assert.Null(page.Page.QuerySelector(".notice"));

        var saved = await browser.Send(path, page, "letters", Cancel, ("Wanted", "reminder"));

        Assert.Equal(path + "?done=notices.chosen", saved.Location);
        Assert.Equal(
            ["announcement", "pre-reading", "change", "cancellation", "minutes", "topic", "action", "seat", "intention"],
            (await _chapter.Get<MemberQueries>().Find(who.Id, Cancel)).DeclinedLetters);
    }

    [Fact]
    public async Task is_missed_by_nobody_without_being_said_to_the_steward()
    {
        var (who, address) = await _chapter.AddMember();
        _chapter.Mail.Unknown[address] = true;
        await _chapter.Announce(new(2026, 3, 24, 18, 30, 0));
        await _chapter.Pass();
        var (_, steward) = await SignedIn(ChapterRoles.Steward);

        var home = (await steward.Open("/fr", Cancel)).Page;

        Assert.Contains("550", home.QuerySelector($"a[href='/fr/acces/{who.Id}']")!.TextContent, StringComparison.Ordinal);
        var (_, member) = await SignedIn();
        Assert.DoesNotContain("550", (await member.Open("/fr", Cancel)).Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/ma-page", "depuis le 2 mars 2026")]
    [InlineData("/en/my-page", "since March 2, 2026")]
    public async Task says_to_whoever_does_not_get_it_that_it_does_not_reach_them_until_it_does(string path, string since)
    {
        var (who, browser) = await SignedIn();
        var address = (await _chapter.Get<Node.Accounts.AccountStore>().Find(who.Id, Cancel))!.Address;
        Assert.Null((await browser.Open(path, Cancel)).Page.QuerySelector(".notice"));
        _chapter.Mail.Unknown[address] = true;
        var meeting = await _chapter.Announce(new(2026, 3, 24, 18, 30, 0));
        await _chapter.Pass();
        _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow().AddDays(1));
        await _chapter.Do(meeting, new Chapter.Meetings.CancelMeeting(_chapter.Facilitator, "Tempête"));
        await _chapter.Pass(TimeSpan.FromHours(1));

        var notice = (await browser.Open(path, Cancel)).Page.QuerySelector("main .notice.attention")!;
        Assert.Contains(since, notice.TextContent, StringComparison.Ordinal);
        Assert.Contains("bonjour@exemple.org", notice.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("550", notice.TextContent, StringComparison.Ordinal);
        var (_, other) = await SignedIn();
        Assert.Null((await other.Open(path, Cancel)).Page.QuerySelector(".notice"));

        _chapter.Mail.Unknown.Clear();
        await _chapter.Announce(new(2026, 3, 30, 18, 30, 0));
        await _chapter.Pass();
        await _chapter.Pass(TimeSpan.FromHours(1));
        Assert.Null((await browser.Open(path, Cancel)).Page.QuerySelector(".notice"));
    }

    [Fact]
    public async Task has_a_meetings_file_for_a_calendar_that_members_get_from_its_page_too()
    {
        var id = await _chapter.Announce(new(2026, 3, 24, 18, 30, 0));
        var (_, member) = await SignedIn();
        var link = (await member.Open($"/en/meetings/{id}", Cancel)).Page.QuerySelector("a[download]")!.GetAttribute("href")!;

        Assert.Equal(HttpStatusCode.OK, await member.Ask(link, Cancel));
        using var stranger = _chapter.NewBrowser();
        Assert.NotEqual(HttpStatusCode.OK, await stranger.Ask(link, Cancel));
    }

    private async Task<(Node.Operations.Actor Who, FormClient Browser)> SignedIn(params string[] roles)
    {
        var (who, _) = await _chapter.AddMember(null, "fr", roles);
        var browser = _chapter.NewBrowser();
        await browser.SignIn((await _chapter.Get<Node.Accounts.SignIn.SignInLinks>().Create(who.Id, Cancel))!.ToString(), Cancel);
        return (who, browser);
    }

    private Verb Verb(string name) => _chapter.Get<IEnumerable<Verb>>().Single(v => v.Name == name);

    // It is written by a loop of its own, at the pace of a clock that stands still.
    private async Task<MimeMessage> Arrived(string address)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (_chapter.Mail.To(address).Count == 0)
        {
            _chapter.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await tick.WaitForNextTickAsync(Cancel);
        }

        return _chapter.Mail.To(address)[0];
    }
}
