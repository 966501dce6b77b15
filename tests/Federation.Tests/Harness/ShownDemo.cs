namespace RecoveryCoP.Federation.Tests.Harness;

/// <summary>One demo for all tests that look at it: started by the first, and started again on the same folder by whoever finds it ended.</summary>
public sealed class ShownDemo : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private DemoProcess? _demo;

    public string Folder => _folder.File("demo");

    public async Task<DemoProcess> Running(CancellationToken cancel)
    {
        if (_demo is { Process.HasEnded: true })
        {
            await _demo.DisposeAsync();
            _demo = null;
        }

        return _demo ??= await DemoProcess.Start(Folder, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (_demo is not null)
        {
            await _demo.DisposeAsync();
        }

        _folder.Dispose();
    }
}
