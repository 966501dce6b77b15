using CsCheck;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Meetings;

public sealed class The_balance_of_agendas
{
    private static readonly BalanceBands _bands = BalanceBands.Default;

    private static readonly Gen<AgendaBalance> _balance = Gen.Select(Gen.Int[0, 24], Gen.Int[0, 24], Gen.Int[0, 24], (p, s, c) => new AgendaBalance(5 * p, 5 * s, 5 * c));

    [Fact]
    public void counts_minutes_by_stream() => Assert.Equal(new AgendaBalance(60, 40, 0), AgendaBalance.Of(MeetingSamples.Plan.Items));

    [Theory]
    [InlineData(50, 35, 15, true)]
    [InlineData(60, 25, 15, true)]
    [InlineData(61, 24, 15, false)]
    [InlineData(40, 45, 15, true)]
    [InlineData(50, 46, 4, false)]
    [InlineData(0, 0, 0, true)]
    public void is_within_its_bands_ends_included(int practice, int system, int community, bool within) =>
        Assert.Equal(within, new AgendaBalance(practice, system, community).IsWithin(_bands));

    [Fact]
    public void says_what_would_restore_it_with_time_left()
    {
        // 75 of 120 is 62.5 %: five more minutes of system topics make it 75 of 125, 60 %.
        var said = BalanceText.Advice(new(75, 30, 15), AgendaBalance.None, 0, _bands, room: 30);

        Assert.Equal("To restore the balance: 5 more minutes of system topics, or 5 more minutes of system topics and 5 fewer minutes of practice topics, or 10 fewer minutes of practice topics.", said.En);
        Assert.Equal("Pour retrouver l’équilibre\u00a0: 5\u00a0minutes de plus pour le volet systémique, ou 5\u00a0minutes de plus pour le volet systémique et 5\u00a0minutes de moins pour le volet pratique, ou 10\u00a0minutes de moins pour le volet pratique.", said.Fr);
    }

    [Fact]
    public void offers_no_addition_that_does_not_fit()
    {
        var remedies = BalanceRemedies.For(new(75, 30, 15), AgendaBalance.None, _bands, room: 0);

        Assert.NotEmpty(remedies);
        Assert.All(remedies, r => Assert.True(r.Longer <= 0));
    }

    [Fact]
    public void is_judged_together_with_the_meetings_before()
    {
        var earlier = new AgendaBalance(420, 130, 80);

        Assert.False((new AgendaBalance(50, 35, 15) + earlier).IsWithin(_bands));
        Assert.True((new AgendaBalance(20, 85, 15) + earlier).IsWithin(_bands));
    }

    [Fact]
    public void says_how_much_is_missing_where_one_agenda_cannot_restore_it()
    {
        var said = BalanceText.Advice(new(60, 0, 0), new(1200, 0, 60), 6, _bands, room: 60);

        Assert.Equal("This agenda alone cannot restore the balance. Over 7 meetings, there are 330 minutes too few for system topics, 6 minutes too few for community life and 468 minutes too many for practice topics.", said.En);
    }

    [Fact]
    public void asks_nobody_to_turn_more_than_half_of_an_agenda_over()
    {
        var said = BalanceText.Advice(new(80, 15, 20), new(450, 100, 150), 6, _bands, room: 5);

        Assert.StartsWith("This agenda alone cannot restore the balance. Over 7 meetings, there are", said.En, StringComparison.Ordinal);
    }

    [Fact]
    public void that_is_restored_really_is_and_no_smaller_remedy_of_its_kind_exists() => Gen.Select(_balance, _balance, Gen.Int[-60, 120]).Sample((agenda, earlier, room) =>
    {
        foreach (var remedy in BalanceRemedies.For(agenda, earlier, _bands, room))
        {
            var after = agenda + remedy.Change;
            Assert.True(after is { Practice: >= 0, System: >= 0, Community: >= 0 });
            Assert.True((after + earlier).IsWithin(_bands));
            Assert.True(remedy.Moved * 2 <= agenda.Total);
            foreach (var stream in AgendaBalance.Streams.Where(s => remedy.Change.Of(s) != 0 && remedy.StreamsTouched == 1))
            {
                // One step less would not do.
                var less = agenda.Plus(stream, remedy.Change.Of(stream) - (Math.Sign(remedy.Change.Of(stream)) * BalanceRemedies.Step));
                Assert.False((less + earlier).IsWithin(_bands));
            }
        }
    }, iter: 300);

    [Fact]
    public void needs_no_remedy_when_it_is_within() => Gen.Select(_balance, _balance).Sample((agenda, earlier) =>
        !(agenda + earlier).IsWithin(_bands) || BalanceRemedies.For(agenda, earlier, _bands, 60).Count == 0, iter: 300);

    [Theory]
    [InlineData(40, 60, 25, 45, 5, 25, true)]
    [InlineData(60, 40, 25, 45, 5, 25, false)]
    [InlineData(50, 60, 45, 60, 10, 20, false)]
    [InlineData(0, 30, 0, 30, 0, 30, false)]
    [InlineData(0, 101, 0, 30, 0, 30, false)]
    [InlineData(0, 100, 0, 100, 0, 100, true)]
    public void has_a_target_that_some_agenda_can_meet(int p1, int p2, int s1, int s2, int c1, int c2, bool can) =>
        Assert.Equal(can, new BalanceBands(new(p1, p2), new(s1, s2), new(c1, c2)).CanBeMet);

    [Fact]
    public void has_a_target_that_nobody_overwrites_unseen()
    {
        var set = Set(new(), 0, new(new(30, 50), new(30, 50), new(0, 40))).Value!;

        Assert.Equal(1, set.Version);
        Assert.Equal("balance.stale", Set(set, 0, BalanceBands.Default).Refusals.Single().Code);
        Assert.Equal("balance.cannot-be-met", Set(set, 1, new(new(0, 10), new(0, 10), new(0, 10))).Refusals.Single().Code);
    }

    [Fact]
    public void has_a_target_that_is_not_saved_again_when_nothing_changes()
    {
        var set = Set(new(), 0, new(new(30, 50), new(30, 50), new(0, 40))).Value!;

        Assert.Same(set, Set(set, 0, new(new(30, 50), new(30, 50), new(0, 40))).Value);
    }

    private static Result<BalanceTarget> Set(BalanceTarget target, int basedOn, BalanceBands bands) =>
        target.Try(new SetBalanceTarget(Practices.Samples.Executive, basedOn, bands), BalanceTarget.Only, MeetingSamples.Now);
}
