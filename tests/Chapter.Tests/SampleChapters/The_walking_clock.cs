using Microsoft.Extensions.Time.Testing;
using RecoveryCoP.SampleChapters;

namespace RecoveryCoP.Chapter.Tests.SampleChapters;

public sealed class The_walking_clock
{
    private static readonly DateTimeOffset _now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _real = new(_now);
    private readonly WalkingClock _clock;

    public The_walking_clock() => _clock = new WalkingClock(_real);

    [Fact]
    public void is_the_real_time_until_it_leaves_and_once_it_has_arrived()
    {
        Assert.Equal(_now, _clock.GetUtcNow());

        _clock.Leave(_now.AddYears(-2));
        Assert.Equal(_now.AddYears(-2), _clock.GetUtcNow());

        _real.Advance(TimeSpan.FromMinutes(1));
        _clock.Arrive();
        Assert.Equal(_now.AddMinutes(1), _clock.GetUtcNow());
    }

    [Fact]
    public void never_goes_back()
    {
        _clock.Leave(_now.AddDays(-100));
        var earlier = _clock.GetUtcNow();
        foreach (var days in new[] { -90, -95, -101, -50, -50, -60, 3, -40 })
        {
            _clock.WalkTo(_now.AddDays(days));
            Assert.True(_clock.GetUtcNow() >= earlier, $"{days}");
            earlier = _clock.GetUtcNow();
        }
    }

    [Fact]
    public void never_runs_ahead_of_the_real_time()
    {
        _clock.Leave(_now.AddDays(-1));
        _clock.WalkTo(_now.AddDays(1));

        Assert.Equal(_now, _clock.GetUtcNow());
    }

    [Fact]
    public void stays_where_it_has_arrived()
    {
        _clock.Leave(_now.AddDays(-2));
        _clock.Arrive();
        _clock.WalkTo(_now.AddDays(-1));

        Assert.Equal(_now, _clock.GetUtcNow());
        Assert.Throws<InvalidOperationException>(() => _clock.Leave(_now.AddDays(-3)));
    }

    [Fact]
    public void leaves_timers_and_timestamps_to_the_system()
    {
        _clock.Leave(_now.AddYears(-1));
        var rang = false;
        using var timer = _clock.CreateTimer(_ => rang = true, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        var began = _clock.GetTimestamp();

        _clock.WalkTo(_now.AddDays(-1));
        Assert.False(rang);

        _real.Advance(TimeSpan.FromSeconds(1));
        Assert.True(rang);
        Assert.Equal(TimeSpan.FromSeconds(1), _clock.GetElapsedTime(began));
    }
}
