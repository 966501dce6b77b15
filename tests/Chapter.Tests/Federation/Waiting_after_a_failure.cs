using RecoveryCoP.Federation.V1;
using RecoveryCoP.Chapter.Federation;
using RecoveryCoP.Node.Federation.Client;

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
    public void depends_on_what_is_to_be_done(Reaction reaction, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Retry.After(new CallFailure(reaction, "X"), 1, 0.5, _options));

    [Theory]
    [InlineData(0, 5)]
    [InlineData(60, 15)]
    [InlineData(4 * 3600, 3600)]
    [InlineData(30 * 86_400, 3600)]
    public void asks_the_less_often_the_longer_an_admission_takes(int standing, int wait) =>
        Assert.Equal(TimeSpan.FromSeconds(wait), Retry.BeforeAsking(EnrolmentState.Pending, TimeSpan.FromSeconds(standing), new SyncOptions()));

    [Theory]
    [InlineData(EnrolmentState.Suspended, 300)]
    [InlineData(EnrolmentState.Revoked, 3600)]
    public void asks_within_minutes_while_suspended_and_hourly_once_the_link_is_ended(EnrolmentState state, int wait) =>
        Assert.Equal(TimeSpan.FromSeconds(wait), Retry.BeforeAsking(state, TimeSpan.Zero, new SyncOptions()));

    [Theory]
    [InlineData("SUSPENDED", 300)]
    [InlineData("NOT_ADMITTED", 300)]
    [InlineData("REVOKED", 3600)]
    [InlineData("TOKEN_INVALID", 3600)]
    public void lasts_minutes_after_the_hub_said_that_it_stopped_the_exchange(string code, int wait) =>
        Assert.Equal(TimeSpan.FromSeconds(wait), Retry.After(new CallFailure(Reaction.Probe, code), 1, 0.5, new SyncOptions()));

    [Fact]
    public void grows_while_pulls_bring_nothing_slowly_when_they_bring_what_is_known()
    {
        Assert.Equal([0.1, 0.2, 0.4, 25.6, 30, 30], new[] { 1, 2, 3, 9, 10, 1_000_000 }.Select(n => Retry.AfterNothing(n, known: false).TotalSeconds));
        Assert.Equal([0.02, 4, 30, 30], new[] { 1, 200, 1500, 1_000_000 }.Select(n => Retry.AfterNothing(n, known: true).TotalSeconds));
    }
}
