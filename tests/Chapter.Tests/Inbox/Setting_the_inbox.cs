using System.Globalization;
using System.Net;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Inbox;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Inbox;

/// <summary>A steward sets the inbox on the page on which they set the mail server, and tries it.</summary>
public sealed class Setting_the_inbox(ImapServer imap) : IAsyncLifetime
{
    private const string French = "/fr/envoi-des-courriels";

    private readonly List<FormClient> _browsers = [];
    private WritingChapter _chapter = null!;
    private Mailbox _box = null!;
    private FormClient _browser = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private CurrentInbox Current => _chapter.Get<CurrentInbox>();

    private (string, string)[] Typed =>
    [
        ("InboxHost", "127.0.0.1"), ("InboxPort", imap.Port.ToString(CultureInfo.InvariantCulture)), ("InboxSecurity", "none"), ("InboxUser", _box.Name), ("InboxPassword", ImapServer.Password),
        ("InboxFolder", ""), ("InboxMinutes", "10"),
    ];

    public async ValueTask InitializeAsync()
    {
        _box = await Mailbox.New(imap);
        _chapter = await WritingChapter.Start(null, ("Inbox:TimeoutSeconds", "15"));
        _browser = await SignedIn(ChapterRoles.Steward);
    }

    public async ValueTask DisposeAsync()
    {
        _browsers.ForEach(b => b.Dispose());
        await _chapter.DisposeAsync();
    }

    [Theory]
    [InlineData(French, "Elle contient 2 courriels")]
    [InlineData("/en/sending-email", "It holds 2 messages")]
    public async Task says_what_a_try_found_and_holds_after_the_next_start(string path, string found)
    {
        await _box.Deliver(Post.Private("Une"), Post.Private("Deux"));
        Assert.False((await _browser.Open(path, Cancel)).Has("test-inbox"));

        Assert.Equal($"{path}?done=inbox.chosen", (await _browser.Fill(path, "choose-inbox", Cancel, Typed)).Location);
        Assert.Contains(found, (await _browser.Fill(path, "test-inbox", Cancel)).Words, StringComparison.Ordinal);

        Assert.Equal("inbox-chosen", (await _chapter.Get<SecurityLog>().Latest(1, 1, Cancel))[0].Kind);
        await _chapter.Restart();
        Assert.True(Current is { IsSetUp: true, IsFixed: false, Options: { Folder: "INBOX", EveryMinutes: 10, Password: ImapServer.Password } });
        Assert.Equal(2, (await _box.Unread()).Count);
    }

    [Fact]
    public async Task says_of_a_try_what_went_wrong()
    {
        await Choose(("InboxPassword", "un-autre"));
        var refused = await _browser.Fill(French, "test-inbox", Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("il refuse le nom d’utilisateur ou le mot de passe", refused.Words, StringComparison.Ordinal);

        await Choose(("InboxFolder", "Nulle part"));
        Assert.Contains("pas de dossier de ce nom", (await _browser.Fill(French, "test-inbox", Cancel)).Words, StringComparison.Ordinal);

        await Choose(("InboxPort", FreePorts.Take().ToString(CultureInfo.InvariantCulture)));
        Assert.Contains("personne ne répond", (await _browser.Fill(French, "test-inbox", Cancel)).Words, StringComparison.Ordinal);

        await Choose(("InboxPort", _chapter.Mail.Port.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _browser.Fill(French, "test-inbox", Cancel)).Status);

        using var silent = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await Choose(("InboxPort", ((IPEndPoint)silent.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)));
        Assert.Contains("ne répond pas à temps", (await _browser.Fill(French, "test-inbox", Cancel)).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("InboxHost", "", "inbox.host")]
    [InlineData("InboxHost", "pas un nom", "inbox.host")]
    [InlineData("InboxPort", "65536", "inbox.port")]
    [InlineData("InboxSecurity", "chacha", "mail.security")]
    [InlineData("InboxHost", "imap.exemple.org", "mail.in-the-clear")]
    [InlineData("InboxUser", "", "inbox.user")]
    [InlineData("InboxMinutes", "0", "inbox.minutes")]
    public async Task is_refused_with_what_to_fix(string field, string value, string code)
    {
        var refused = await Choose((field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var words = _chapter.Get<RefusalTexts>()[Refusal.Of(code, "", 1, code == "inbox.minutes" ? 1440 : 65535)].In(Node.Localization.Language.French);
        Assert.Contains(words, refused.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(ImapServer.Password, refused.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.False(Current.IsSetUp);
    }

    [Fact]
    public async Task keeps_a_known_password_for_its_own_server_and_seals_it()
    {
        await Choose();
        var stored = await _chapter.Get<Database>().Find<byte[]>("select password from inbox_setup", null, Cancel);
        Assert.Equal(-1, stored.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(ImapServer.Password)));
        Assert.DoesNotContain(ImapServer.Password, (await _browser.Open(French, Cancel)).Page.DocumentElement.OuterHtml, StringComparison.Ordinal);

        await Choose(("InboxMinutes", "7"), ("InboxPassword", ""));
        Assert.Equal((7, ImapServer.Password), (Current.Options.EveryMinutes, Current.Options.Password));

        await Choose(("InboxHost", "imap.autre.example"), ("InboxSecurity", "tls"), ("InboxPassword", ""));
        Assert.Equal("", Current.Options.Password);
    }

    [Fact]
    public async Task is_done_by_a_steward_who_signed_in_a_short_while_ago_and_by_nobody_else()
    {
        var facilitator = await SignedIn(ChapterRoles.Facilitator, ChapterRoles.Executive);
        Assert.Equal(HttpStatusCode.Forbidden, (await facilitator.Open(French, Cancel)).Status);
        var page = await _browser.Open(French, Cancel);
        Assert.False((await facilitator.Send(French, page, "choose-inbox", Cancel, Typed)).IsDone);
        Assert.False(Current.IsSetUp);

        _chapter.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.EndsWith("done=account.sign-in-again", (await _browser.Send(French, page, "choose-inbox", Cancel, Typed)).Location, StringComparison.Ordinal);
        Assert.False(Current.IsSetUp);
    }

    [Fact]
    public async Task is_not_written_over_by_somebody_who_still_has_an_older_page()
    {
        var other = await SignedIn(ChapterRoles.Steward);
        var older = await other.Open(French, Cancel);
        Assert.True((await Choose()).IsDone);

        var refused = await other.Send(French, older, "choose-inbox", Cancel, [.. Typed.Where(t => t.Item1 != "InboxMinutes"), ("InboxMinutes", "20")]);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(10, Current.Options.EveryMinutes);
    }

    [Fact]
    public async Task can_be_taken_back_and_letters_ask_for_no_reply_then()
    {
        await Choose();
        Assert.Equal($"{French}?done=inbox.forgotten", (await _browser.Fill(French, "forget-inbox", Cancel)).Location);
        Assert.False(Current.IsSetUp);

        await _chapter.Announce(new(2026, 3, 24, 18, 30, 0));
        var letter = (await _chapter.Pass())[0];

        Assert.Equal("PUBLISH", Post.ValueOf(Post.CalendarOf(letter), "METHOD"));
        Assert.DoesNotContain("ATTENDEE", Post.CalendarOf(letter), StringComparison.Ordinal);
        Assert.DoesNotContain("depuis votre calendrier", letter.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_not_for_a_page_where_the_settings_name_a_mailbox()
    {
        await using var chapter = await WritingChapter.Start(null, [.. _box.Settings]);
        var (who, _) = await chapter.AddMember(null, "fr", ChapterRoles.Steward);
        using var browser = chapter.NewBrowser();
        await browser.SignIn((await chapter.Get<SignInLinks>().Create(who.Id, Cancel))!.ToString(), Cancel);

        var page = await browser.Open(French, Cancel);

        Assert.False(page.Has("choose-inbox"));
        Assert.True(page.Has("test-inbox"));
        Assert.Equal("mail.fixed", (await chapter.Get<InboxSetup>().Choose(who, new(), Cancel)).Refusals.Single().Code);
    }

    [Fact]
    public void in_the_clear_is_refused_at_start_too()
    {
        using var folder = new TemporaryFolder();
        var faults = new Node.Hosting.OptionsSection<InboxOptions>("Inbox").Errors(Node.Hosting.NodeSettings.Load(
            ChapterNode.Kind, new Dictionary<string, string?> { ["Node:DataFolder"] = folder.Path, ["Inbox:Host"] = "imap.exemple.org", ["Inbox:Security"] = nameof(MailSecurity.None) }).Configuration);

        Assert.Contains(faults, f => f.StartsWith("Inbox:Security", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("Inbox:User", StringComparison.Ordinal));
    }

    private Task<Answer> Choose(params (string Name, string Value)[] other) =>
        _browser.Fill(French, "choose-inbox", Cancel, [.. Typed.Where(t => !other.Any(o => o.Name == t.Item1)), .. other]);

    private async Task<FormClient> SignedIn(params string[] roles)
    {
        var (who, _) = await _chapter.AddMember(null, "fr", roles);
        var browser = _chapter.NewBrowser();
        _browsers.Add(browser);
        await browser.SignIn((await _chapter.Get<SignInLinks>().Create(who.Id, Cancel))!.ToString(), Cancel);
        return browser;
    }
}
