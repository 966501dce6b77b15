namespace RecoveryCoP.Testing;

/// <summary>Where the sources and the built programs lie, seen from the running tests.</summary>
public static class Repository
{
    /// <summary>The solution file, whose folder is the root.</summary>
    public const string Solution = "RecoveryCoP.sln";

    /// <summary>The repository's root, with a solution in it.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary><c>Debug</c> or <c>Release</c>: what these tests were built as, so that they start programs built the same way.</summary>
    public static string Configuration { get; } = BuildFolder.Parent!.Name;

    /// <summary>Where screenshots and other results go; git ignores it.</summary>
    public static string Artifacts(params string[] parts) =>
        Directory.CreateDirectory(Path.Combine([Root, "artifacts", .. parts])).FullName;

    /// <summary>The built program of <c>src/{project}</c>, in its own bin folder.</summary>
    public static string Program(string project) => Built("src", project);

    /// <summary>The built program of <c>deploy/Demo</c>, in its own bin folder.</summary>
    public static string DemoProgram => Built("deploy", "Demo");

    /// <summary>The built program of <c>deploy/SampleChapters</c>, in its own bin folder.</summary>
    public static string SampleProgram => Built("deploy", "SampleChapters");

    // …/bin/Debug/net10.0/
    private static DirectoryInfo BuildFolder => new(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    private static string Built(string folder, string project)
    {
        var path = Path.Combine(Root, folder, project, "bin", Configuration, BuildFolder.Name, $"RecoveryCoP.{project}.dll");
        return File.Exists(path) ? path : throw new FileNotFoundException($"{project} is not built: dotnet build {folder}/{project} -c {Configuration}", path);
    }

    private static string FindRoot()
    {
        for (var folder = BuildFolder; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No {Solution} above {AppContext.BaseDirectory}");
    }
}
