namespace RecoveryCoP.Node.Storage;

/// <summary>
/// Whether the database, or its disk, is away now. It has many users, and each would tell of it again and again: whoever hears of a failure says so here,
/// and <see cref="StorageWatch"/> tells of the outage once when it begins and once when it ends.
/// </summary>
public sealed class StorageOutage
{
    private volatile TaskCompletionSource<Exception> next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the first failure of an outage.</summary>
    internal Task<Exception> Beginning => next.Task;

    /// <summary>The failure that it began with; null while there is none.</summary>
    public Exception? Now => next.Task is { IsCompletedSuccessfully: true, Result: var failure } ? failure : null;

    /// <summary>Notes that an outage has begun, if the failure says so; true when it does.</summary>
    public bool Notice(Exception failure) => StorageFailure.IsOutage(failure) && (next.TrySetResult(failure) || true);

    /// <summary>It is over: the next failure begins another.</summary>
    internal void End() => next = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
