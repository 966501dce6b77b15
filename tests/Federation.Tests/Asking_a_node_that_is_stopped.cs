namespace RecoveryCoP.Federation.Tests;

/// <summary>Verbs that print addresses, where nobody says again how the node is normally started.</summary>
public sealed class Asking_a_node_that_is_stopped : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task for_a_sign_in_link_gets_one_to_where_it_last_ran_unless_the_settings_name_an_address()
    {
        var (last, other) = ($"http://127.0.0.1:{FreePorts.Take()}", "https://entraide.example.org");
        await Run("init", "--name", "Entraide", "--region", "05", "--person", "Camille", "--address", "camille@example.org", "--privacy-officer", "Direction", "--privacy-contact", "vie-privee@example.org");
        await using (var node = NodeProcess.Start(NodeProcess.Chapter, ["--data", _folder.Path, "--listen", last]))
        {
            await node.Answers(new Uri(last), Cancel);
            await node.Stop(Cancel);
        }

        var unsaid = await Link();
        var said = await Link("--set", $"Node:PublicAddress={other}");
        var same = await Link("--listen", last);

        Assert.StartsWith($"{last}/", unsaid.Output, StringComparison.Ordinal);
        Assert.Contains($"The settings name no address: the one used is {last}, where this node ran", unsaid.Error, StringComparison.Ordinal);
        Assert.StartsWith($"{other}/", said.Output, StringComparison.Ordinal);
        Assert.Contains($"The last time, this node ran at {last}.", said.Error, StringComparison.Ordinal);
        Assert.StartsWith($"{last}/", same.Output, StringComparison.Ordinal);
        Assert.Equal("", same.Error);
    }

    private Task<Finished> Link(params string[] more) => Run(["sign-in-link", "--address", "camille@example.org", .. more]);

    private Task<Finished> Run(params string[] arguments) => NodeProcess.Run(NodeProcess.Chapter, [.. arguments, "--data", _folder.Path], Cancel);
}
