using System.Security.Cryptography;
using System.Text.RegularExpressions;
using RecoveryCoP.Federation.Tests.Harness;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Federation.Tests.Kept;

/// <summary>
/// What is done once before a release that changes the schema: its steps are written down (<see cref="FrozenSteps"/>), and a community of the samples and its hub are kept,
/// on both engines (<see cref="KeptNode"/>). A version has the number of its steps.
/// <code>RECOVERYCOP_FREEZE=1 dotnet run --project tests/Federation.Tests -- -explicit only -class '*Freezing_a_version'</code>
/// One that is there is frozen anew only with <c>RECOVERYCOP_FREEZE_AGAIN=unreleased</c>: while no community runs on it.
/// </summary>
public sealed class Freezing_a_version(PostgresServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task writes_down_its_steps_and_keeps_a_community_and_its_hub()
    {
        var version = Seed.Told("RECOVERYCOP_FREEZE") ?? throw new InvalidOperationException("Say which: RECOVERYCOP_FREEZE=1");
        FrozenSteps.Freeze(version, Migrator.ProgramVersion, again: Environment.GetEnvironmentVariable("RECOVERYCOP_FREEZE_AGAIN") == "unreleased");
        await Keep(version, "sqlite", () => Task.FromResult<string?>(null));
        await Keep(version, "postgresql", async () => await server.CreateDatabase(Cancel));
    }

    private static async Task Keep(int version, string engine, Func<Task<string?>> database)
    {
        using var folder = new TemporaryFolder();
        await using var hub = await Node.Of(NodeProcess.Hub, folder.Folder("hub"), await database());
        await using var chapter = await Node.Of(NodeProcess.Chapter, folder.Folder("chapter"), await database());
        await hub.Run("init", "--name", "Carrefour du rétablissement", "--name-en", "Recovery hub", "--region", "03", "--person", "Camille", "--address", "camille@example.org", "--privacy-officer", "Direction", "--privacy-contact", "vie-privee@example.org");
        await chapter.Run("init", "--sample", Path.Combine(Repository.Root, "deploy", "SampleChapters", "Samples", "gaspesie"));
        await hub.Start();
        await chapter.Run("enrol", "--code", (await hub.Run("enrolment-code", "--note", "Gaspésie")).Trim(), "--hub", hub.Calls);
        await hub.Run("admit", "--words", Regex.Match(await hub.Run("chapters"), @"six words\s+(.+)").Groups[1].Value.Trim());
        var said = "";
        await Patiently.Until(
            async () =>
            {
                await chapter.Run("sync");
                return Regex.IsMatch(said = await hub.Run("library"), @"[1-9]\d*");
            },
            () => said,
            Cancel);
        await hub.Stop();
        await Live(hub, "camille@example.org");
        await hub.Start();
        await Live(chapter, "edith.ammophile@example.org");
        await chapter.Run("sync");
        await hub.Stop();
        await Fill(hub, OfBoth + "insert into chapter_letter (node_id, at) values ('nobody', @at) on conflict do nothing", "feed_again", "grain_state", "security_seal", "text", "text_holder", "waiting_profile");
        await Fill(chapter, OfBoth + OfChapter, "feed_again", "invitation_key");
        await new KeptNode(version, "hub", engine).Keep(hub.Folder, hub.Database, Cancel);
        await new KeptNode(version, "chapter", engine).Keep(chapter.Folder, chapter.Database, Cancel);
    }

    /// <summary>Serves, while somebody is signed in; and is backed up.</summary>
    private static async Task Live(Node node, string address)
    {
        await node.Run("backup");
        var link = await node.Run("sign-in-link", "--address", address);
        await node.Start();
        using var browser = new FormClient(node.Address);
        await browser.SignIn(link.Trim(), Cancel);
        await node.Stop();
    }

    // What takes files, other servers, somebody’s answer or a mistake to come about.
    private const string OfBoth =
        """
        insert into address_change (account_id, letter, address, code, tries, made_at, expires_at) select id, @id, 'nouvelle@example.org', @hash, 0, @at, @later from account order by id limit 1;
        insert into address_left (id, account_id, address, at) select @id, id, 'ancienne@example.org', @at from account order by id limit 1;
        insert into erasure (kind, id) values ('comment', @id) on conflict do nothing;
        insert into feed_evidence (node_id, signed_id, feed_position, reason, signed, seen_at) values ('nobody', @hash, 7, 'FORK', @hash, @at);
        insert into health_contact (one, version, first, second) values (1, 1, 'serveur@example.org', '') on conflict do nothing;
        insert into health_outage (code, wrong_at) values ('words', @at) on conflict do nothing;
        insert into health_told (code, address) values ('words', 'serveur@example.org') on conflict do nothing;
        insert into incident_wording (incident, number, written_at, written_as, information, circumstances, happened, known_on, people, serious, reasons, commission_on, people_on, notice_notes, measures) values (@id, 1, @at, 'steward', 'Des adresses', 'Une clé perdue', 'lundi', '2026-03-17', 'trois', 'no', 'La clé est chiffrée', '', '', '', 'Une autre clé');
        insert into mail_course (one, sent_at, out_why, domain_lacks) values (1, @at, '', 0) on conflict do nothing;
        insert into mail_setup (one, version, host, port, security, user_name, password, sender_address, most_per_day) values (1, 1, 'localhost', 9, 'None', 'recoverycop', @hash, 'nous@example.org', 200);
        insert into retention_run (code, done_at, erased, erased_in_all) values ('nothing', @at, 0, 0) on conflict do nothing;
        insert into withdrawn (node_id, subject_id, revision, position) select 'nobody', @hash, 0, min(position) from item;

        """;

    private const string OfChapter =
        """
        insert into file (hash, size) values (@hash, 32);
        insert into file_part (hash, number, bytes) values (@hash, 0, @bytes);
        insert into file_holder (id, holder, hash, is_named, added_at) select @id, id, @hash, 1, @at from (select id from grain_state where kind = 'meeting' order by id limit 1) m;
        insert into guest (id, meeting_id, day, hash, address, language, mode, is_coming, asked_at, confirmed_at) select @id, id, '2026-03-17', @hash, 'invitee@example.org', 'fr', 'remote', 1, @at, @at from (select id from grain_state where kind = 'meeting' order by id limit 1) m;
        insert into guest_letter (id, guest_id, fact, send_at, expires_at, state, tries, made_at, sent_at) values (@id, @id, 'asked-1', @at, @later, 'sent', 1, @at, @at);
        insert into hub_lane (lane, succeeded_at, failure, failures) values ('Push', @at, '', 0) on conflict do nothing;
        insert into inbox_setup (one, version, host, port, security, user_name, password, folder, every_minutes) values (1, 1, 'localhost', 9, 'None', 'recoverycop', @hash, 'INBOX', 1000);
        insert into inbox_cursor (one, mailbox, uid_validity, last_uid) values (1, 'recoverycop@localhost/INBOX', 1, 7);
        insert into invitation (id, batch, hash, address, shown, words, language, inviter, stay, state, tries, made_at, send_at, sent_at) select @id, @id, @hash, 'voisine@example.org', 'v…@example.org', 'Venez!', 'fr', id, stay, 'sent', 1, @at, @at, @at from account order by id limit 1;
        insert into invitation_never (hash, at) values (@hash, @at);
        insert into practice_feed_withdrawal (practice_id, item_id) values ('00000000-0000-7000-8000-000000000000', @hash);
        insert into receipt_withheld (feed_position, reason) values (1000000, 'CONTENT_MISSING');
        insert into security_seal (seal, number, salt) values (@hash, 1, @hash);
        """;

    /// <summary>Every table has a row, but for these: a step that only works on an empty table is no step.</summary>
    private static async Task Fill(Node node, string rows, params string[] empty)
    {
        var (at, bytes) = (TimeProvider.System.GetUtcNow(), new byte[32]);
        await using var database = node.Open();
        await database.Write(t => t.Execute(rows, new { id = Guid.CreateVersion7(at), hash = SHA256.HashData(bytes), bytes, at, later = at.AddDays(30) }), Cancel);
        var tables = await database.Query<string>(node.Database is null ? "select name from sqlite_master where type = 'table' and name not like 'sqlite%'" : "select tablename from pg_tables where schemaname = 'public'", null, Cancel);
        List<string> without = [];
        foreach (var table in tables.Order(StringComparer.Ordinal))
        {
            if (await database.Find<long>($"select count(*) from \"{table}\"", null, Cancel) == 0)
            {
                without.Add(table);
            }
        }

        Assert.Equal(empty, without);
    }

    private sealed class Node(string program, string folder, string? database, Ports ports) : IAsyncDisposable
    {
        private NodeProcess? _process;

        public string Folder => folder;

        public string? Database => database;

        public Uri Address => new($"http://127.0.0.1:{ports.Web}");

        public Database Open() => database is null ? new SqliteDatabase(Path.Combine(folder, "node.db")) : new PostgreSqlDatabase(database);

        public string Calls => $"http://127.0.0.1:{ports.Grpc}";

        public static Task<Node> Of(string program, string folder, string? database) => Task.FromResult(new Node(program, folder, database, Ports.Take(NodeProcess.Hub)));

        public async Task<string> Run(params string[] arguments)
        {
            var done = await NodeProcess.Run(program == NodeProcess.Chapter ? NodeProcess.Sample : program, [.. arguments, .. Where], Cancel, Environment);
            Assert.True(done.ExitCode == 0, done.Output + done.Error);
            return done.Output;
        }

        public async Task Start()
        {
            _process = NodeProcess.Start(program, Where, Environment);
            await _process.Answers(Address, Cancel);
        }

        public async Task Stop()
        {
            Assert.Equal(0, (await _process!.Stop(Cancel)).ExitCode);
            await _process.DisposeAsync();
            _process = null;
        }

        public async ValueTask DisposeAsync()
        {
            if (_process is not null)
            {
                await _process.DisposeAsync();
            }
        }

        private string[] Where => ["--data", folder, "--listen", $"http://127.0.0.1:{ports.Web}", .. program == NodeProcess.Hub ? new[] { "--set", $"Node:GrpcListen={Calls}" } : []];

        private Dictionary<string, string?> Environment => KeptNode.Settings(database).ToDictionary(setting => "RECOVERYCOP_" + setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);
    }
}
