using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using RecoveryCoP.Federation.Tests.Harness;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Federation.Tests;

/// <summary>A chapter of its own, without a hub: what is in a backup is in the node that is restored from it, and what is no such backup is refused.</summary>
public abstract class Backing_up_and_restoring(FoundedChapter founded) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly Ports _ports = Ports.Take(NodeProcess.Chapter);

    /// <summary>The thirteen.</summary>
    protected string Words => founded.Words;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected string Here => _folder.File("here");

    protected string There => _folder.File("there");

    private FormClient Browser { get; set; } = null!;

    private Uri Address => new($"http://127.0.0.1:{_ports.Web}");

    public async ValueTask InitializeAsync()
    {
        await founded.Found(() => NewDatabase(null), SettingsOf, Cancel);
        Folders.Copy(founded.Folder, Here);
        await File.WriteAllTextAsync(Path.Combine(Here, "settings.json"), SettingsOf(await NewDatabase(founded.Database)), Cancel);
        await MoveIn();
        Browser = new FormClient(Address, founded.Browser);
    }

    public ValueTask DisposeAsync()
    {
        Browser.Dispose();
        _folder.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task brings_back_what_people_wrote_and_who_they_are_while_they_stay_signed_in()
    {
        var backup = await BackedUp();
        var restored = await Restore(backup);
        Assert.True(restored.ExitCode == 0, restored.Error);

        await using var node = await Started(There);
        var practices = await Browser.Open("/fr/pratiques", Cancel);
        Assert.Contains("Le café du jeudi", practices.Words, StringComparison.Ordinal);
        var link = practices.Page.QuerySelectorAll("main a").First(a => a.TextContent.Contains("Le café du jeudi", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Contains("Une cafetière et deux heures.", (await Browser.Open(link, Cancel)).Words, StringComparison.Ordinal);
        Assert.Contains("Rétabli à partir d’une sauvegarde", (await Browser.Open("/fr/acces/journal", Cancel)).Words, StringComparison.Ordinal);
        Assert.True((await Browser.Fill("/fr/pratiques/ecrire", "write", Cancel, ("Title", "Après"), ("Text", "Encore."))).IsDone);
        await node.Stop(Cancel);
        var verified = await Run(There, "verify");
        Assert.True(verified.ExitCode == 0, verified.Error);
        Assert.Contains("All of it is whole", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task can_be_verified_where_it_was_made_and_elsewhere_with_theWords_alone()
    {
        var backup = await BackedUp();

        var here = await Run(Here, "verify", backup);
        var elsewhere = await Typing(Words, "verify", backup, "--data", _folder.File("nowhere"));
        var drill = await Run(Here, "drill");
        // As they are on paper, one below the other.
        var proven = await Typing(Words.Replace(' ', '\n'), "prove-words", "--data", Here);
        var wrong = await Typing("abeille abeille", "prove-words", "--data", Here);

        var nothing = await Run(Here, "verify", _folder.File("nothing.backup"));
        Assert.Contains("nothing.backup is not there", nothing.Error, StringComparison.Ordinal);
        Assert.All([here, elsewhere, drill, proven], done => Assert.True(done.ExitCode == 0, done.Error));
        Assert.Contains("All of it is whole", here.Output, StringComparison.Ordinal);
        Assert.Equal(here.Output, elsewhere.Output);
        Assert.Contains("these are the recovery words", proven.Output, StringComparison.Ordinal);
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("these are not the recovery words", wrong.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("nowhere")));
    }

    [Fact]
    public async Task of_a_node_that_runs_is_done_and_verified_by_that_node()
    {
        await using var node = await Started(Here);

        var backup = await BackedUp();
        var running = await Run(Here, "verify");
        var file = await Run(Here, "verify", backup);
        var over = await Restore(backup, Here);

        Assert.Contains("All of it is whole", running.Output, StringComparison.Ordinal);
        Assert.True(file.ExitCode == 0, file.Error);
        Assert.Contains("A node runs on", over.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await node.Stop(Cancel)).ExitCode);
    }

    [Fact]
    public async Task with_anything_but_the_rightWords_into_a_new_folder_is_refused_by_name_and_changes_nothing()
    {
        var backup = await BackedUp();
        using var others = RecoveryKey.Create();
        var bytes = await File.ReadAllBytesAsync(backup, Cancel);
        var cut = _folder.File("cut.backup");
        await File.WriteAllBytesAsync(cut, bytes[..^1000], Cancel);
        var newer = _folder.File("newer.backup");
        var here = RecoveryCoP.Node.Storage.Migrator.ProgramVersion.ToString(3);
        await File.WriteAllBytesAsync(newer, Changed(bytes, $"\"program\":\"{here}\"", $"\"program\":\"9{here[1..]}\""), Cancel);
        Directory.CreateDirectory(_folder.File("full"));
        await File.WriteAllTextAsync(_folder.File("full", "photo.jpg"), "", Cancel);

        var hub = await NodeProcess.Run(NodeProcess.Hub, ["restore", backup, "--data", There], Cancel);
        (string Says, Finished Refused)[] all =
        [
            ("These are not thirteen recovery words", await Typing("abeille", [.. RestoreArguments(backup, There, await EmptyDatabase())])),
            ("These are not thirteen recovery words", await Typing(Words + " abeille", [.. RestoreArguments(backup, There, await EmptyDatabase())])),
            ("These recovery words are not those of this backup", await Typing(string.Join(' ', others.Words), [.. RestoreArguments(backup, There, await EmptyDatabase())])),
            ("damaged or incomplete", await Typing(Words, [.. RestoreArguments(cut, There, await EmptyDatabase())])),
            ($"is from version 9{here[1..]}", await Restore(newer)),
            ("This file is no backup", await Restore(Path.Combine(Here, "mark"))),
            ("is not there", await Restore(_folder.File("missing.backup"))),
            ("already holds a node’s data", await Restore(backup, Here)),
            ("is not empty. Choose a folder", await Restore(backup, _folder.File("full"))),
            ("another program (chapter)", hub),
            ("nowhere.ledger is not there", await Typing(Words, [.. RestoreArguments(backup, There, await EmptyDatabase()), "--ledger", _folder.File("nowhere.ledger")])),
            ("is no ledger of departures", await Typing(Words, [.. RestoreArguments(backup, There, await EmptyDatabase()), "--ledger", Path.Combine(Here, "mark")])),
            (OtherEngine.Says, await Typing(Words, ["restore", backup, "--data", There, .. OtherEngine.With])),
        ];

        Assert.All(all, one =>
        {
            Assert.Equal(1, one.Refused.ExitCode);
            Assert.Contains(one.Says, one.Refused.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", one.Refused.Error, StringComparison.Ordinal);
        });
        Assert.False(Directory.Exists(There));
        Assert.False(Directory.Exists(There + ".restoring"));
        Assert.Equal("photo.jpg", Path.GetFileName(Directory.GetFileSystemEntries(_folder.File("full")).Single()));
    }

    [Theory]
    [InlineData("backup-copied-not-written")]
    [InlineData("backup-half-written")]
    [InlineData("backup-written-not-named")]
    public async Task that_is_killed_leaves_no_backup_and_no_copy_and_the_next_one_is_made(string point)
    {
        var first = await BackedUp();

        var killed = await NodeProcess.Run(NodeProcess.Chapter, ["backup", "--data", Here], Cancel, new Dictionary<string, string?> { ["RECOVERYCOP_Faults__CrashAt"] = point });

        Assert.Equal(128 + 9, killed.ExitCode);
        Assert.Equal([first], Directory.GetFiles(Path.GetDirectoryName(first)!, "*.backup"));
        var second = await BackedUp();
        Assert.Equal([first, second], Directory.GetFiles(Path.GetDirectoryName(first)!).Order(StringComparer.Ordinal));
        Assert.False(Directory.Exists(Path.Combine(Here, "backup-work")));
        Assert.Equal(0, (await Run(Here, "verify", second)).ExitCode);
    }

    [Theory]
    [InlineData("restore-unpacked-not-checked")]
    [InlineData("restore-filled-not-renewed")]
    [InlineData("restore-done-not-named")]
    public async Task that_is_killed_while_restoring_leaves_nothing_and_is_done_again(string point)
    {
        var backup = await BackedUp();
        var database = await EmptyDatabase();

        var killed = await Typing(Words, [.. RestoreArguments(backup, There, database), "--set", $"Faults:CrashAt={point}"]);
        Assert.Equal(128 + 9, killed.ExitCode);
        Assert.False(Directory.Exists(There));

        var again = await Typing(Words, [.. RestoreArguments(backup, There, database)]);
        Assert.True(again.ExitCode == 0, again.Error);
        Assert.False(Directory.Exists(There + ".restoring"));
        var verified = await Run(There, "verify");
        Assert.True(verified.ExitCode == 0, verified.Error);
    }

    [Fact]
    public async Task of_an_older_version_where_its_node_lies_is_brought_to_this_one_and_knows_what_was_erased_since()
    {
        await using (var node = await Started(Here))
        {
            Assert.True((await Browser.Fill("/fr/sujets/proposer", "propose", Cancel, ("Title", Erased), ("Stream", "system"))).IsDone);
            Assert.Equal(0, (await node.Stop(Cancel)).ExitCode);
        }

        await MakeOlder("delete from schema_migration where feature = 'Topics'; update schema_migration set program = '0.0.9'; drop index topic_treated; drop index topic_open; drop index topic_by_proposer; drop view topic_interest; drop view topic");
        await using (var node = await Started(Here))
        {
            var topic = (await Browser.Open("/fr/sujets", Cancel)).Page.QuerySelectorAll("main a").First(a => a.TextContent.Contains(Erased, StringComparison.Ordinal)).GetAttribute("href")!;
            Assert.True((await Browser.Fill(topic, "withdraw", Cancel)).IsDone);
            await Patiently.Until(() => Task.FromResult(File.Exists(Path.Combine(Here, "erased.ledger"))), () => "Nobody wrote into the ledger", Cancel);
            Assert.Equal(0, (await node.Stop(Cancel)).ExitCode);
        }

        var restored = await Restore(Assert.Single(Directory.GetFiles(Path.Combine(Here, "backups"))));

        Assert.True(restored.ExitCode == 0, restored.Error);
        Assert.Contains("The database is from version 0.0.9 of this program: it is brought to version", restored.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("a backup…", restored.Error, StringComparison.Ordinal);
        Assert.Contains("made here too: 1", restored.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(There, "backups")));
        await using var there = await Started(There);
        Assert.DoesNotContain(Erased, (await Browser.Open("/fr/sujets", Cancel)).Words, StringComparison.Ordinal);
        Assert.Equal(0, (await there.Stop(Cancel)).ExitCode);
    }

    [Fact]
    public async Task of_an_older_version_that_cannot_be_brought_to_this_one_leaves_nothing_and_says_which_version_restores_it()
    {
        await MakeOlder("delete from schema_migration where feature = 'Topics'; update schema_migration set program = '0.0.9'; drop index topic_treated");
        // It begins with a backup, and fails: something has the name of what the step makes.
        var failed = await NodeProcess.Run(NodeProcess.Chapter, ["--data", Here, "--listen", Address.GetLeftPart(UriPartial.Authority)], Cancel);
        Assert.Contains("still starts here", failed.Error, StringComparison.Ordinal);

        var restored = await Restore(Assert.Single(Directory.GetFiles(Path.Combine(Here, "backups"))));

        Assert.Equal(1, restored.ExitCode);
        Assert.Contains("nothing is restored, and the backup is as it was. Restore it with version 0.0.9 of the program.", restored.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("starts here", restored.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(There));
    }

    [Fact]
    public async Task somebody_who_left_and_what_was_erased_after_the_backup_are_not_there_afterwards()
    {
        await using (var node = await Started(Here))
        {
            Assert.True((await Browser.Fill("/fr/acces", "add", Cancel, ("Name", "Dominique"), ("Address", "dominique@example.org"), ("Language", "fr"))).IsDone);
            await node.Stop(Cancel);
        }

        var dominique = await Run(Here, "sign-in-link", "--address", "dominique@example.org");
        using var theirs = new FormClient(Address);
        string backup;
        await using (var node = await Started(Here))
        {
            await theirs.SignIn(dominique.Output.Trim(), Cancel);
            Assert.True((await theirs.Fill("/fr/charte/adherer", "accept", Cancel)).IsDone);
            Assert.True((await theirs.Fill("/fr/ma-page/profil", "describe", Cancel, ("TalkAbout", Canary))).IsDone);
            Assert.True((await Browser.Fill("/fr/sujets/proposer", "propose", Cancel, ("Title", Erased), ("Stream", "system"))).IsDone);
            backup = await BackedUp();
            Assert.True((await theirs.Fill("/fr/ma-page", "leave", Cancel)).IsDone);
            var topic = (await Browser.Open("/fr/sujets", Cancel)).Page.QuerySelectorAll("main a").First(a => a.TextContent.Contains(Erased, StringComparison.Ordinal)).GetAttribute("href")!;
            Assert.True((await Browser.Fill(topic, "withdraw", Cancel)).IsDone);
            await Patiently.Until(async () => File.Exists(Path.Combine(Here, "erased.ledger")) && (await File.ReadAllLinesAsync(Path.Combine(Here, "erased.ledger"), Cancel)).Length == 2, () => "Nobody wrote into the ledger", Cancel);
            Assert.Equal(0, (await node.Stop(Cancel)).ExitCode);
        }

        // The ledger of the folder was lost with it; a newer backup has one.
        var kept = _folder.Folder("kept");
        File.Copy(backup, Path.Combine(kept, Path.GetFileName(backup)));
        var newer = await BackedUp();
        File.Copy(newer, Path.Combine(kept, Path.GetFileName(newer)));
        // The newest of all is no good.
        var spoiled = string.Concat(Path.GetFileName(newer).AsSpan(0, "rcop-123456789012-".Length), "2031-01-01-000000.backup");
        await File.WriteAllBytesAsync(Path.Combine(kept, spoiled), (await File.ReadAllBytesAsync(newer, Cancel))[..^1], Cancel);
        var restored = await Restore(Path.Combine(kept, Path.GetFileName(backup)));

        Assert.True(restored.ExitCode == 0, restored.Error);
        Assert.Contains(spoiled + " is newer and could not be read", restored.Output, StringComparison.Ordinal);
        Assert.Contains("have left here too: 1", restored.Output, StringComparison.Ordinal);
        Assert.Contains("made here too: 1", restored.Output, StringComparison.Ordinal);
        await using var there = await Started(There);
        Assert.DoesNotContain(Erased, (await Browser.Open("/fr/sujets", Cancel)).Words, StringComparison.Ordinal);
        Assert.False(await Holds(Erased), "What was erased came back");
        Assert.DoesNotContain("Dominique", (await Browser.Open("/fr/acces", Cancel)).Words, StringComparison.Ordinal);
        await Patiently.Until(async () => !await Holds(Canary), () => "What somebody said of themselves came back", Cancel);
        Assert.Equal(0, (await there.Stop(Cancel)).ExitCode);
    }

    [Fact]
    public async Task somebody_else_goes_on_when_the_only_steward_and_the_machine_are_gone()
    {
        string backup;
        await using (var node = await Started(Here))
        {
            Assert.True((await Browser.Fill("/fr/acces", "add", Cancel, ("Name", "Dominique"), ("Address", "dominique@example.org"), ("Language", "fr"))).IsDone);
            backup = await BackedUp();
            await node.Stop(Cancel);
        }

        // Another machine, on which nobody has ever signed in; what was sent to Camille nobody reads.
        var restored = await Restore(backup);
        Assert.True(restored.ExitCode == 0, restored.Error);
        var (instead, theirs) = (await Run(There, "sign-in-link", "--address", "camille@example.org"), await Run(There, "sign-in-link", "--address", "dominique@example.org"));
        Assert.True(instead.ExitCode == 0, instead.Error);

        await using var there = await Started(There);
        using (var console = new FormClient(Address))
        {
            await console.SignIn(instead.Output.Trim(), Cancel);
            Assert.True((await console.Fill(await PageOf(console, "Dominique"), "give", Cancel, ("Role", "steward"))).IsDone);
        }

        using var dominique = new FormClient(Address);
        await dominique.SignIn(theirs.Output.Trim(), Cancel);
        Assert.True((await dominique.Fill("/fr/charte/adherer", "accept", Cancel)).IsDone);
        Assert.True((await dominique.Fill(await PageOf(dominique, "Camille"), "end", Cancel)).IsDone);
        Assert.DoesNotContain("Camille", (await dominique.Open("/fr/acces", Cancel)).Words, StringComparison.Ordinal);
        Assert.Contains("Lien d’entrée fait à la console du serveur", (await dominique.Open("/fr/acces/journal", Cancel)).Words, StringComparison.Ordinal);
        Assert.Equal(0, (await there.Stop(Cancel)).ExitCode);
    }

    private static async Task<string> PageOf(FormClient browser, string name) =>
        (await browser.Open("/fr/acces", Cancel)).Page.QuerySelectorAll("main a").First(a => a.TextContent.Contains(name, StringComparison.Ordinal)).GetAttribute("href")!;

    /// <summary>Text that nobody writes by chance.</summary>
    private const string Canary = "canari-4f1d9a77", Erased = "canari-5a2e8b66";

    /// <summary>A database, empty or a copy of another; where it is, when the folder is not enough.</summary>
    protected abstract Task<string> NewDatabase(string? like);

    /// <summary>What settings.json says of it.</summary>
    protected abstract string SettingsOf(string database);

    /// <summary>The database is the node's own from now on, and no copy of another's.</summary>
    protected abstract Task MoveIn();

    /// <summary>How a restore is told where to; nothing where the folder is enough.</summary>
    protected abstract Task<string[]> EmptyDatabase();

    /// <summary>What a restore into the other engine is told, and says.</summary>
    protected abstract (string Says, string[] With) OtherEngine { get; }

    /// <summary>Changes the database, while no node runs on it.</summary>
    protected abstract Task MakeOlder(string sql);

    /// <summary>True where the restored node holds that text somewhere.</summary>
    protected abstract Task<bool> Holds(string text);

    /// <summary>Where it was restored.</summary>
    protected string Restored => There;

    /// <summary>Another folder.</summary>
    protected string Aside(string name) => _folder.Folder(name);

    protected async Task<string> BackedUp()
    {
        var made = await Run(Here, "backup");
        Assert.True(made.ExitCode == 0, made.Error);
        return made.Output.Split('\n')[0].Trim();
    }

    private async Task<Finished> Restore(string backup, string? folder = null) => await Typing(Words, RestoreArguments(backup, folder ?? There, await EmptyDatabase()));

    protected static string[] RestoreArguments(string backup, string folder, string[] database) => ["restore", backup, "--data", folder, .. database];

    private static Task<Finished> Run(string folder, params string[] arguments) => NodeProcess.Run(NodeProcess.Chapter, [.. arguments, "--data", folder], Cancel);

    protected static async Task<Finished> Typing(string line, params string[] arguments)
    {
        await using var program = NodeProcess.Start(NodeProcess.Chapter, arguments);
        await program.Process.Type(line, Cancel);
        program.Process.EndInput();
        return await program.Process.Ended(Cancel);
    }

    private async Task<NodeProcess> Started(string folder)
    {
        var node = NodeProcess.Start(NodeProcess.Chapter, ["--data", folder, "--listen", Address.GetLeftPart(UriPartial.Authority)]);
        await node.Answers(Address, Cancel);
        return node;
    }

    private static byte[] Changed(byte[] file, string from, string to)
    {
        var changed = file.ToArray();
        var at = changed.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(from));
        Assert.True(at > 0);
        System.Text.Encoding.ASCII.GetBytes(to).CopyTo(changed, at);
        return changed;
    }
}

/// <summary>A chapter of which each test has a copy: Camille is signed in there, and wrote a practice.</summary>
public sealed class FoundedChapter : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Uri _address = new($"http://127.0.0.1:{Ports.Take(NodeProcess.Chapter).Web}");

    public FoundedChapter() => Browser = new(_address);

    public string Folder => _folder.Path;

    public string Words { get; private set; } = "";

    /// <summary>Where its database is; null before it is founded.</summary>
    public string? Database { get; private set; }

    public FormClient Browser { get; }

    /// <summary>Founds it, once.</summary>
    public async Task Found(Func<Task<string>> newDatabase, Func<string, string> settingsOf, CancellationToken cancel)
    {
        if (Database is not null)
        {
            return;
        }

        var database = await newDatabase();
        await File.WriteAllTextAsync(_folder.File("settings.json"), settingsOf(database), cancel);
        var founded = await NodeProcess.Run(
            NodeProcess.Chapter,
            ["init", "--name", "Communauté", "--region", "05", "--person", "Camille", "--address", "camille@example.org", "--privacy-officer", "Direction", "--privacy-contact", "vie@example.org", "--data", Folder],
            cancel);
        Assert.True(founded.ExitCode == 0, founded.Output + founded.Error);
        Words = Regex.Match(founded.Output, @"Recovery words\s+(\S.*)").Groups[1].Value.Trim();
        await using var node = NodeProcess.Start(NodeProcess.Chapter, ["--data", Folder, "--listen", _address.GetLeftPart(UriPartial.Authority)]);
        await node.Answers(_address, cancel);
        await Browser.SignIn(Regex.Match(founded.Output, @"http\S+#t=\S+").Value, cancel);
        Assert.True((await Browser.Fill("/fr/charte/adherer", "accept", cancel)).IsDone);
        Assert.True((await Browser.Fill("/fr/pratiques/ecrire", "write", cancel, ("Title", "Le café du jeudi"), ("Text", "Une cafetière et deux heures."))).IsDone);
        await node.Stop(cancel);
        Database = database;
    }

    public void Dispose()
    {
        Browser.Dispose();
        _folder.Dispose();
    }
}

public sealed class Backing_up_and_restoring_sqlite(FoundedChapter founded) : Backing_up_and_restoring(founded), IClassFixture<FoundedChapter>
{
    [Fact]
    public async Task its_database_copied_alone_is_refused_and_says_what_is_missing()
    {
        var alone = Aside("alone");
        File.Copy(Path.Combine(Here, "node.db"), Path.Combine(alone, "node.db"));

        var started = await NodeProcess.Run(NodeProcess.Chapter, ["--data", alone, "--listen", $"http://127.0.0.1:{FreePorts.Take()}"], Cancel);

        Assert.Equal(1, started.ExitCode);
        Assert.Contains("was copied here alone: mark, keys, cookies of its data folder are missing", started.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(alone, "cookies")));
    }

    protected override (string Says, string[] With) OtherEngine => ("This backup is from SQLite", ["--postgres", "Host=127.0.0.1;Database=nothing"]);

    protected override Task<string> NewDatabase(string? like) => Task.FromResult("");

    protected override string SettingsOf(string database) => "{}";

    protected override Task MoveIn()
    {
        TestNode.MoveIn(Here);
        return Task.CompletedTask;
    }

    protected override Task<string[]> EmptyDatabase() => Task.FromResult<string[]>([]);

    protected override async Task MakeOlder(string sql)
    {
        await using var database = new SqliteConnection($"Data Source={Path.Combine(Here, "node.db")};Pooling=False");
        await database.ExecuteAsync(sql);
    }

    protected override Task<bool> Holds(string text) => Task.FromResult(Directory.GetFiles(Restored).Where(file => Path.GetFileName(file).StartsWith("node.db", StringComparison.Ordinal)).Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;
    }));
}

public sealed class Backing_up_and_restoring_postgresql(FoundedChapter founded, PostgresServer server) : Backing_up_and_restoring(founded), IClassFixture<FoundedChapter>
{
    private string _made = "", _restored = "";

    protected override (string Says, string[] With) OtherEngine => ("This backup is from PostgreSQL", []);

    [Fact]
    public async Task a_database_other_than_the_one_it_had_begun_to_fill_is_left_alone()
    {
        var (backup, own) = (await BackedUp(), await EmptyDatabase());
        var killed = await Typing(Words, [.. RestoreArguments(backup, There, own), "--set", "Faults:CrashAt=restore-filled-not-renewed"]);
        Assert.Equal(128 + 9, killed.ExitCode);

        var other = await Typing(Words, RestoreArguments(backup, There, ["--postgres", _made]));
        Assert.Equal(1, other.ExitCode);
        Assert.Contains("The database is not empty", other.Error, StringComparison.Ordinal);
        Assert.Equal([Path.Combine(There + ".restoring", "restoring")], Directory.GetFileSystemEntries(There + ".restoring"));

        var again = await Typing(Words, RestoreArguments(backup, There, own));
        Assert.True(again.ExitCode == 0, again.Error);
    }

    // As somebody writes it by hand.
    protected override async Task<string> NewDatabase(string? like) => _made = await server.CreateDatabase(Cancel, like);

    // As somebody writes it by hand.
    protected override string SettingsOf(string database) => $$"""
        {
          // la base de données
          "Storage:Engine": "PostgreSql",
          "storage:ConnectionString": {{System.Text.Json.JsonSerializer.Serialize(database)}},
        }
        """;

    protected override Task MoveIn() => MakeOlder("update node set home = null");

    protected override async Task MakeOlder(string sql)
    {
        await using var database = new NpgsqlConnection(_made);
        await database.ExecuteAsync(sql);
    }

    protected override async Task<string[]> EmptyDatabase() => ["--postgres", _restored = await server.CreateDatabase(Cancel)];

    protected override async Task<bool> Holds(string text)
    {
        await using var source = NpgsqlDataSource.Create(_restored);
        await using var command = source.CreateCommand("select count(*) from grain_state where state::text like '%' || $1 || '%'");
        command.Parameters.AddWithValue(text);
        return (long)(await command.ExecuteScalarAsync(Cancel))! > 0;
    }
}
