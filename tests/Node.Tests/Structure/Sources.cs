using System.Xml.Linq;

namespace RecoveryCoP.Node.Tests.Structure;

/// <summary>The repository's own files, as the structure tests read them.</summary>
internal static class Sources
{
    private static readonly string[] _built = ["bin", "obj", "artifacts", "data", "TestResults", "node_modules"];

    /// <summary>Every file that belongs to the repository, by its path from the root with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(new DirectoryInfo(Repository.Root)).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> Projects => Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    /// <summary>The projects that a project references, by name, as its file says.</summary>
    public static IReadOnlyList<string> ReferencesOf(string project) =>
        [.. XDocument.Parse(Read(project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Walk(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles())
        {
            yield return Path.GetRelativePath(Repository.Root, file.FullName).Replace('\\', '/');
        }

        foreach (var below in folder.EnumerateDirectories().Where(below => below.Name != ".git" && !_built.Contains(below.Name)))
        {
            foreach (var file in Walk(below))
            {
                yield return file;
            }
        }
    }
}
