using Microsoft.Extensions.Hosting;

namespace RecoveryCoP.Node.Hosting;

/// <summary>What a service that works beside the pages asks of its host.</summary>
public static class HostLifetimeExtensions
{
    /// <summary>Waits until the host serves. False when it is stopped before it ever did, which is no fault of who waits.</summary>
    public static async Task<bool> HasStarted(this IHostApplicationLifetime lifetime, CancellationToken stopping)
    {
        var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var begun = lifetime.ApplicationStarted.Register(() => started.TrySetResult(true)).ConfigureAwait(false);
        await using var stopped = stopping.Register(() => started.TrySetResult(false)).ConfigureAwait(false);
        return await started.Task.ConfigureAwait(false);
    }
}
