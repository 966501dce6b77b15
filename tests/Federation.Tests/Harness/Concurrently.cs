namespace RecoveryCoP.Federation.Tests.Harness;

/// <summary>Several things at once, all of which end when one of them fails: the first failure is the one worth reading.</summary>
public sealed class Concurrently(CancellationToken cancel) : IDisposable
{
    private readonly CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(cancel);
    private Exception? _first;

    public CancellationToken Token => _source.Token;

    public Task All(IEnumerable<Task> tasks) => Task.WhenAll(tasks.Select(Watched).ToList());

    public void Dispose() => _source.Dispose();

    private async Task Watched(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException) when (_first is { } first)
        {
            throw new InvalidOperationException("Ended because something beside it failed", first);
        }
        catch (Exception failure)
        {
            Interlocked.CompareExchange(ref _first, failure, null);
            await _source.CancelAsync();
            throw;
        }
    }
}
