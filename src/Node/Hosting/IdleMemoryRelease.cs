using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace RecoveryCoP.Node.Hosting;

/// <summary>
/// Gives memory back to the system once nobody has asked for a page for a minute. A five-dollar server has little, shares it with others, and a
/// chapter is quiet for most of the day; left alone, the collector keeps what the last busy minute needed.
/// </summary>
internal sealed class IdleMemoryRelease(TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private long lastAsked = clock.GetTimestamp();
    private volatile bool isResting;

    /// <summary>Notes that somebody asked for something.</summary>
    public Task Pass(HttpContext context, RequestDelegate next)
    {
        Volatile.Write(ref lastAsked, clock.GetTimestamp());
        isResting = false;
        return next(context);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Quiet / 4, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            if (!isResting && clock.GetElapsedTime(Volatile.Read(ref lastAsked)) > Quiet)
            {
                isResting = true;
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }
        }
    }
}
