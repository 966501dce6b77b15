namespace RecoveryCoP.Federation.Tests.Harness;

/// <summary>Waits for a state. Nothing is timed: a limit only turns a wait for ever into a failure that says what was missing.</summary>
internal static class Patiently
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    public static async Task Until(Func<Task<bool>> so, Func<string> otherwise, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            while (!await so())
            {
                await tick.WaitForNextTickAsync(limit.Token);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            Assert.Fail(otherwise());
        }
    }
}
