namespace RecoveryCoP.SampleChapters;

/// <summary>
/// A clock that can be sent into the past once and then walks to the present, so that what happened over two years can be told in seconds.
/// Only the time of day walks: timers and timestamps are the system's, so nobody who waits or measures notices. It never goes back, never
/// runs ahead of the real time, and once it has arrived it is the real time.
/// </summary>
public sealed class WalkingClock(TimeProvider real) : TimeProvider
{
    private const long Arrived = long.MaxValue;

    private long at = Arrived;
    private bool hasLeft;

    /// <summary>The time of day as everybody else sees it.</summary>
    public DateTimeOffset Real => real.GetUtcNow();

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    /// <inheritdoc />
    public override long TimestampFrequency => real.TimestampFrequency;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        var ticks = Interlocked.Read(ref at);
        return ticks == Arrived ? real.GetUtcNow() : new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    /// <summary>Sends it into the past; possible once, before anything has happened.</summary>
    public void Leave(DateTimeOffset past)
    {
        if (hasLeft || past > Real)
        {
            throw new InvalidOperationException("The walk begins once, in the past.");
        }

        hasLeft = true;
        Interlocked.Exchange(ref at, past.UtcTicks);
    }

    /// <summary>Walks on. A time that has passed on the way leaves it where it is; one that has not come yet brings it to the present.</summary>
    public void WalkTo(DateTimeOffset time)
    {
        if (time >= Real)
        {
            Arrive();
        }
        else if (Interlocked.Read(ref at) < time.UtcTicks)
        {
            Interlocked.Exchange(ref at, time.UtcTicks);
        }
    }

    /// <summary>Ends the walk: from here on it is the real time.</summary>
    public void Arrive() => Interlocked.Exchange(ref at, Arrived);

    /// <inheritdoc />
    public override long GetTimestamp() => real.GetTimestamp();

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => real.CreateTimer(callback, state, dueTime, period);
}
