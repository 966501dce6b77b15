using RecoveryCoP.Chapter.Statistics;

namespace RecoveryCoP.Chapter.Tests.Statistics;

public sealed class The_figures_of_a_quarter
{
    private static readonly Quarter _quarter = new(2026, 3);
    private static readonly DateTimeOffset _before = _quarter.Start.AddSeconds(-1), _first = _quarter.Start, _last = _quarter.End.AddSeconds(-1), _after = _quarter.End;

    [Fact]
    public void are_zero_when_nothing_happened() => Is(0, 0);

    [Fact]
    public void count_a_practice_in_the_quarter_in_which_it_reached_the_network() =>
        Is(2, 0, Shared(_before), Shared(_first), Shared(_last), Shared(_after));

    [Fact]
    public void do_not_count_what_stayed_in_the_chapter() => Is(0, 0, new SharedPractice(null, [new(1, _first), new(2, _first)]));

    [Fact]
    public void count_only_revisions_that_the_network_got_after_the_first() =>
        Is(1, 1, new SharedPractice(new(_first, 2), [new(1, _before), new(2, _first), new(3, _last), new(4, _after)]));

    [Fact]
    public void count_the_revisions_of_what_was_shared_long_before() =>
        Is(0, 2, new SharedPractice(new(_before, 1), [new(1, _before), new(2, _first), new(3, _last)]));

    private static SharedPractice Shared(DateTimeOffset at) => new(new(at, 1), [new(1, _before)]);

    private static void Is(long shared, long revised, params SharedPractice[] practices) =>
        Assert.Equal([new("practices.shared", shared), new Figure("practices.revised", revised)], Figures.Of(_quarter, practices));
}
