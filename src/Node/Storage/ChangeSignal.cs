namespace RecoveryCoP.Node.Storage;

/// <summary>
/// Wakes, inside this process, whoever waits for something to have been written. It carries nothing: those who listen look at the tables. Those for whom another
/// process may have written look again every second.
/// </summary>
public class ChangeSignal
{
    private volatile TaskCompletionSource next = NewSource();

    /// <summary>Completes at the next write. Take it before looking, so that what is written while looking is not slept through.</summary>
    public Task Next => next.Task;

    /// <summary>Something was written.</summary>
    public void Raise() => Interlocked.Exchange(ref next, NewSource()).TrySetResult();

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
