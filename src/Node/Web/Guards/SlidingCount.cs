namespace RecoveryCoP.Node.Web.Guards;

/// <summary>Lets so many through per key in the time just past. In memory only: a restart forgets.</summary>
public sealed class SlidingCount(int limit, TimeSpan span, TimeProvider clock)
{
    // More keys at once than any community has.
    private const int MostKeys = 50_000;

    private readonly Lock gate = new();
    private readonly RecentKeys<Queue<DateTimeOffset>> passed = new(MostKeys);

    /// <summary>Counts one; false when the key has had its share.</summary>
    public bool Admits(string key)
    {
        lock (gate)
        {
            var times = Lately(key);
            if (times.Count >= limit)
            {
                return false;
            }

            times.Enqueue(clock.GetUtcNow());
            return true;
        }
    }

    /// <summary>True while the key has not had its share.</summary>
    public bool HasRoom(string key)
    {
        lock (gate)
        {
            return Lately(key).Count < limit;
        }
    }

    private Queue<DateTimeOffset> Lately(string key)
    {
        var times = passed[key];
        var since = clock.GetUtcNow() - span;
        while (times.TryPeek(out var first) && first <= since)
        {
            times.Dequeue();
        }

        return times;
    }
}
