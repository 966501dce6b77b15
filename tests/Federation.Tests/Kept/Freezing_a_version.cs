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
        await Live(hub, "camille@example.org", _ => Task.CompletedTask);
        await hub.Start();
        await Live(chapter, "edith.ammophile@example.org", browser => Write(browser, chapter));
        await chapter.Run("sync");
        await hub.Stop();
        await Fill(hub, OfBoth, "feed_again", "grain_state", "security_seal", "text", "text_holder", "waiting_profile", "withdrawn");
        await Fill(chapter, OfBoth + OfChapter, "feed_again");
        await new KeptNode(version, "hub", engine).Keep(hub.Folder, hub.Database, Cancel);
        await new KeptNode(version, "chapter", engine).Keep(chapter.Folder, chapter.Database, Cancel);
    }

    /// <summary>Serves, while somebody is signed in; and is backed up.</summary>
    private static async Task Live(Node node, string address, Func<FormClient, Task> visit)
    {
        await node.Run("backup");
        var link = await node.Run("sign-in-link", "--address", address);
        await node.Start();
        using var browser = new FormClient(node.Address);
        await browser.SignIn(link.Trim(), Cancel);
        await visit(browser);
        await node.Stop();
    }

    // What the sample does not have: a file of a meeting, invitations, and a practice that is withdrawn.
    private static async Task Write(FormClient browser, Node chapter)
    {
        await using var database = chapter.Open();
        var meeting = await database.Find<Guid>("select id from grain_state where kind = 'meeting' order by id limit 1", null, Cancel);
        Assert.True((await browser.FillFile($"/fr/rencontres/{meeting}/fichiers", "add-file", "File", FileSamples.Pdf(), "plan.pdf", Cancel, ("Language", "fr"))).IsDone);
        var invited = await browser.Fill("/fr/inviter", "invite", Cancel, ("Addresses", "a@example.org"), ("Step", "send"));
        Assert.True(invited.IsDone, invited.Words);
        var practice = await database.Find<string>("select practice_id from practice_feed where practice_id not in (select cast(id as text) from grain_state where cast(state as text) like '%coup de fil%') order by practice_id limit 1", null, Cancel);
        var withdrawn = await browser.Fill($"/fr/pratiques/{practice}", "withdraw", Cancel, ("Reason", "mistake"));
        Assert.True(withdrawn.IsDone, withdrawn.Words);
    }

    // What takes another server, somebody’s answer or a mistake to come about.
    private const string OfBoth =
        """
        insert into address_change (account_id, letter, address, code, tries, made_at, expires_at) select id, @id, 'nouvelle@example.org', @hash, 0, @at, @later from account order by id limit 1;
        insert into address_left (id, account_id, address, at) select @id, id, 'ancienne@example.org', @at from account order by id limit 1;
        insert into feed_evidence (node_id, signed_id, feed_position, reason, signed, seen_at) values ('nobody', @hash, 7, 'FORK', @hash, @at);
        insert into mail_setup (one, version, host, port, security, user_name, password, sender_address, most_per_day) values (1, 1, 'localhost', 9, 'None', 'recoverycop', @hash, 'nous@example.org', 200);

        """;

    private const string OfChapter =
        """
        insert into guest (id, meeting_id, day, hash, address, language, mode, is_coming, asked_at, confirmed_at) select @id, id, '2026-03-17', @hash, 'invitee@example.org', 'fr', 'remote', 1, @at, @at from (select id from grain_state where kind = 'meeting' order by id limit 1) m;
        insert into guest_letter (id, guest_id, fact, send_at, expires_at, state, tries, made_at, sent_at) values (@id, @id, 'asked-1', @at, @later, 'sent', 1, @at, @at);
        insert into inbox_setup (one, version, host, port, security, user_name, password, folder, every_minutes) values (1, 1, 'localhost', 9, 'None', 'recoverycop', @hash, 'INBOX', 1000);
        insert into inbox_cursor (one, mailbox, uid_validity, last_uid) values (1, 'recoverycop@localhost/INBOX', 1, 7);
        insert into invitation_never (hash, at) values (@hash, @at);
        insert into receipt_withheld (feed_position, reason) values (1000000, 'CONTENT_MISSING');
        insert into security_seal (seal, number, salt) values (@hash, 1, @hash);
        """;

    /// <summary>Every table has a row, but for these: a step that only works on an empty table is no step.</summary>
    private static async Task Fill(Node node, string rows, params string[] empty)
    {
        var at = TimeProvider.System.GetUtcNow();
        await using var database = node.Open();
        await database.Write(t => t.Execute(rows, new { id = Guid.CreateVersion7(at), hash = new byte[32], at, later = at.AddDays(30) }), Cancel);
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
