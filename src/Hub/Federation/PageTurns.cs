using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>Lets pages of a feed in one after the other, and lets one that came too early wait for those before it. For one grain: it is not safe between threads.</summary>
internal sealed class PageTurns(TimeSpan longestWait, TimeProvider clock) : IDisposable
{
    // Two full pages may be in front of it.
    private const ulong FurthestAhead = (2 * FeedPages.Items) + 1;

    private readonly SemaphoreSlim turn = new(1, 1);
    private TaskCompletionSource<bool> over = new();
    private (ulong Position, DateTimeOffset Until)? notTaken;

    /// <summary>Waits for the pages before this one, if they can be on their way.</summary>
    /// <param name="from">Where the page begins.</param>
    /// <param name="position">Where the feed ends; null when there is none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when one of them was not taken as a whole, just now or a moment ago: then this one cannot follow.</returns>
    public async Task<bool> Arrives(ulong from, Func<Task<ulong?>> position, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(longestWait, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        while (await position() is { } at && from > at + 1 && from - at <= FurthestAhead)
        {
            if (notTaken is { } before && before.Position == at && clock.GetUtcNow() < before.Until)
            {
                return false;
            }

            var next = over.Task;
            if (await Task.WhenAny(next, Task.Delay(Timeout.Infinite, end.Token)) != next)
            {
                cancellationToken.ThrowIfCancellationRequested();
                return true; // the one before never came: the page is judged as it is
            }

            if (!await next)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Waits for the turn, which ends with <see cref="Leave"/>.</summary>
    public async Task Enter(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        notTaken = null;
    }

    /// <summary>The turn is over.</summary>
    /// <param name="stopsAt">Where the feed stopped when a page of its own node was not taken as a whole; null lets those that wait look again.</param>
    public void Leave(ulong? stopsAt)
    {
        notTaken = stopsAt is { } position ? (position, clock.GetUtcNow() + longestWait) : null;
        turn.Release();
        var now = over;
        over = new();
        now.SetResult(stopsAt is null);
    }

    public void Dispose() => turn.Dispose();
}
