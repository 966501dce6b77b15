using System.Diagnostics;
using RecoveryCoP.Testing;

namespace RecoveryCoP.Benchmarks.Published;

/// <summary>A program as <c>dotnet publish</c> leaves it.</summary>
/// <param name="Name">The project's name.</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="Page">The page that is asked for first.</param>
internal sealed record PublishedProgram(string Name, string Folder, string Page)
{
    public static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>What is started.</summary>
    public string Assembly => Path.Combine(Folder, $"RecoveryCoP.{Name}.dll");

    /// <summary>All its files together.</summary>
    public double Megabytes => new DirectoryInfo(Folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) / 1_000_000.0;

    /// <summary>Publishes a project, as the stewards' guide says.</summary>
    public static async Task<PublishedProgram> Make(string project, string page, CancellationToken cancel)
    {
        var name = Path.GetFileName(project);
        var folder = Repository.Artifacts("published", name);
        Directory.Delete(folder, recursive: true);
        string[] arguments = ["publish", Path.Combine(Repository.Root, project), "-c", "Release", "-o", folder, "--nologo", "-v", "quiet", "--disable-build-servers"];
        using var publish = Process.Start(new ProcessStartInfo(Dotnet, arguments))!;
        await publish.WaitForExitAsync(cancel);
        return publish.ExitCode == 0 ? new(name, folder, page) : throw new InvalidOperationException($"{project} could not be published.");
    }
}
