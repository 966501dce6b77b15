using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Node.Tests.Hosting;

public sealed class Asking_a_node_that_does_not_listen_yet : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task is_refused_in_words()
    {
        var result = await ControlChannel.Ask(_folder.Path, "library", new Dictionary<string, string>(), TestContext.Current.CancellationToken);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Ask again in a moment", result.Output, StringComparison.Ordinal);
    }
}
