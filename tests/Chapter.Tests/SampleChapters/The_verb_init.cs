using RecoveryCoP.Node;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Chapter.Tests.SampleChapters;

public sealed class The_verb_init
{
    private static readonly NodeProgram _program = new(ChapterNode.Kind, ChapterNode.AddFeatures, typeof(ChapterNode).Assembly);

    [Fact]
    public async Task still_asks_for_what_it_needs_without_a_sample()
    {
        using var folder = new TemporaryFolder();

        var exit = await _program.Run(["init", "--name", "Essai", "--data", folder.File("data")]);

        Assert.NotEqual(0, exit);
        Assert.False(Directory.Exists(folder.File("data")));
    }

    [Fact]
    public async Task plays_no_sample_in_a_node_that_runs()
    {
        using var folder = new TemporaryFolder();
        var settings = NodeSettings.Load(ChapterNode.Kind, new Dictionary<string, string?> { ["Node:DataFolder"] = folder.File("data"), ["Node:Listen"] = $"http://127.0.0.1:{FreePorts.Take()}" });
        await using var running = await _program.Build(settings, TestContext.Current.CancellationToken);
        await running.StartAsync(TestContext.Current.CancellationToken);

        var exit = await SampleFolders.Init(SampleFolders.PathOf("outaouais"), folder.File("data"));

        Assert.Equal(1, exit);
    }
}
