using System.Diagnostics;

namespace RecoveryCoP.Federation.Tests;

/// <summary>What the demo does to a folder before it starts anything.</summary>
public sealed class The_folder_of_the_demo : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("letter.txt", "Something of somebody's.")]
    [InlineData("network.json", "{}")]
    [InlineData("network.json", """{ "is": "Another program's network", "nodes": [] }""")]
    [InlineData("network.json", "not JSON at all")]
    public async Task is_left_alone_when_it_is_not_its_own(string name, string content)
    {
        await File.WriteAllTextAsync(_folder.File(name), content, Cancel);

        foreach (var arguments in new string[][] { [], ["--fresh"] })
        {
            await using var demo = DemoProcess.Launch(_folder.Path, arguments);
            var said = await demo.Process.Ended(Cancel);

            Assert.Equal(1, said.ExitCode);
            Assert.Contains("Nothing was touched", said.Error, StringComparison.Ordinal);
        }

        Assert.Equal(_folder.File(name), Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Path)));
        Assert.Equal(content, await File.ReadAllTextAsync(_folder.File(name), Cancel));
    }

    [Fact]
    public async Task is_emptied_of_the_network_alone_when_it_is_to_start_over_and_a_demo_that_is_stopped_meanwhile_leaves_nothing_running()
    {
        var (node, note) = (Path.Combine(_folder.Folder("montreal"), "node.db"), _folder.File("note.txt"));
        await File.WriteAllTextAsync(_folder.File("network.json"), """{ "is": "RecoveryCoP demo network", "nodes": [{ "key": "montreal", "port": 0, "id": "old" }] }""", Cancel);
        await File.WriteAllTextAsync(node, "old", Cancel);
        await File.WriteAllTextAsync(note, "Mine.", Cancel);

        await using var demo = DemoProcess.Launch(_folder.Path, "--fresh");
        await demo.Process.Line("Founding a hub", Cancel);
        var stopped = await demo.Process.Stop(Cancel);

        Assert.Equal(0, stopped.ExitCode);
        Assert.True(File.Exists(note));
        Assert.False(File.Exists(node) && await File.ReadAllTextAsync(node, Cancel) == "old");
        Assert.DoesNotContain("\"old\"", await File.ReadAllTextAsync(demo.NetworkFile, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_used_by_nobody_any_more_when_the_demo_was_killed_while_it_founded()
    {
        await using var demo = DemoProcess.Launch(_folder.File("demo"));
        await demo.Process.Line(": founded", Cancel);

        await demo.Process.Kill();

        // A wait for ever would be the failure.
        foreach (var id in demo.NodeProcesses())
        {
            await Gone(id);
        }
    }

    [Fact]
    public async Task is_refused_when_its_path_is_too_long_for_the_nodes()
    {
        await using var demo = DemoProcess.Launch(_folder.File(new string('a', 100)));
        var said = await demo.Process.Ended(Cancel);

        Assert.Equal(1, said.ExitCode);
        Assert.Contains("characters too long", said.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task is_refused_in_words_when_it_cannot_be_made()
    {
        var note = _folder.File("note.txt");
        await File.WriteAllTextAsync(note, "Mine.", Cancel);

        await using var demo = DemoProcess.Launch(Path.Combine(note, "demo"));
        var said = await demo.Process.Ended(Cancel);

        Assert.Equal(1, said.ExitCode);
        Assert.Contains("Nothing can be written in", said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said.Error, StringComparison.Ordinal);
    }

    private static async Task Gone(int id)
    {
        try
        {
            using var program = Process.GetProcessById(id);
            await program.WaitForExitAsync(Cancel);
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }
    }
}
