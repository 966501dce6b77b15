using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Meetings;

public sealed class An_action_handed_over
{
    private static readonly Meeting _closed = MeetingSamples.Closed();
    private static readonly Meeting _offered = MeetingSamples.Offered(_closed);

    [Fact]
    public void stays_with_its_owner_until_it_is_accepted()
    {
        Assert.Equal((MeetingSamples.Owner.Id, MeetingSamples.Member.Id), (Action(_offered).Owner, Action(_offered).Offered!.To));

        var accepted = _offered.Try(new AcceptAction(MeetingSamples.Member, MeetingSamples.Promise)).Value!;

        Assert.Equal((MeetingSamples.Member.Id, null), (Action(accepted).Owner, Action(accepted).Offered));
        Assert.Equal(1, accepted.OpenActions);
        Assert.Same(accepted, accepted.Try(new AcceptAction(MeetingSamples.Member, MeetingSamples.Promise)).Value);
    }

    [Fact]
    public void stays_with_its_owner_when_it_is_declined_or_taken_back()
    {
        Assert.All([MeetingSamples.Member, MeetingSamples.Owner, MeetingSamples.Facilitator], who =>
        {
            var declined = _offered.Try(new DeclineAction(who, MeetingSamples.Promise)).Value!;
            Assert.Equal((MeetingSamples.Owner.Id, null), (Action(declined).Owner, Action(declined).Offered));
        });
        Assert.Equal(["meeting.not-asked"], Codes(_offered.Try(new DeclineAction(MeetingSamples.Secretary, MeetingSamples.Promise))));
    }

    [Fact]
    public void is_accepted_by_nobody_who_is_not_asked_any_more()
    {
        var other = _offered.Try(new OfferAction(MeetingSamples.Owner, MeetingSamples.Promise, MeetingSamples.Secretary.Id)).Value!;

        Assert.Equal(["meeting.not-asked"], Codes(other.Try(new AcceptAction(MeetingSamples.Member, MeetingSamples.Promise))));
        Assert.True(other.Try(new AcceptAction(MeetingSamples.Secretary, MeetingSamples.Promise)).Succeeded);
    }

    [Fact]
    public void is_asked_of_somebody_else_and_while_it_is_not_done()
    {
        Assert.Equal(["meeting.successor-missing"], Codes(_closed.Try(new OfferAction(MeetingSamples.Owner, MeetingSamples.Promise, Guid.Empty))));
        Assert.Equal(["meeting.successor-missing"], Codes(_closed.Try(new OfferAction(MeetingSamples.Owner, MeetingSamples.Promise, MeetingSamples.Owner.Id))));
        Assert.Equal(["meeting.action-unknown"], Codes(_closed.Try(new OfferAction(MeetingSamples.Facilitator, MeetingSamples.Later, MeetingSamples.Member.Id))));
        Assert.Same(_offered, _offered.Try(new OfferAction(MeetingSamples.Owner, MeetingSamples.Promise, MeetingSamples.Member.Id)).Value);
        var done = _offered.Try(new SettleAction(MeetingSamples.Owner, MeetingSamples.Promise, Done: true)).Value!;
        Assert.Null(Action(done).Offered);
        Assert.Equal(["meeting.action-done"], Codes(done.Try(new OfferAction(MeetingSamples.Owner, MeetingSamples.Promise, MeetingSamples.Member.Id))));
    }

    [Fact]
    public void is_asked_no_longer_when_the_note_gives_it_to_somebody_else()
    {
        var offered = MeetingSamples.Offered(MeetingSamples.InProgress());
        RecordOutcome Note(Actor owner) => new(MeetingSamples.Facilitator, MeetingSamples.Promise, MeetingSamples.Item2, OutcomeKind.Action, "Rappeler l’école", owner.Id, null);

        Assert.NotNull(Action(offered.Try(Note(MeetingSamples.Owner)).Value!).Offered);
        Assert.Null(Action(offered.Try(Note(MeetingSamples.Secretary)).Value!).Offered);
    }

    private static ItemOutcome Action(Meeting meeting) => meeting.ActionOf(MeetingSamples.Promise)!;

    private static IEnumerable<string> Codes(Result<Meeting> result) => result.Refusals.Select(r => r.Code);
}
