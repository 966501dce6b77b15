using RecoveryCoP.Chapter.Federation;

namespace RecoveryCoP.Chapter.Tests.Federation;

public sealed class Waiting_after_a_failure
{
    private static readonly SyncOptions _options = new() { RetryMinimumSeconds = 30, RetryMaximumSeconds = 21_600, ProbeSeconds = 3600 };
    private static readonly CallFailure _away = new(Reaction.Retry, "UNAVAILABLE");

    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 60)]
    [InlineData(5, 480)]
    [InlineData(10, 15_360)]
    [InlineData(11, 21_600)]
    [InlineData(1_000_000, 21_600)]
    public void has_a_ceiling_that_doubles_up_to_the_longest_wait(int failures, int ceiling)
    {
        Assert.Equal(TimeSpan.FromSeconds(ceiling / 2.0), Retry.After(_away, failures, 0.5, _options));
        Assert.Equal(TimeSpan.Zero, Retry.After(_away, failures, 0, _options));
    }

    [Fact]
    public void is_spread_evenly_so_that_chapters_do_not_come_back_together()
    {
        var waits = Enumerable.Range(0, 10).Select(i => Retry.After(_away, 3, i / 10.0, _options));

        Assert.Equal(Enumerable.Range(0, 10).Select(i => TimeSpan.FromSeconds(12 * i)), waits);
    }

    [Fact]
    public void is_never_shorter_than_a_quota_asks() =>
        Assert.Equal(TimeSpan.FromSeconds(900), Retry.After(_away with { Code = "QUOTA_EXCEEDED", NotBefore = TimeSpan.FromSeconds(900) }, 1, 0, _options));

    [Theory]
    [InlineData(Reaction.Probe, 3600)]
    [InlineData(Reaction.Park, 21_600)]
    [InlineData(Reaction.StartOver, 0)]
    public void depends_on_what_is_to_be_done(Reaction reaction, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Retry.After(new CallFailure(reaction, "X"), 1, 0.5, _options));

    [Fact]
    public void keeps_a_hub_that_refuses_even_an_empty_cursor_from_being_asked_without_end() =>
        Assert.Equal(TimeSpan.FromSeconds(30), Retry.After(new CallFailure(Reaction.StartOver, "FUTURE_CURSOR"), 2, 0.5, _options));

    [Theory]
    [InlineData(0, 5)]
    [InlineData(60, 15)]
    [InlineData(4 * 3600, 3600)]
    [InlineData(30 * 86_400, 3600)]
    public void asks_the_less_often_the_longer_an_admission_takes(int standing, int wait) =>
        Assert.Equal(TimeSpan.FromSeconds(wait), Retry.BeforeAsking(LinkState.Pending, TimeSpan.FromSeconds(standing), new SyncOptions()));

    [Fact]
    public void asks_hourly_while_suspended() =>
        Assert.Equal(TimeSpan.FromHours(1), Retry.BeforeAsking(LinkState.Suspended, TimeSpan.Zero, new SyncOptions()));
}
