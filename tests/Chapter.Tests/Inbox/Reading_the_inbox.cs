using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using MimeKit.Text;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Inbox;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Inbox;

/// <summary>The program shares a mailbox with people and with a server that has days of its own.</summary>
public abstract class Reading_the_inbox(ReadingChapter reading)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private InboxReader Inbox => reading.Chapter.Get<InboxReader>();

    private DateTimeOffset Now => reading.Chapter.Clock.GetUtcNow();

    [Fact]
    public async Task leaves_what_people_write_unread_and_where_it_is()
    {
        var one = await reading.Invite();
        var forwarded = Post.Message("Transféré", new Multipart("mixed") { new TextPart(TextFormat.Plain) { Text = "Voyez." }, new MessagePart { Message = Post.Reply(one.Letter, "DECLINED", Now) } });
        var invitation = Post.Reply(one.Letter, "NEEDS-ACTION", Now, method: "REQUEST");
        invitation.Subject = "Une invitation pour nous";
        var before = (await reading.Box.All()).Count;

        await reading.Arrive(Post.Private("Une chose privée"), Post.Reply(one.Letter, "ACCEPTED", Now), forwarded, invitation);

        var unread = await reading.Box.Unread();
        Assert.Contains("Une chose privée", unread);
        Assert.Contains("Transféré", unread);
        Assert.Contains("Une invitation pour nous", unread);
        Assert.Equal(RsvpAnswer.Coming, await reading.AnswerOf(one));
        Assert.Equal(before + 4, (await reading.Box.All()).Count);
    }

    [Fact]
    public async Task keeps_nothing_of_a_message()
    {
        var one = await reading.Invite();
        await reading.Arrive(Post.Private("Un secret"), Post.Reply(one.Letter, "ACCEPTED", Now));

        var row = (await reading.Chapter.Get<Database>().Find<(string Mailbox, long Validity, long Uid)>("select mailbox, uid_validity, last_uid from inbox_cursor", null, Cancel));

        Assert.Equal($"{reading.Box.Name}@127.0.0.1/INBOX", row.Mailbox);
        Assert.True(row is { Validity: > 0, Uid: > 1 });
    }

    [Fact]
    public async Task goes_on_after_a_crash_and_does_nothing_twice()
    {
        var (one, other) = (await reading.Invite(), await reading.Invite());
        await reading.Arrive(Post.Reply(one.Letter, "DECLINED", Now), Post.Report(other.Letter, "failed", "5.1.1"));
        // They think better of it, on the page.
        await reading.Chapter.Pass(TimeSpan.FromMinutes(5));
        await reading.Chapter.Do(one.Meeting, new AnswerInvitation(one.Who, RsvpAnswer.Remote));

        // Stored, and not yet marked as read.
        await reading.Box.MarkUnread();
        await reading.Chapter.Restart();
        await Inbox.Look(Cancel);
        Assert.Equal(RsvpAnswer.Remote, await reading.AnswerOf(one));
        Assert.NotEmpty(await reading.Box.Unread());

        // Answered, and where it was is not yet stored.
        await reading.Chapter.Get<Database>().Write(t => t.Execute("delete from inbox_cursor"), Cancel);
        await reading.Chapter.Restart();
        await Inbox.Look(Cancel);
        Assert.Equal(RsvpAnswer.Remote, await reading.AnswerOf(one));
        Assert.Single(await reading.Chapter.Get<Node.Outbox.LetterOutbox>().Refused(Cancel), r => r.AccountId == other.Who.Id);
    }

    [Fact]
    public async Task understands_no_nonsense_and_goes_on_behind_it()
    {
        var one = await reading.Invite();
        MimeMessage[] nonsense =
        [
            Post.Reply(one.Letter, "ACCEPTED", Now, _ => ""),
            Post.Reply(one.Letter, "ACCEPTED", Now, _ => "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID"),
            Post.Reply(one.Letter, "ACCEPTED", Now, _ => "\0\u0001 BEGIN:VCALENDAR"),
            Post.Reply(one.Letter, "ACCEPTED", Now, text => text.Replace("DTSTAMP:2", "DTSTAMP:x", StringComparison.Ordinal)),
            Post.Reply(one.Letter, "ACCEPTED", Now, text => text.Replace("END:VEVENT", "END:VTODO", StringComparison.Ordinal)),
            Post.Reply(one.Letter, "ACCEPTED", Now, text => text.Replace("SEQUENCE:1", "SEQUENCE:99999999999999", StringComparison.Ordinal)),
            Post.Reply(one.Letter, "ACCEPTED", Now.AddYears(1)),
            Post.Message("Rapport", new MultipartReport("delivery-status") { new TextPart(TextFormat.Plain) { Text = "…" }, new MessageDeliveryStatus() }),
            Post.Message("Vide", new Multipart("report")),
        ];

        await reading.Arrive([.. nonsense, Post.Reply(one.Letter, "DECLINED", Now)]);

        Assert.Equal(RsvpAnswer.Regrets, await reading.AnswerOf(one));
    }

    [Fact]
    public async Task fetches_nothing_that_is_too_large()
    {
        var one = await reading.Invite();
        var picture = new MimePart("image", "png") { Content = new MimeContent(new MemoryStream(new byte[30 * 1024 * 1024])), ContentTransferEncoding = ContentEncoding.Base64 };
        var heavy = Post.Reply(one.Letter, "ACCEPTED", Now);
        heavy.Body = new Multipart("mixed") { heavy.Body!, picture };
        var bloated = Post.Reply(one.Letter, "DECLINED", Now.AddMinutes(1), text => text.Replace("SUMMARY:", $"SUMMARY:{new string('x', InboxReader.LargestPart)}", StringComparison.Ordinal));

        await reading.Arrive(heavy, bloated);

        Assert.Equal(RsvpAnswer.Coming, await reading.AnswerOf(one));
    }
}

public sealed class Reading_the_inbox_on_sqlite(ReadingOnSqlite reading) : Reading_the_inbox(reading), IClassFixture<ReadingOnSqlite>;

public sealed class Reading_the_inbox_on_postgresql(ReadingOnPostgreSql reading) : Reading_the_inbox(reading), IClassFixture<ReadingOnPostgreSql>;

/// <summary>The server of the mailbox is as servers are.</summary>
public sealed class A_mailbox_with_trouble(ImapServer imap)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task that_counts_anew_is_read_from_its_beginning()
    {
        var box = await Mailbox.New(imap, "Retours");
        await using var chapter = await Start([.. box.Settings]);
        var letters = await Invited(chapter, 2);
        await box.Deliver(Post.Private("Un"), Post.Private("Deux"), Post.Private("Trois"));
        await Look(chapter);

        await box.RemoveFolder();
        await box.MakeFolder();
        await box.Deliver(Post.Report(letters[0], "failed", "5.1.1"));
        await Look(chapter);

        Assert.Single(await chapter.Get<Node.Outbox.LetterOutbox>().Refused(Cancel));
        Assert.Empty(await box.Unread());
    }

    [Fact]
    public async Task with_ten_thousand_messages_is_read_to_its_end_at_the_first_look()
    {
        var box = await Mailbox.New(imap);
        await using var chapter = await Start([.. box.Settings]);
        var letter = (await Invited(chapter, 1))[0];
        var waiting = Post.Private("Une de plus");
        await box.Deliver([.. Enumerable.Repeat(waiting, 10_000), Post.Report(letter, "failed", "5.1.1")]);

        await Look(chapter);

        Assert.Single(await chapter.Get<Node.Outbox.LetterOutbox>().Refused(Cancel));
        Assert.Equal(10_000, (await box.Unread()).Count);
    }

    [Fact]
    public async Task that_does_not_open_waits_and_the_steward_reads_why()
    {
        var box = await Mailbox.New(imap);
        await using var wrong = await Start([.. box.Settings.Where(s => s.Item1 != "Inbox:Password"), ("Inbox:Password", "un-autre")]);
        await wrong.Get<InboxReader>().Look(Cancel);
        Assert.Contains("il refuse le nom d’utilisateur ou le mot de passe", await SetupPage(wrong), StringComparison.Ordinal);
        using (var steward = await Steward(wrong))
        {
            Assert.Contains("La boîte de réception ne se lit pas", (await steward.Open("/fr", Cancel)).Words, StringComparison.Ordinal);
        }

        await using var away = await Start([.. box.Settings.Where(s => s.Item1 != "Inbox:Port"), ("Inbox:Port", FreePorts.Take().ToString(CultureInfo.InvariantCulture))]);
        await away.Get<InboxReader>().Look(Cancel);
        Assert.Contains("personne ne répond", await SetupPage(away), StringComparison.Ordinal);

        await using var nowhere = await Start([.. box.Settings.Where(s => s.Item1 != "Inbox:Folder"), ("Inbox:Folder", "Nulle part")]);
        await nowhere.Get<InboxReader>().Look(Cancel);
        Assert.Contains("pas de dossier de ce nom", await SetupPage(nowhere), StringComparison.Ordinal);
    }

    [Fact]
    public async Task whose_line_is_cut_loses_nothing()
    {
        var box = await Mailbox.New(imap);
        using var line = new CutLine(imap.Port);
        await using var chapter = await Start([.. box.Settings.Where(s => s.Item1 != "Inbox:Port"), ("Inbox:Port", line.Port.ToString(CultureInfo.InvariantCulture))]);
        var letters = await Invited(chapter, 3);
        await box.Deliver([.. letters.Select(l => Post.Report(l, "failed", "5.1.1"))]);

        // Cut ever later, until it holds to the end.
        var cuts = 0;
        for (line.Lasts = 100; await IsCut(); line.Lasts += 400)
        {
            cuts++;
        }

        Assert.True(cuts > 2, $"{cuts} cuts");
        Assert.Equal(3, (await chapter.Get<Node.Outbox.LetterOutbox>().Refused(Cancel)).Count);

        async Task<bool> IsCut()
        {
            await chapter.Get<InboxReader>().Look(Cancel);
            return chapter.Get<InboxReader>().Trouble.Length > 0;
        }
    }

    private static Task<WritingChapter> Start(params (string, string)[] settings) => WritingChapter.Start(null, settings);

    private static async Task Look(WritingChapter chapter)
    {
        await chapter.Get<InboxReader>().Look(Cancel);
        Assert.Equal("", chapter.Get<InboxReader>().Trouble);
    }

    private static async Task<IReadOnlyList<MimeMessage>> Invited(WritingChapter chapter, int members)
    {
        List<string> addresses = [];
        for (var i = 0; i < members; i++)
        {
            addresses.Add((await chapter.AddMember()).Address);
        }

        await chapter.Announce(new(2026, 3, 24, 18, 30, 0));
        await chapter.Pass();
        return [.. addresses.Select(a => chapter.Mail.To(a).Single())];
    }

    private static async Task<FormClient> Steward(WritingChapter chapter)
    {
        var (who, _) = await chapter.AddMember(null, "fr", ChapterRoles.Steward);
        var browser = chapter.NewBrowser();
        await browser.SignIn((await chapter.Get<SignInLinks>().Create(who.Id, Cancel))!.ToString(), Cancel);
        return browser;
    }

    private static async Task<string> SetupPage(WritingChapter chapter)
    {
        using var browser = await Steward(chapter);
        return (await browser.Open("/fr/envoi-des-courriels", Cancel)).Words;
    }

    /// <summary>A line to a server that breaks once the server has said so much.</summary>
    private sealed class CutLine : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly int _server;

        public CutLine(int server)
        {
            _server = server;
            _listener.Start();
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
            _ = Accept();
        }

        public int Port { get; }

        /// <summary>How many octets from the server get through.</summary>
        public int Lasts { get; set; } = int.MaxValue;

        public void Dispose() => _listener.Dispose();

        private async Task Accept()
        {
            while (true)
            {
                TcpClient client;
                try
                {
                    client = await _listener.AcceptTcpClientAsync();
                }
                catch (Exception over) when (over is ObjectDisposedException or SocketException)
                {
                    return;
                }

                _ = Carry(client, Lasts);
            }
        }

        private async Task Carry(TcpClient client, int lasts)
        {
            using var server = new TcpClient();
            using (client)
            {
                await server.ConnectAsync(IPAddress.Loopback, _server);
                var up = client.GetStream().CopyToAsync(server.GetStream());
                var buffer = new byte[4096];
                while (lasts > 0 && await server.GetStream().ReadAsync(buffer) is var read and > 0)
                {
                    await client.GetStream().WriteAsync(buffer.AsMemory(0, Math.Min(read, lasts)));
                    lasts -= read;
                }

                client.Close();
                server.Close();
                await up.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
