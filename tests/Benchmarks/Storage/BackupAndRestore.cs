using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using RecoveryCoP.Benchmarks.Runner;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Testing;

namespace RecoveryCoP.Benchmarks.Storage;

/// <summary>How long a chapter that has much waits for a backup, and for all of it to come back on another machine with the words: by the program's own verbs, start and end included.</summary>
internal sealed class BackupAndRestore : IBenchmark
{
    private const int Megabytes = 200, FewMegabytes = 5;
    private const int BytesOfAText = 8_000, TextsAtOnce = 500;

    /// <inheritdoc />
    public string Name => "restore";

    /// <inheritdoc />
    public string About => $"a backup of a chapter with {Megabytes} MB of texts in an embedded database, its restore into another folder, and a check of all of it";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Sample>> Measure(bool quick, CancellationToken cancel)
    {
        using var folder = new TemporaryFolder();
        var (here, there) = (folder.File("here"), folder.File("there"));
        var founded = await Run("init", here, cancel, "--name", "Mesure", "--region", "05", "--person", "Camille", "--address", "camille@example.org", "--privacy-officer", "Présidence", "--privacy-contact", "camille@example.org");
        var words = Regex.Match(founded, @"Recovery words\s+(\S.*)").Groups[1].Value.Trim();
        await Fill(Path.Combine(here, "node.db"), quick ? FewMegabytes : Megabytes, cancel);

        var start = Stopwatch.GetTimestamp();
        var backup = (await Run("backup", here, cancel)).Split('\n')[0].Trim();
        var backedUp = Stopwatch.GetElapsedTime(start).TotalSeconds;

        start = Stopwatch.GetTimestamp();
        await using (var restoring = NodeProcess.Start(NodeProcess.Chapter, ["restore", backup, "--data", there]))
        {
            await restoring.Process.Type(words, cancel);
            Demand("restore", await restoring.Process.Ended(cancel));
        }

        var restored = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await Run("verify", there, cancel);
        return
        [
            new("database", "MB", new FileInfo(Path.Combine(there, "node.db")).Length / 1e6),
            new("backup", "MB", new FileInfo(backup).Length / 1e6),
            new("until it is backed up", "s", backedUp),
            new("until it is restored", "s", restored),
        ];
    }

    // Letters of which a machine finds little to leave out.
    private static async Task Fill(string file, int megabytes, CancellationToken cancel)
    {
        var random = new Random(1);
        var bytes = new byte[BytesOfAText * 3 / 4];
        await using var database = new SqliteDatabase(file);
        for (var left = megabytes * 1_000_000 / BytesOfAText; left > 0; left -= TextsAtOnce)
        {
            await database.Write(
                async t =>
                {
                    for (var n = 0; n < Math.Min(left, TextsAtOnce); n++)
                    {
                        random.NextBytes(bytes);
                        var text = Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes));
                        var hash = SHA256.HashData(text);
                        await t.Execute("insert into text (hash, bytes) values (@hash, @text)", new { hash, text });
                        await t.Execute("insert into text_holder (holder, hash) values (@holder, @hash)", new { holder = new Guid(hash.AsSpan(0, 16)), hash });
                    }
                },
                cancel);
        }
    }

    private static async Task<string> Run(string verb, string folder, CancellationToken cancel, params string[] arguments) =>
        Demand(verb, await NodeProcess.Run(NodeProcess.Chapter, [verb, "--data", folder, .. arguments], cancel));

    private static string Demand(string verb, Finished ended) =>
        ended.ExitCode == 0 ? ended.Output : throw new InvalidOperationException($"{verb} failed: {ended.Output}{ended.Error}");
}
