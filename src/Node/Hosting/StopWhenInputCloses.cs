using Microsoft.Extensions.Configuration;

namespace RecoveryCoP.Node.Hosting;

/// <summary>
/// Ends this process in good order when its standard input ends, if <c>Node:EndsWithInput</c> says so. Whoever started it with a pipe as its input
/// holds the other end; the system closes that end however the starter ends, killed or not, on every system alike. So no node outlives a demo or a test.
/// </summary>
internal sealed class StopWhenInputCloses : IDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource ended;

    private StopWhenInputCloses(CancellationToken cancellationToken) => ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

    /// <summary>Cancelled when the caller's own token is, or when the input has ended.</summary>
    public CancellationToken Token => ended.Token;

    /// <summary>Watches the input if the settings say so.</summary>
    public static StopWhenInputCloses Of(NodeSettings settings, CancellationToken cancellationToken)
    {
        var watch = new StopWhenInputCloses(cancellationToken);
        if (settings.Configuration.GetSection("Node").GetValue<bool>(nameof(NodeOptions.EndsWithInput)))
        {
            // A thread of its own, in the background: reading a pipe cannot be cancelled, and must not keep the process from ending.
            new Thread(watch.Watch) { IsBackground = true, Name = "input" }.Start();
        }

        return watch;
    }

    public void Dispose()
    {
        lock (gate)
        {
            ended.Dispose();
        }
    }

    private void Watch()
    {
        var unread = new byte[256];
        try
        {
            using var input = Console.OpenStandardInput();
            while (input.Read(unread) > 0)
            {
                // Nobody says anything here; only the end counts.
            }
        }
        catch (IOException)
        {
            // An input that cannot be read any more has ended too.
        }

        lock (gate)
        {
            try
            {
                ended.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // The process is done already.
            }
        }
    }
}
