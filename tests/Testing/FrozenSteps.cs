using System.Security.Cryptography;
using System.Text;

namespace RecoveryCoP.Testing;

/// <summary>A step of the schema, as a file of the sources.</summary>
/// <param name="File">From the repository's root.</param>
/// <param name="Number">Its number.</param>
/// <param name="Checksum">SHA-256 of its lines.</param>
public sealed record StepFile(string File, int Number, string Checksum);

/// <summary>
/// The steps that releases have applied to databases, in <c>tests/Kept/VERSION/steps.txt</c>: a line a file, behind one that names the program. They are never changed again, since a database that went
/// through one goes through no other; what changes later is a new file.
/// </summary>
public static class FrozenSteps
{
    private const string Program = "program";

    /// <summary>Where versions are kept.</summary>
    public static string Kept => Path.Combine(Repository.Root, "tests", "Kept");

    /// <summary>The versions there are, the oldest first.</summary>
    public static IReadOnlyList<int> Versions => !Directory.Exists(Kept) ? [] :
        [.. Directory.GetDirectories(Kept).Select(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture)).Order()];

    /// <summary>The steps of a version, as it was frozen.</summary>
    public static IReadOnlyList<StepFile> Of(int version) =>
        [.. File.ReadAllLines(FileOf(version)).Select(line => line.Split(' ')).Where(line => line[0] != Program).Select(line => new StepFile(line[1], NumberOf(line[1]), line[0]))];

    /// <summary>The version of the program that was released with it.</summary>
    public static Version ProgramOf(int version) =>
        Version.Parse(File.ReadAllLines(FileOf(version)).Select(line => line.Split(' ')).First(line => line[0] == Program)[1]);

    /// <summary>The steps that there are now.</summary>
    public static IReadOnlyList<StepFile> Now { get; } =
    [
        .. from project in new[] { "Node", "Chapter", "Hub" }
           from path in Directory.GetFiles(Path.Combine(Repository.Root, "src", project), "*.sql", SearchOption.AllDirectories)
           let file = Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')
           where Path.GetFileName(Path.GetDirectoryName(path)) == "Schema" && file.Split('/').Length == 5
           orderby file
           select new StepFile(file, NumberOf(file), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(File.ReadAllText(path).ReplaceLineEndings("\n"))))),
    ];

    /// <summary>Freezes what no earlier version has.</summary>
    /// <param name="version">Which; one that communities run on is never frozen anew.</param>
    /// <param name="program">The program that is released with it.</param>
    /// <param name="again">True where it was not released yet.</param>
    public static void Freeze(int version, Version program, bool again)
    {
        Assert.True(Versions.All(there => there < version || (again && there == version)), $"There is a version {Versions.Max()}, and communities may run on it.");
        var earlier = Versions.Where(v => v < version).SelectMany(Of).Select(step => step.File).ToHashSet();
        Directory.CreateDirectory(Path.Combine(Kept, Digits(version)));
        File.WriteAllLines(FileOf(version), Now.Where(step => !earlier.Contains(step.File)).Select(step => $"{step.Checksum} {step.File}").Prepend($"{Program} {program.ToString(3)}"));
    }

    internal static string Digits(int version) => version.ToString(CultureInfo.InvariantCulture);

    private static string FileOf(int version) => Path.Combine(Kept, Digits(version), "steps.txt");

    private static int NumberOf(string file) => int.Parse(Path.GetFileName(file)[..3], CultureInfo.InvariantCulture);
}
