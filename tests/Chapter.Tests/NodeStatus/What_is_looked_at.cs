using RecoveryCoP.Chapter.Federation;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.Inbox;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.NodeStatus;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Tests.NodeStatus;

/// <summary>Each thing, wrong and well.</summary>
public abstract class What_is_looked_at(PostgresServer? server) : IAsyncLifetime
{
    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _chapter = await WritingChapter.Start(server, ("Storage:LowDiskMebibytes", "1"), ("Inbox:Host", "127.0.0.1"), ("Inbox:Port", "1"), ("Inbox:User", "x"), ("Inbox:Security", "None"));

    public async ValueTask DisposeAsync()
    {
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task the_database_answers_and_the_disk_has_room()
    {
        Assert.Equal(Grade.Well, (await Look("database")).Grade);
        Assert.Equal(Grade.Well, (await Look("disk")).Grade);
        Assert.Equal(Grade.Well, (await Look("version")).Grade);

        _chapter.Get<StorageOutage>().Notice(new Npgsql.NpgsqlException("away", new IOException()));
        var away = await Look("database");

        Assert.Equal(Grade.Wrong, away.Grade);
        Assert.Contains("ne répond pas", away.Says.Fr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task mail_leaves_or_has_not_for_an_hour()
    {
        Assert.Equal(Grade.Attention, (await Look("mail")).Grade); // nobody has tried it
        await Send();
        Assert.Equal(Grade.Attention, (await Look("mail")).Grade); // nor the domain
        await _chapter.Get<SenderDomain>().Look(Cancel);
        Assert.Contains("manque quelque chose au domaine", (await Look("mail")).Says.Fr, StringComparison.Ordinal); // messages@127.0.0.1

        _chapter.Mail.Refuses = (421, "4.3.2 closed");
        await Send();
        Assert.Equal(Grade.Attention, (await Look("mail")).Grade);
        Pass(TimeSpan.FromHours(2));
        var out_ = await Look("mail");
        Assert.Equal(Grade.Wrong, out_.Grade);
        Assert.Equal("/fr/envoi-des-courriels", out_.Path!.Fr);

        _chapter.Mail.Refuses = null;
        await Send();
        Assert.NotEqual(Grade.Wrong, (await Look("mail")).Grade);

        // It speaks, and takes none.
        _chapter.Mail.IsFull = true;
        await Send();
        await Send();
        Pass(TimeSpan.FromHours(2));
        Assert.NotEqual(Grade.Wrong, (await Look("mail")).Grade);
        await Send();
        Pass(TimeSpan.FromHours(2));
        Assert.Equal(Grade.Wrong, (await Look("mail")).Grade);
        _chapter.Mail.IsFull = false;
        await Send();
        Assert.NotEqual(Grade.Wrong, (await Look("mail")).Grade);

        Task<Delivery> Send() => _chapter.Get<Mailer>().Send(new(Guid.CreateVersion7(_chapter.Clock.GetUtcNow()), "x@exemple.org", "fr", "x", "x"), Cancel);
    }

    [Fact]
    public async Task letters_wait_for_long_or_not()
    {
        Assert.Equal(Grade.Well, (await Look("outbox")).Grade);
        var now = _chapter.Clock.GetUtcNow();
        await Write(
            "insert into letter (id, account_id, stay, kind, about, fact, is_urgent, recorded_at, next_at, expires_at, tries) values (@id, @id, @id, 'x', @id, 'x', 0, @now, @now, @end, 0)",
            new { id = Guid.CreateVersion7(now), now, end = now.AddDays(9) });

        Pass(TimeSpan.FromHours(3));
        Assert.Equal(Grade.Well, (await Look("outbox")).Grade);
        Pass(TimeSpan.FromHours(3));
        Assert.Equal(Grade.Attention, (await Look("outbox")).Grade);
        Pass(TimeSpan.FromDays(1));
        Assert.Equal(Grade.Wrong, (await Look("outbox")).Grade);
    }

    [Fact]
    public async Task the_inbox_opens_or_does_not()
    {
        Assert.Equal(Grade.Unknown, (await Look("inbox")).Grade);
        await _chapter.Get<InboxReader>().Look(Cancel);
        Assert.Equal(Grade.Wrong, (await Look("inbox")).Grade);
    }

    [Fact]
    public async Task one_person_alone_manages_access_two_do_or_nobody()
    {
        Assert.Equal(Grade.Attention, (await Look("sign-in")).Grade);
        await _chapter.AddMember(null, "fr", ChapterRoles.Steward);
        Assert.Equal(Grade.Well, (await Look("sign-in")).Grade);
        await Write("update account_role set taken_at = given_at where role = 'steward'");
        Assert.Equal(Grade.Wrong, (await Look("sign-in")).Grade);
    }

    [Fact]
    public async Task backups_are_young_tried_and_the_words_proven()
    {
        // By hand here: after a month without one somebody should look.
        Assert.Equal(Grade.Attention, (await Look("backup")).Grade);
        Assert.Equal(Grade.Attention, (await Look("words")).Grade);
        Assert.Null(await Find("drill"));
        Assert.Null(await Find("erasure"));
        var now = _chapter.Clock.GetUtcNow();
        var folder = Directory.CreateDirectory(Path.Combine(_chapter.Folder, "backups")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, $"rcop-{_chapter.Get<Node.Hosting.ThisNode>().Identity.Id.Value[..12]}-{now:yyyy-MM-dd-HHmmss}.backup"), [1], Cancel);
        Assert.Equal(Grade.Attention, (await Look("drill")).Grade);
        await Record("drill", "");
        await Record("words", "");
        Assert.Equal([Grade.Well, Grade.Well, Grade.Well], [(await Look("backup")).Grade, (await Look("drill")).Grade, (await Look("words")).Grade]);

        await Record("drill", "backup.none");
        Assert.Equal(Grade.Wrong, (await Look("drill")).Grade);
        // It stays proven that one was whole, but not by a clock that was ahead.
        Assert.Equal(now, await _chapter.Get<IOwnHealth>().RestoreProvenAt(Cancel));
        await Write("update backup_record set succeeded_at = @at where kind = 'drill'", new { at = now.AddDays(2) });
        Assert.Null(await _chapter.Get<IOwnHealth>().RestoreProvenAt(Cancel));
        await Write("update backup_record set succeeded_at = @now where kind = 'drill'", new { now });
        Pass(TimeSpan.FromDays(366));
        Assert.Equal([Grade.Attention, Grade.Attention], [(await Look("backup")).Grade, (await Look("words")).Grade]);

        Task<int> Record(string kind, string code) => Write(
            "insert into backup_record (kind, tried_at, succeeded_at, code, detail) values (@kind, @now, @now, @code, '') on conflict (kind) do update set code = excluded.code", new { kind, now, code });
    }

    [Fact]
    public async Task the_hub_was_reached_or_not_for_a_day_and_the_clocks_agree()
    {
        Assert.Contains("reliée à aucun carrefour", (await Look("hub")).Says.Fr, StringComparison.Ordinal);
        Assert.Null(await Find("clock"));
        var hub = _chapter.Get<Node.Hosting.ThisNode>().Identity.Id;
        var links = _chapter.Get<HubLinks>();
        await links.Enrolled(hub, "http://127.0.0.1:1", EnrolmentState.Pending, Cancel);
        Assert.Equal(Grade.Attention, (await Look("hub")).Grade);
        await links.Stands(hub, EnrolmentState.Admitted, _chapter.Clock.GetUtcNow(), "", Cancel);
        await links.Greeted(hub, new byte[16], TimeSpan.Zero, Cancel);
        await links.Succeeded(Lane.Push, Cancel);
        Assert.Equal([Grade.Well, Grade.Well], [(await Look("hub")).Grade, (await Look("clock")).Grade]);

        await links.Greeted(hub, new byte[16], TimeSpan.FromMinutes(10), Cancel);
        await links.Failed(Lane.Push, "UNAVAILABLE", 1, _chapter.Clock.GetUtcNow(), Cancel);
        Assert.Equal([Grade.Well, Grade.Wrong], [(await Look("hub")).Grade, (await Look("clock")).Grade]);
        Pass(TimeSpan.FromHours(2));
        Assert.Equal(Grade.Attention, (await Look("hub")).Grade);
        Pass(TimeSpan.FromHours(23));
        Assert.Equal(Grade.Wrong, (await Look("hub")).Grade);

        // What comes does not make up for what does not leave.
        await links.Greeted(hub, new byte[16], TimeSpan.Zero, Cancel);
        await links.Succeeded(Lane.Pull, Cancel);
        var stuck = await Look("hub");
        Assert.Equal(Grade.Wrong, stuck.Grade);
        Assert.Contains("nothing has left here", stuck.Says.En, StringComparison.Ordinal);
        await links.Succeeded(Lane.Push, Cancel);
        Assert.Equal(Grade.Well, (await Look("hub")).Grade);

        await links.Stands(hub, EnrolmentState.Suspended, _chapter.Clock.GetUtcNow(), "", Cancel);
        Assert.Equal(Grade.Wrong, (await Look("hub")).Grade);
    }

    [Fact]
    public async Task what_comes_from_others_holds_together_or_lacks_something_and_a_machine_is_told()
    {
        Assert.Equal(Grade.Well, (await Look("feeds")).Grade);
        var self = _chapter.Get<Node.Hosting.ThisNode>().Identity.Id.Value;
        await Write("insert into feed_evidence (node_id, signed_id, feed_position, reason, signed, seen_at) values (@self, @id, 9, 'GAP', @id, @now)", new { self, id = new byte[32], now = _chapter.Clock.GetUtcNow() });

        Assert.Equal(Grade.Wrong, (await Look("feeds")).Grade);
        using var browser = _chapter.NewBrowser();
        Assert.Equal("ready feeds", string.Join(' ', (await browser.Open("/readyz", Cancel)).Words.Split()));
    }

    private async Task<Finding> Look(string code) => await Find(code) ?? throw new InvalidOperationException($"{code} is not looked at");

    private async Task<Finding?> Find(string code) => (await _chapter.Get<HealthReport>().Look(Cancel)).SingleOrDefault(c => c.Check.Code == code)?.Finding;

    private Task<int> Write(string sql, object? values = null) => _chapter.Get<Database>().Write(t => t.Execute(sql, values), Cancel);

    private void Pass(TimeSpan time) => _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow() + time);
}

public sealed class What_is_looked_at_on_sqlite() : What_is_looked_at(null);

public sealed class What_is_looked_at_on_postgresql(PostgresServer server) : What_is_looked_at(server);
