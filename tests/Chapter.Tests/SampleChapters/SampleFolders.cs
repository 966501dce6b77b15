using RecoveryCoP.SampleChapters;
using RecoveryCoP.Node;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Chapter.Tests.SampleChapters;

/// <summary>The demo's sample chapters, and the program that plays them.</summary>
internal static class SampleFolders
{
    public static TheoryData<string, int> All => new() { { "montreal", 38 }, { "gaspesie", 27 }, { "outaouais", 24 } };

    public static IReadOnlyList<string> Names { get; } = ["montreal", "gaspesie", "outaouais"];

    public static string PathOf(string name) => Path.Combine(Repository.Root, "deploy", "SampleChapters", "Samples", name);

    public static async Task<SampleFolder> Read(string name)
    {
        var read = await SampleFolder.Read(PathOf(name), TestContext.Current.CancellationToken);
        Assert.Empty(read.Refusals);
        return read.Value!;
    }

    /// <summary>What the command line says to <c>init --sample</c>.</summary>
    public static Task<int> Init(string sample, string data) =>
        SamplesFeature.Program.Run(["init", "--sample", sample, "--data", data]);

    /// <summary>A copy that a test can spoil.</summary>
    public static string Copy(string name, TemporaryFolder folder)
    {
        foreach (var file in Directory.EnumerateFiles(PathOf(name), "*", SearchOption.AllDirectories))
        {
            var copy = folder.File("sample", Path.GetRelativePath(PathOf(name), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return folder.File("sample");
    }
}
