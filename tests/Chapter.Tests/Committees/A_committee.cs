using RecoveryCoP.Chapter.Committees;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Committees;

public sealed class A_committee
{
    private static readonly Guid _seat = CommitteeSamples.SeatId;
    private static readonly DateOnly _today = CommitteeSamples.Today;
    private static readonly DateOnly _inAYear = CommitteeSamples.InAYear;

    [Fact]
    public void of_the_executive_has_five_vacant_seats_before_anybody_wrote_anything()
    {
        var begun = new Committee().In(Committee.TheExecutive, new OfferSeat(CommitteeSamples.Steward, CommitteeSamples.Coordination, CommitteeSamples.Asked.Id, _today, _inAYear));

        Assert.Equal((Committee.TheExecutive, 5, 0), (begun.Id, begun.OpenSeats.Count(), begun.OpenSeats.Count(s => s.Held is not null)));
        Assert.Equal(SeatStanding.Offered, begun.Seats[0].StandingOn(_today));
        Assert.Equal("committee.executive-stays", begun.Try(new CloseCommittee(Samples.Executive)).Refusals.Single().Code);
    }

    [Fact]
    public void is_made_once_however_often_the_form_is_sent()
    {
        Assert.Same(CommitteeSamples.Special, CommitteeSamples.Special.Try(new MakeCommittee(Samples.Executive, CommitteeSamples.Content)).Value);
        Assert.Equal("committee.exists", Code(CommitteeSamples.Special, new MakeCommittee(Samples.Executive, CommitteeSamples.Content with { Name = new("Autre", null) })));
        Assert.Equal("committee.exists", new Committee().Try(new MakeCommittee(Samples.Executive, CommitteeSamples.Content), Committee.TheExecutive, Samples.Noon).Refusals.Single().Code);
        Assert.Equal("committee.name-missing", Code(new Committee(), new MakeCommittee(Samples.Executive, new())));
        Assert.Same(CommitteeSamples.Special, CommitteeSamples.Special.Try(new AddSeat(Samples.Executive, _seat, CommitteeSamples.KeptSeat)).Value);
    }

    [Fact]
    public void puts_nobody_on_a_seat_without_their_yes()
    {
        Assert.Null(CommitteeSamples.Offered.SeatOf(_seat)!.Held);
        Assert.Equal("committee.not-asked", Code(CommitteeSamples.Offered, new AcceptSeat(CommitteeSamples.Holder, _seat, _today, _inAYear, "service-user")));

        var held = CommitteeSamples.Offered.In(CommitteeSamples.SpecialId, new AcceptSeat(CommitteeSamples.Asked, _seat, _today, _inAYear, "service-user"));

        Assert.Equal((CommitteeSamples.Asked.Id, _today, _inAYear, Samples.Noon), (held.Seats[0].Held!.Member, held.Seats[0].Held!.From, held.Seats[0].Held!.Until, held.Seats[0].Held!.AgreedAt));
        Assert.Null(held.Seats[0].Offer);
        Assert.Same(held, held.Try(new AcceptSeat(CommitteeSamples.Asked, _seat, _today, _inAYear, "service-user")).Value);
    }

    [Fact]
    public void takes_no_yes_to_what_the_person_has_not_seen()
    {
        Assert.Equal("committee.offer-stale", Code(CommitteeSamples.Offered, new AcceptSeat(CommitteeSamples.Asked, _seat, _today, _inAYear.AddDays(-1), "service-user")));
        Assert.Equal("committee.offer-stale", Code(CommitteeSamples.Offered, new AcceptSeat(CommitteeSamples.Asked, _seat, _today, _inAYear, "")));
        Assert.Equal("committee.kept-for-agreed", Code(CommitteeSamples.Offered, new ReviseSeat(Samples.Executive, _seat, 1, CommitteeSamples.KeptSeat with { KeptFor = "" })));
    }

    [Fact]
    public void says_of_nobody_who_held_a_seat_that_they_are_of_a_group_for_which_it_is_kept_since()
    {
        var left = CommitteeSamples.Held.In(CommitteeSamples.SpecialId, new LeaveSeat(CommitteeSamples.Holder, _seat), Samples.Noon.AddDays(30));

        Assert.Equal("committee.kept-for-agreed", Code(left, new ReviseSeat(Samples.Executive, _seat, left.Version, CommitteeSamples.KeptSeat with { KeptFor = "" })));
    }

    [Fact]
    public void lets_whoever_was_asked_say_no_and_keeps_no_name()
    {
        var declined = CommitteeSamples.Offered.In(CommitteeSamples.SpecialId, new DeclineSeat(CommitteeSamples.Asked, _seat)).Seats[0];

        Assert.Equal((null, null, Samples.Noon), (declined.Offer, declined.Held, declined.DeclinedAt));
        Assert.Empty(declined.Past);
    }

    [Fact]
    public void asks_one_person_at_a_time_and_can_take_the_offer_back()
    {
        Assert.Same(CommitteeSamples.Offered, CommitteeSamples.Offered.Try(new OfferSeat(Samples.Executive, _seat, CommitteeSamples.Asked.Id, _today, _inAYear)).Value);
        Assert.Equal("committee.offer-waits", Code(CommitteeSamples.Offered, new OfferSeat(Samples.Executive, _seat, CommitteeSamples.Holder.Id, _today, _inAYear)));
        Assert.Equal("committee.seat-held", Code(CommitteeSamples.Held, new OfferSeat(Samples.Executive, _seat, CommitteeSamples.Asked.Id, _today, _inAYear)));
        Assert.Null(CommitteeSamples.Offered.In(CommitteeSamples.SpecialId, new TakeBackSeatOffer(Samples.Executive, _seat)).Seats[0].Offer);
    }

    [Fact]
    public void gives_one_person_one_seat()
    {
        var second = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a9003");
        var two = CommitteeSamples.Held.In(CommitteeSamples.SpecialId, new AddSeat(Samples.Executive, second, CommitteeSamples.KeptSeat));

        Assert.Equal("committee.member-has-seat", Code(two, new OfferSeat(Samples.Executive, second, CommitteeSamples.Holder.Id, _today, _inAYear)));
    }

    [Theory]
    [InlineData(1, 300, "committee.from-unclear")]
    [InlineData(-8000, 300, "committee.from-unclear")]
    [InlineData(0, 0, "committee.until-unclear")]
    [InlineData(0, 2300, "committee.until-unclear")]
    public void has_terms_that_began_and_are_not_over_yet(int from, int until, string code) =>
        Assert.Equal(code, Code(CommitteeSamples.Special, new OfferSeat(Samples.Executive, _seat, CommitteeSamples.Asked.Id, _today.AddDays(from), _today.AddDays(until))));

    [Fact]
    public void renews_a_term_with_the_holders_yes_and_remembers_when_it_was_to_end()
    {
        var asked = CommitteeSamples.Held.In(CommitteeSamples.SpecialId, new RenewTerm(Samples.Executive, _seat, _inAYear.AddYears(1)));
        Assert.Equal(_inAYear, asked.Seats[0].Held!.Until);

        var renewed = asked.In(CommitteeSamples.SpecialId, new AcceptSeat(CommitteeSamples.Holder, _seat, _today, _inAYear.AddYears(1), "service-user")).Seats[0];

        Assert.Equal((_inAYear.AddYears(1), _inAYear), (renewed.Held!.Until, Assert.Single(renewed.Held.Renewed)));
        Assert.Equal("committee.until-unclear", Code(CommitteeSamples.Held, new RenewTerm(Samples.Executive, _seat, _inAYear)));
        Assert.Equal(_inAYear, asked.In(CommitteeSamples.SpecialId, new DeclineSeat(CommitteeSamples.Holder, _seat)).Seats[0].Held!.Until);
    }

    [Fact]
    public void says_which_terms_end_within_ninety_days_and_which_are_over()
    {
        var seat = CommitteeSamples.Held.Seats[0];

        Assert.Equal(
            [SeatStanding.Held, SeatStanding.EndsSoon, SeatStanding.EndsSoon, SeatStanding.Over],
            new[] { _inAYear.AddDays(-91), _inAYear.AddDays(-90), _inAYear, _inAYear.AddDays(1) }.Select(seat.StandingOn));
        Assert.Equal(SeatStanding.Vacant, CommitteeSamples.Special.Seats[0].StandingOn(_today));
    }

    [Fact]
    public void remembers_who_held_a_seat_and_why_they_no_longer_do()
    {
        var left = CommitteeSamples.Held.In(CommitteeSamples.SpecialId, new LeaveSeat(CommitteeSamples.Holder, _seat), Samples.Noon.AddDays(30));
        var ended = CommitteeSamples.Held.In(CommitteeSamples.SpecialId, new EndTerm(Samples.Executive, _seat, CommitteeSamples.Holder.Id));
        var closed = CommitteeSamples.Held.In(CommitteeSamples.SpecialId, new CloseCommittee(Samples.Executive));

        Assert.Equal(new PastTerm(CommitteeSamples.Held.Seats[0].Held!, _today.AddDays(30), EndOfTerm.Left), Assert.Single(left.Seats[0].Past));
        Assert.Equal(EndOfTerm.Ended, Assert.Single(ended.Seats[0].Past).Why);
        Assert.Equal((EndOfTerm.Closed, SeatStanding.Vacant), (Assert.Single(closed.Seats[0].Past).Why, closed.Seats[0].StandingOn(_today)));
        Assert.Equal("committee.holder-stale", Code(CommitteeSamples.Held, new EndTerm(Samples.Executive, _seat, CommitteeSamples.Asked.Id)));
        Assert.Equal("committee.closed", Code(closed, new AddSeat(Samples.Executive, Samples.PracticeId, CommitteeSamples.KeptSeat)));
    }

    [Fact]
    public void removes_a_vacant_seat_and_keeps_who_held_it()
    {
        Assert.Empty(CommitteeSamples.Special.In(CommitteeSamples.SpecialId, new RemoveSeat(Samples.Executive, _seat)).Seats);
        Assert.Equal("committee.seat-held", Code(CommitteeSamples.Held, new RemoveSeat(Samples.Executive, _seat)));
        var removed = CommitteeSamples.Held.In(CommitteeSamples.SpecialId, new LeaveSeat(CommitteeSamples.Holder, _seat)).In(CommitteeSamples.SpecialId, new RemoveSeat(Samples.Executive, _seat));
        Assert.Empty(removed.OpenSeats);
        Assert.Equal(CommitteeSamples.Holder.Id, Assert.Single(Assert.Single(removed.Seats).Past).Term.Member);
    }

    [Fact]
    public void forgets_who_is_no_longer_here_and_not_what_they_said_since()
    {
        var forgotten = CommitteeSamples.Held.In(CommitteeSamples.SpecialId, new ForgetHolder(Actor.Node, CommitteeSamples.Holder.Id, Samples.Noon)).Seats[0];

        Assert.Null(forgotten.Held);
        Assert.Equal((Guid.Empty, EndOfTerm.MembershipOver), (Assert.Single(forgotten.Past).Term.Member, forgotten.Past[0].Why));
        Assert.Null(CommitteeSamples.Offered.In(CommitteeSamples.SpecialId, new ForgetHolder(Actor.Node, CommitteeSamples.Asked.Id, Samples.Noon)).Seats[0].Offer);
        Assert.Same(CommitteeSamples.Held, CommitteeSamples.Held.Try(new ForgetHolder(Actor.Node, CommitteeSamples.Holder.Id, Samples.Noon.AddHours(-1))).Value);
    }

    [Fact]
    public void is_not_written_over_by_somebody_who_saw_an_older_one()
    {
        var revised = CommitteeSamples.Special.In(CommitteeSamples.SpecialId, new ReviseCommittee(Samples.Executive, 1, CommitteeSamples.Content with { Name = new("Colloque de mai", null) }));

        Assert.Equal("committee.stale", Code(revised, new ReviseCommittee(Samples.Executive, 1, CommitteeSamples.Content with { Name = new("Fête", null) })));
        Assert.Equal("committee.stale", Code(revised, new ReviseSeat(Samples.Executive, _seat, 1, CommitteeSamples.KeptSeat with { Title = new("Repas", null) })));
    }

    private static string Code<TOperation>(Committee committee, TOperation operation) where TOperation : IOperation<Committee> => committee.Try(operation).Refusals.Single().Code;
}

/// <summary>Every operation with every role: the table is the whole of what is allowed.</summary>
public sealed class Who_may_do_what_with_a_committee
{
    private static readonly Dictionary<string, Actor> _people = new()
    {
        ["executive"] = Samples.Executive,
        ["steward"] = CommitteeSamples.Steward,
        ["holder"] = CommitteeSamples.Holder,
        ["asked"] = CommitteeSamples.Asked,
        ["member"] = Samples.Someone(90),
        ["facilitator"] = Samples.Someone(91, "facilitator"),
        ["secretary"] = CommitteeSamples.Secretary,
        ["privacy-officer"] = Samples.Someone(92, "privacy-officer"),
        ["nobody"] = Samples.Nobody,
        ["node"] = Actor.Node,
    };

    private static readonly Dictionary<string, Func<Actor, Result<Committee>>> _commands = new()
    {
        [nameof(AcceptSeat)] = who => CommitteeSamples.Offered.Try(new AcceptSeat(who, CommitteeSamples.SeatId, CommitteeSamples.Today, CommitteeSamples.InAYear, "service-user")),
        [nameof(AddSeat)] = who => CommitteeSamples.Special.Try(new AddSeat(who, Samples.PracticeId, CommitteeSamples.KeptSeat)),
        [nameof(CloseCommittee)] = who => CommitteeSamples.Special.Try(new CloseCommittee(who)),
        [nameof(DeclineSeat)] = who => CommitteeSamples.Offered.Try(new DeclineSeat(who, CommitteeSamples.SeatId)),
        [nameof(EndTerm)] = who => CommitteeSamples.Held.Try(new EndTerm(who, CommitteeSamples.SeatId, CommitteeSamples.Holder.Id)),
        [nameof(ForgetHolder)] = who => CommitteeSamples.Held.Try(new ForgetHolder(who, CommitteeSamples.Holder.Id, Samples.Noon)),
        [nameof(LeaveSeat)] = who => CommitteeSamples.Held.Try(new LeaveSeat(who, CommitteeSamples.SeatId)),
        [nameof(MakeCommittee)] = who => new Committee().Try(new MakeCommittee(who, CommitteeSamples.Content)),
        [nameof(OfferSeat)] = who => CommitteeSamples.Special.Try(new OfferSeat(who, CommitteeSamples.SeatId, CommitteeSamples.Asked.Id, CommitteeSamples.Today, CommitteeSamples.InAYear)),
        [nameof(RemoveSeat)] = who => CommitteeSamples.Special.Try(new RemoveSeat(who, CommitteeSamples.SeatId)),
        [nameof(RenewTerm)] = who => CommitteeSamples.Held.Try(new RenewTerm(who, CommitteeSamples.SeatId, CommitteeSamples.InAYear.AddYears(1))),
        [nameof(ReviseCommittee)] = who => CommitteeSamples.Special.Try(new ReviseCommittee(who, 1, CommitteeSamples.Content with { Name = new("Fête", null) })),
        [nameof(ReviseSeat)] = who => CommitteeSamples.Special.Try(new ReviseSeat(who, CommitteeSamples.SeatId, 1, CommitteeSamples.KeptSeat with { Title = new("Repas", null) })),
        [nameof(SetTemplateCommittee)] = who => new Committee().Try(new SetTemplateCommittee(who, null, new() { Content = CommitteeSamples.Content })),
        [nameof(TakeBackSeatOffer)] = who => CommitteeSamples.Offered.Try(new TakeBackSeatOffer(who, CommitteeSamples.SeatId)),
    };

    private static readonly Dictionary<string, string> _allowed = new()
    {
        [nameof(AcceptSeat)] = "asked",
        [nameof(DeclineSeat)] = "asked",
        [nameof(LeaveSeat)] = "holder",
        [nameof(ForgetHolder)] = "node",
    };

    public static TheoryData<string, string> Everything => [.. from command in _commands.Keys from who in _people.Keys select (command, who)];

    [Theory]
    [MemberData(nameof(Everything))]
    public void is_as_written_in_the_table(string command, string who) =>
        Assert.Equal(_allowed.GetValueOrDefault(command, "executive") == who, _commands[command](_people[who]).Succeeded);

    [Theory]
    [InlineData(0, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void lets_a_steward_begin_the_executive_committee_until_most_of_its_seats_are_held(int held, bool may)
    {
        var executive = new Committee();
        for (var i = 0; i < held; i++)
        {
            var (seat, who) = (Committee.BuiltIn.Seats[i].Id, Samples.Someone(100 + i));
            executive = executive.In(Committee.TheExecutive, new OfferSeat(Samples.Executive, seat, who.Id, CommitteeSamples.Today, CommitteeSamples.InAYear))
                .In(Committee.TheExecutive, new AcceptSeat(who, seat, CommitteeSamples.Today, CommitteeSamples.InAYear, ""));
        }

        var offer = new OfferSeat(CommitteeSamples.Steward, Committee.BuiltIn.Seats[4].Id, CommitteeSamples.Asked.Id, CommitteeSamples.Today, CommitteeSamples.InAYear);

        Assert.Equal(may, executive.Try(offer, Committee.TheExecutive, Samples.Noon).Succeeded);
        Assert.False(CommitteeSamples.Special.Try(offer with { Seat = CommitteeSamples.SeatId }).Succeeded);
    }

    [Fact]
    public void leaves_no_operation_out() => Assert.Equal(Operations.On<Committee>().Select(o => o.Name), _commands.Keys);
}
