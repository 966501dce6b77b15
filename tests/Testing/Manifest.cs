namespace RecoveryCoP.Testing;

/// <summary>
/// A contract written down as lines in a checked-in file, so that no change of it goes unnoticed. <c>RECOVERYCOP_MANIFESTS=write</c> writes the files anew;
/// what others already rely on can only be added to: a line that would disappear fails then too.
/// </summary>
public static class Manifest
{
    /// <summary>The environment variable.</summary>
    public const string Variable = "RECOVERYCOP_MANIFESTS";

    /// <summary>Fails when the file does not say what is so.</summary>
    /// <param name="file">From the repository's root.</param>
    /// <param name="now">What is so, in a fixed order.</param>
    /// <param name="onlyAdditions">True for what other programs or stored bytes rely on.</param>
    public static void Check(string file, IEnumerable<string> now, bool onlyAdditions)
    {
        var path = Path.Combine(Repository.Root, file);
        var lines = now.SelectMany(line => line.ReplaceLineEndings("\n").Split('\n')).Select(line => line.TrimEnd()).ToList();
        var before = File.Exists(path) ? File.ReadAllLines(path) : [];
        if (onlyAdditions)
        {
            Assert.Empty(before.Except(lines));
        }

        if (Environment.GetEnvironmentVariable(Variable) == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, string.Join('\n', lines) + "\n");
            return;
        }

        Assert.True(before.SequenceEqual(lines), $"{file} is not what is so any more. Look at what changed, then run the tests with {Variable}=write.\n{string.Join('\n', lines.Except(before).Select(l => "+ " + l).Concat(before.Except(lines).Select(l => "- " + l)))}");
    }
}
