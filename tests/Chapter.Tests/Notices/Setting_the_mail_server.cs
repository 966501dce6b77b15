using System.Globalization;
using System.Net;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Notices;

/// <summary>A steward sets the mail server on a page, with what their provider wrote to them, and nobody touches a file.</summary>
public sealed class Setting_the_mail_server : IAsyncLifetime
{
    private const string French = "/fr/envoi-des-courriels", Secret = "un-mot-de-passe-d-application";

    private readonly List<FormClient> _browsers = [];
    private WritingChapter _chapter = null!;
    private Actor _steward = null!;
    private FormClient _browser = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private (string, string)[] Typed =>
        [("Host", "127.0.0.1"), ("Port", _chapter.Mail.Port.ToString(CultureInfo.InvariantCulture)), ("Security", "none"), ("User", ""), ("Password", ""), ("SenderAddress", "courrier@exemple.org"), ("MostPerDay", "200")];

    public async ValueTask InitializeAsync()
    {
        _chapter = await WritingChapter.Start(null, ("Mail:Host", ""), ("Mail:TimeoutSeconds", "2"));
        (_steward, _browser) = await SignedIn(ChapterRoles.Steward);
    }

    public async ValueTask DisposeAsync()
    {
        _browsers.ForEach(b => b.Dispose());
        await _chapter.DisposeAsync();
    }

    [Theory]
    [InlineData(French)]
    [InlineData("/en/sending-email")]
    public async Task lets_letters_out_from_then_on_and_after_the_next_start(string path)
    {
        Assert.NotNull((await _browser.Open(path, Cancel)).Page.QuerySelector(".notice"));

        var chosen = await _browser.Fill(path, "choose", Cancel, Typed);
        var tested = await _browser.Fill(path, "test", Cancel);

        Assert.Equal($"{path}?done=mail.chosen", chosen.Location);
        Assert.Equal($"{path}?done=mail.tested", tested.Location);
        var letter = Assert.Single(_chapter.Mail.Letters);
        Assert.Equal("courrier@exemple.org", letter.From.Mailboxes.Single().Address);
        Assert.Equal(200, _chapter.Get<CurrentMail>().Options.MostPerDay);
        Assert.Contains("127.0.0.1", (await _browser.Open(path, Cancel)).Words, StringComparison.Ordinal);
        Assert.Equal("mail-server-chosen", (await _chapter.Get<SecurityLog>().Latest(1, 1, Cancel))[0].Kind);

        await _chapter.Restart();
        await _chapter.Announce(new(2026, 3, 24, 18, 30, 0));
        Assert.NotEmpty(await _chapter.Pass());
    }

    [Fact]
    public async Task is_what_every_page_misses_that_would_send()
    {
        var (leader, led) = await SignedIn(ChapterRoles.Executive);
        var id = Guid.CreateVersion7(_chapter.Clock.GetUtcNow());
        await _chapter.Do(id, new PlanMeeting(leader, Meetings.MeetingSamples.Plan with { Start = new(2026, 3, 24, 18, 30, 0) }));
        using var visitor = _chapter.NewBrowser();
        (FormClient Who, string Path)[] pages = [(visitor, "/fr/entrer"), (visitor, "/fr/joindre"), (led, "/fr/inviter"), (led, "/fr/inviter/liste"), (led, "/fr/ma-page/courriels"), (led, $"/fr/rencontres/{id}")];
        async Task<int> Saying() => (await Task.WhenAll(pages.Select(p => p.Who.Open(p.Path, Cancel)))).Count(a => a.Words.Contains("n’envoie pas encore de courriels", StringComparison.Ordinal));

        Assert.Equal(pages.Length, await Saying());
        // Whoever can mend it is led there.
        Assert.Contains(French, (await _browser.Open("/fr/inviter", Cancel)).Page.QuerySelectorAll("main .notice a").Select(a => a.GetAttribute("href")));
        Assert.Empty((await visitor.Open("/fr/joindre", Cancel)).Page.QuerySelectorAll("main .notice a"));
        await _browser.Fill(French, "choose", Cancel, Typed);
        Assert.Equal(0, await Saying());
    }

    [Theory]
    [InlineData(French, "Texte (TXT) à mettre à exemple.org", "ne répond pas")]
    [InlineData("/en/sending-email", "Text (TXT) to put at exemple.org", "does not answer")]
    public async Task says_after_a_try_and_when_asked_what_the_senders_domain_lacks(string path, string toAdd, string silent)
    {
        await using var dns = new NameServer();
        dns.Texts["_dmarc.exemple.org"] = ["v=DMARC1; p=none"];
        await using var chapter = await WritingChapter.Start(null, ("Mail:SenderAddress", "courrier@exemple.org"), ("Mail:NameServer", dns.Address));
        using var browser = chapter.NewBrowser();
        var (steward, _) = await chapter.AddMember(null, "fr", ChapterRoles.Steward);
        await browser.SignIn((await chapter.Get<SignInLinks>().Create(steward.Id, Cancel))!.ToString(), Cancel);

        var page = await browser.Open(path, Cancel);
        Assert.Empty(dns.Asked);
        var looked = await browser.Open(page.Page.QuerySelector("main a[href*='dns=look']")!.GetAttribute("href")!, Cancel);
        Assert.Contains(toAdd, looked.Words, StringComparison.Ordinal);
        Assert.Equal("v=spf1 mx ~all", looked.Page.QuerySelector("main code")!.TextContent);

        dns.IsOut = true;
        var tested = await browser.Fill(path, "test", Cancel);
        Assert.Equal($"{path}?done=mail.tested", tested.Location);
        Assert.Contains(silent, (await browser.Open(tested.Location!, Cancel)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task never_shows_the_password_nor_keeps_it_where_a_copy_of_the_database_gives_it_away()
    {
        Assert.True((await Choose(("Host", "smtp.exemple.org"), ("Security", "tls"), ("User", "nous@exemple.org"), ("Password", Secret))).IsDone);

        Assert.DoesNotContain(Secret, (await _browser.Open(French, Cancel)).Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var refused = await Choose(("Host", ""), ("Password", Secret));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.DoesNotContain(Secret, refused.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var stored = await _chapter.Get<Database>().Find<byte[]>("select password from mail_setup", null, Cancel);
        Assert.Equal(-1, stored.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(Secret)));
        Assert.Equal(Secret, _chapter.Get<CurrentMail>().Options.Password);
    }

    [Fact]
    public async Task keeps_a_known_password_for_its_own_server_and_tells_it_to_no_other()
    {
        await Choose(("Host", "smtp.exemple.org"), ("Security", "tls"), ("User", "nous@exemple.org"), ("Password", Secret));

        await Choose(("Host", "smtp.exemple.org"), ("Security", "start-tls"), ("User", "nous@exemple.org"));
        Assert.Equal((MailSecurity.StartTls, Secret), (_chapter.Get<CurrentMail>().Options.Security, _chapter.Get<CurrentMail>().Options.Password));

        await Choose(("Host", "smtp.autre.example"), ("Security", "start-tls"), ("User", "nous@exemple.org"));
        Assert.Equal("", _chapter.Get<CurrentMail>().Options.Password);
    }

    [Theory]
    [InlineData("Host", "", "mail.host")]
    [InlineData("Host", "pas un nom", "mail.host")]
    [InlineData("Port", "0", "mail.port")]
    [InlineData("Port", "65536", "mail.port")]
    [InlineData("Security", "chacha", "mail.security")]
    [InlineData("Host", "smtp.exemple.org", "mail.in-the-clear")]
    [InlineData("SenderAddress", "personne", "account.address-invalid")]
    [InlineData("MostPerDay", "0", "mail.most")]
    public async Task is_refused_with_what_to_fix(string field, string value, string code)
    {
        var refused = await Choose((field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var words = _chapter.Get<RefusalTexts>()[Refusal.Of(code, "", 1, code == "mail.most" ? 1_000_000 : 65535)].In(Node.Localization.Language.French);
        Assert.Contains(words, refused.Words, StringComparison.Ordinal);
        Assert.False(_chapter.Get<Mailer>().HasServer);
    }

    [Fact]
    public async Task says_of_a_try_what_went_wrong()
    {
        await Choose();
        _chapter.Mail.Refuses = (550, "5.7.1 no relaying");
        var refused = await _browser.Fill(French, "test", Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("550", refused.Words, StringComparison.Ordinal);

        using var silent = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await Choose(("Port", ((IPEndPoint)silent.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)));
        Assert.Contains("ne répond pas à temps", (await _browser.Fill(French, "test", Cancel)).Words, StringComparison.Ordinal);

        await Choose(("Port", FreePorts.Take().ToString(CultureInfo.InvariantCulture)));
        Assert.Contains("personne ne répond", (await _browser.Fill(French, "test", Cancel)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_done_by_a_steward_who_signed_in_a_short_while_ago_and_by_nobody_else()
    {
        var (_, facilitator) = await SignedIn(ChapterRoles.Facilitator, ChapterRoles.Executive);
        Assert.Equal(HttpStatusCode.Forbidden, (await facilitator.Open(French, Cancel)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await _chapter.NewBrowser().Open(French, Cancel)).Status);

        var page = await _browser.Open(French, Cancel);
        _chapter.Clock.Advance(TimeSpan.FromMinutes(31));
        var late = await _browser.Send(French, page, "choose", Cancel, Typed);
        Assert.EndsWith("done=account.sign-in-again", late.Location, StringComparison.Ordinal);
        Assert.False(_chapter.Get<Mailer>().HasServer);
    }

    [Fact]
    public async Task is_not_written_over_by_somebody_who_still_has_an_older_page()
    {
        var (_, other) = await SignedIn(ChapterRoles.Steward);
        var older = await other.Open(French, Cancel);
        Assert.True((await Choose()).IsDone);

        var refused = await other.Send(French, older, "choose", Cancel, ("Host", "smtp.exemple.org"), ("Security", "tls"), ("SenderAddress", ""));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("127.0.0.1", refused.Words, StringComparison.Ordinal);
        Assert.Equal("127.0.0.1", _chapter.Get<CurrentMail>().Options.Host);
        Assert.True((await other.Send(French, refused, "choose", Cancel)).IsDone);
        Assert.Equal("smtp.exemple.org", _chapter.Get<CurrentMail>().Options.Host);
    }

    [Fact]
    public async Task can_be_taken_back()
    {
        await Choose();

        Assert.Equal($"{French}?done=mail.forgotten", (await _browser.Fill(French, "forget", Cancel)).Location);
        Assert.False(_chapter.Get<Mailer>().HasServer);
    }

    [Fact]
    public async Task is_not_for_a_page_where_the_settings_name_a_server()
    {
        await using var chapter = await WritingChapter.Start(null);
        var (who, _) = await chapter.AddMember(null, "fr", ChapterRoles.Steward);
        using var browser = chapter.NewBrowser();
        await browser.SignIn((await chapter.Get<SignInLinks>().Create(who.Id, Cancel))!.ToString(), Cancel);

        var page = await browser.Open(French, Cancel);

        Assert.False(page.Has("choose"));
        Assert.True(page.Has("test"));
        Assert.Equal("mail.fixed", (await chapter.Get<Node.MailSetup.MailServerSetup>().Choose(who, new(), Cancel)).Refusals.Single().Code);
    }

    private Task<Answer> Choose(params (string Name, string Value)[] other) =>
        _browser.Fill(French, "choose", Cancel, [.. Typed.Where(t => !other.Any(o => o.Name == t.Item1)), .. other]);

    private async Task<(Actor Who, FormClient Browser)> SignedIn(params string[] roles)
    {
        var (who, _) = await _chapter.AddMember(null, "fr", roles);
        var browser = _chapter.NewBrowser();
        _browsers.Add(browser);
        await browser.SignIn((await _chapter.Get<SignInLinks>().Create(who.Id, Cancel))!.ToString(), Cancel);
        return (who, browser);
    }
}
