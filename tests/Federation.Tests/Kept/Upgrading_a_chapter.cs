using RecoveryCoP.Federation.Tests.Harness;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Federation.Tests.Kept;

/// <summary>
/// The program of today finds a database of an older version. While there is one version only, that is the kept one from which one step was taken away
/// (the topics: two views and three indexes), and which says that version 0.0.9 made it.
/// </summary>
public abstract class Upgrading_a_chapter(string engine, PostgresServer server) : IAsyncLifetime
{
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected Opened Node { get; private set; } = null!;

    private static string Here => Migrator.ProgramVersion.ToString(3);

    private string Backups => Path.Combine(Node.Folder, "backups");

    public async ValueTask InitializeAsync()
    {
        Node = await Opened.Of(KeptNode.Oldest("chapter", engine), server);
        await Node.Change("drop index topic_treated; drop index topic_open; drop index topic_by_proposer; drop view topic_interest; drop view topic; delete from schema_migration where feature = 'Topics'; update schema_migration set program = '0.0.9'");
    }

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task makes_a_backup_says_how_far_it_is_in_both_languages_and_serves()
    {
        await using (var running = await Node.Start())
        {
            var (backup, ledger) = (Assert.Single(Directory.GetFiles(Backups)), Path.Combine(Node.Folder, "erased.ledger"));
            var lines = running.Process.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(
                [
                    $"La base de données vient de la version 0.0.9 de ce programme\u00a0: elle passe à la version {Here}. · The database is from version 0.0.9 of this program: it is brought to version {Here}.",
                    "Avant tout, une sauvegarde… · First of all, a backup…",
                    $"La base de données est à jour (version {Here}). Pour revenir à la version 0.0.9, arrêtez le serveur, et rétablissez avec elle la sauvegarde d’avant, avec les treize mots de récupération\u00a0: restore {backup} --data NOUVEAU-DOSSIER --ledger {ledger}{(engine == "sqlite" ? "" : " --postgres BASE-DE-DONNÉES-VIDE")} · The database is up to date (version {Here}). To go back to version 0.0.9, stop the node, and restore the backup from before with it, with the thirteen recovery words: restore {backup} --data NEW-FOLDER --ledger {ledger}{(engine == "sqlite" ? "" : " --postgres EMPTY-DATABASE")}",
                ],
                (string[])[lines[0], lines[1], lines[^1]]);
            // The step that it lacks, and those of every version since the one that is kept.
            var steps = lines[2..^1];
            Assert.Equal($"Mise à jour 1 de {steps.Length} (Topics 1) · Upgrade 1 of {steps.Length} (Topics 1)", steps[0]);
            Assert.Equal(Enumerable.Range(1, steps.Length).Select(n => $"Mise à jour {n} de {steps.Length} "), steps.Select(step => step[..step.IndexOf('(', StringComparison.Ordinal)]));
            await running.Line($"Upgraded to {Here}", Cancel);
            Assert.Equal(0, (await running.Stop(Cancel)).ExitCode);
        }

        var verified = await Node.Run("verify", Assert.Single(Directory.GetFiles(Backups)));
        Assert.True(verified.ExitCode == 0, verified.Error);
        // The program that it takes to go back is the one that restores it.
        Assert.Contains(", 0.0.9", verified.Output, StringComparison.Ordinal);
        await DemandUpgraded();
        Assert.Single(Directory.GetFiles(Backups));
    }

    [Fact]
    public async Task killed_again_and_again_leaves_the_older_or_the_newer_database_and_one_backup()
    {
        var before = await Schema();

        // Topics have five statements, and a row that says so.
        foreach (var (point, pass) in new[] { (FaultPoints.UpgradeBackedUpNotBegun, 1), (FaultPoints.UpgradeStatementDone, 1), (FaultPoints.UpgradeStatementDone, 3), (FaultPoints.UpgradeStatementDone, 6) })
        {
            Assert.Equal(128 + 9, (await Node.Fail("--set", $"Faults:CrashAt={point}", "--set", $"Faults:CrashOnPass={pass}")).ExitCode);
            Assert.Equal(before, await Schema());
        }

        Assert.Equal(128 + 9, (await Node.Fail("--set", $"Faults:CrashAt={FaultPoints.UpgradeDoneNotStarted}")).ExitCode);
        Assert.NotEqual(before, await Schema());
        await DemandUpgraded();
        Assert.Single(Directory.GetFiles(Backups));
    }

    [Fact]
    public async Task killed_while_it_backs_up_leaves_the_older_database_and_backs_up_again()
    {
        var before = await Schema();

        var killed = await Node.Fail("--set", $"Faults:CrashAt={FaultPoints.BackupHalfWritten}");

        Assert.Equal(128 + 9, killed.ExitCode);
        Assert.Equal(before, await Schema());
        await DemandUpgraded();
        Assert.EndsWith(".backup", Assert.Single(Directory.GetFiles(Backups)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task without_a_backup_is_refused_in_words_and_done_when_somebody_says_so()
    {
        var before = await Schema();
        await File.WriteAllTextAsync(Backups, "a file where the folder should be", Cancel);

        var refused = await Node.Fail();

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("la sauvegarde d’avant la mise à jour n’a pas été faite", refused.Error, StringComparison.Ordinal);
        Assert.Contains("the backup before the upgrade was not made", refused.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed: version 0.0.9 still starts here", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, await Schema());

        File.Delete(Backups);
        await using var running = await Node.Start("--set", "Backup:BeforeUpgrade=false");
        Assert.False(Directory.Exists(Backups));
        Assert.Equal(0, (await running.Stop(Cancel)).ExitCode);
    }

    [Fact]
    public async Task without_its_signing_key_is_refused_before_anything_is_done()
    {
        var before = await Schema();
        Directory.Move(Path.Combine(Node.Folder, "keys"), Path.Combine(Node.Folder, "elsewhere"));
        Directory.CreateDirectory(Path.Combine(Node.Folder, "keys"));

        var refused = await Node.Fail();

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("The signing key of this node is not in", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, await Schema());
        Assert.False(Directory.Exists(Backups));
    }

    [Fact]
    public async Task that_fails_says_so_and_the_older_program_goes_on()
    {
        // Something has the name of what the step makes.
        await Node.Change("create table topic_interest (id bigint)");
        var before = await Schema();

        var failed = await Node.Fail();
        var again = await Node.Fail();

        Assert.All([failed, again], one =>
        {
            Assert.Equal(1, one.ExitCode);
            Assert.Contains("La mise à jour de la base de données n’a pas réussi", one.Error, StringComparison.Ordinal);
            Assert.Contains("Nothing in it was changed: version 0.0.9 of the program still starts here.", one.Error, StringComparison.Ordinal);
            // What the system says has one language, and is in neither sentence.
            Assert.Contains("topic_interest", one.Error.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
            Assert.Contains("Topics 1 (topics) failed at its statement 2", one.Output, StringComparison.Ordinal);
        });
        Assert.Contains(Assert.Single(Directory.GetFiles(Backups)), failed.Error, StringComparison.Ordinal);
        Assert.Equal(before, await Schema());
    }

    private protected async Task DemandUpgraded()
    {
        await using var running = await Node.Start();
        await Node.SignIn("edith.ammophile@example.org");
        Assert.Contains("Florence Épilobe", await Node.Read("/fr/personnes"), StringComparison.Ordinal);
        Assert.Equal(0, (await running.Stop(Cancel)).ExitCode);
        Manifest.Check($"tests/Chapter.Tests/Contracts/current.chapter.{engine}.sql", await Schema(), onlyAdditions: false);
        Assert.False(File.Exists(Path.Combine(Node.Folder, "upgrade-backup")));
    }

    private protected Task<IReadOnlyList<string>> Schema() => Node.Query(SchemaText.Sqlite, SchemaText.PostgreSql);
}

public sealed class Upgrading_a_chapter_sqlite(PostgresServer server) : Upgrading_a_chapter("sqlite", server)
{
    [Fact]
    public async Task on_a_disk_without_room_for_a_backup_is_refused()
    {
        var before = await Schema();
        await using var disk = await SmallDisk.Under(Node.Folder, "64m", Cancel);
        disk.FillUpTo(4_000_000);

        var refused = await Node.Fail();

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("There is not enough room on the disk for a backup", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, await Schema());
    }
}

public sealed class Upgrading_a_chapter_postgresql(PostgresServer server) : Upgrading_a_chapter("postgresql", server)
{
    [Fact]
    public async Task by_two_nodes_at_once_is_done_and_backed_up_by_one_while_the_other_waits()
    {
        using var copy = new TemporaryFolder();
        Folders.Copy(Node.Folder, copy.File("data"));
        await using var one = Node.Begin(Node.Folder);
        await using var another = Node.Begin(copy.File("data"));

        // Whoever came first has the database until it ends.
        var waits = await await Task.WhenAny(Waits(one), Waits(another));
        var first = waits == one ? another : one;
        await first.Answers(Node.Address, Cancel);
        Assert.Equal(0, (await first.Stop(Cancel)).ExitCode);
        await waits.Answers(Node.Address, Cancel);
        Assert.Equal(0, (await waits.Stop(Cancel)).ExitCode);

        Assert.Contains("Mise à jour 1 de ", first.Process.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Mise à jour", waits.Process.Error, StringComparison.Ordinal);
        Assert.Single(new[] { Node.Folder, copy.File("data") }.Select(folder => Path.Combine(folder, "backups")).Where(Directory.Exists).SelectMany(Directory.GetFiles));

        static async Task<NodeProcess> Waits(NodeProcess node)
        {
            await node.Line("Another node lives on the database", Cancel);
            return node;
        }
    }
}
