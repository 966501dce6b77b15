using RecoveryCoP.Federation.V1;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Practices;

public sealed class Claiming_a_practice
{
    private static readonly Practice _recalled = Samples.Recalled();

    [Fact]
    public void waits_for_an_answer_and_gives_no_right()
    {
        var claimed = _recalled.Do(new ClaimPractice(Samples.Author)).Value!;

        Assert.Equal(new AuthorClaim(Samples.Author.Id, Samples.Noon), claimed.OpenClaim);
        Assert.Equal(Guid.Empty, claimed.Author);
        Assert.False(claimed.IsBy(Samples.Author) || claimed.MayRevise(Samples.Author) || claimed.MayWithdraw(Samples.Author));
    }

    [Fact]
    public void again_changes_nothing()
    {
        var claimed = _recalled.Do(new ClaimPractice(Samples.Author)).Value!;

        Assert.Same(claimed, claimed.Do(new ClaimPractice(Samples.Author), Samples.Noon.AddDays(1)).Value);
    }

    [Fact]
    public void is_refused_to_a_second_person_while_the_first_waits() =>
        Assert.Equal("practice.claimed", Code(_recalled.Do(new ClaimPractice(Samples.Author)).Value!, new ClaimPractice(Samples.Someone(10))));

    [Theory]
    [InlineData(PracticeState.SharedInChapter)]
    [InlineData(PracticeState.SharedInNetwork)]
    public void is_refused_where_the_author_is_known(PracticeState state)
    {
        Assert.Equal("practice.author-known", Code(Samples.In(state), new ClaimPractice(Samples.Someone(10))));
        Assert.Equal("practice.author-known", Code(Samples.In(state), new ClaimPractice(Samples.Author)));
    }

    [Fact]
    public void is_refused_to_those_who_may_not_read_it()
    {
        var withdrawn = _recalled.Do(new WithdrawPractice(Samples.Executive, WithdrawalReason.Mistake)).Value!;

        Assert.Equal("practice.withdrawn", Code(withdrawn, new ClaimPractice(Samples.Author)));
        Assert.Equal("practice.unknown", Code(new Practice(), new ClaimPractice(Samples.Author)));
    }

    [Fact]
    public void can_be_taken_back_by_whoever_did_and_by_nobody_else()
    {
        var claimed = _recalled.Do(new ClaimPractice(Samples.Author)).Value!;

        Assert.Same(claimed, claimed.Do(new TakeBackClaim(Samples.Someone(10))).Value);
        Assert.Null(claimed.Do(new TakeBackClaim(Samples.Author)).Value!.Claim);
    }

    [Fact]
    public void ends_when_the_text_is_erased() =>
        Assert.Null(_recalled.Do(new ClaimPractice(Samples.Author)).Value!.Do(new WithdrawPractice(Samples.Executive, WithdrawalReason.Erasure)).Value!.Claim);

    private static string Code<TOperation>(Practice practice, TOperation operation) where TOperation : IOperation<Practice> => practice.Do(operation).Refusals.Single().Code;
}

public sealed class Answering_a_claim
{
    private static readonly Actor _other = Samples.Someone(10);
    private static readonly Practice _claimed = Samples.Recalled().Do(new ClaimPractice(Samples.Author)).Value!;

    [Fact]
    public void with_yes_makes_the_claimant_its_author_like_any_other()
    {
        var practice = _claimed.Do(new ConfirmClaim(Samples.Executive, Samples.Author.Id)).Value!;

        Assert.True(practice.IsBy(Samples.Author));
        Assert.Null(practice.Claim);
        Assert.Equal(3, practice.Do(Samples.Revise(Samples.Author, 2, "Le café du mardi")).Value!.Current.Number);
        Assert.True(practice.Do(new WithdrawPractice(Samples.Author, WithdrawalReason.Author)).Value!.MayRead(Samples.Author));
        Assert.True(practice.Do(new WithdrawPractice(Samples.Author, WithdrawalReason.Erasure)).Value!.Erased);
    }

    [Fact]
    public void with_yes_says_who_wrote_the_first_text_and_leaves_open_who_wrote_the_others() =>
        Assert.Equal([Samples.Author.Id, Guid.Empty], _claimed.Do(new ConfirmClaim(Samples.Executive, Samples.Author.Id)).Value!.Revisions.Select(r => r.By));

    [Fact]
    public void with_yes_twice_is_done_once()
    {
        var practice = _claimed.Do(new ConfirmClaim(Samples.Executive, Samples.Author.Id)).Value!;

        Assert.Same(practice, practice.Do(new ConfirmClaim(Samples.Executive, Samples.Author.Id)).Value);
        Assert.Equal("practice.author-known", Code(practice, new ConfirmClaim(Samples.Executive, _other.Id)));
    }

    [Fact]
    public void with_yes_is_for_somebody_else_than_the_claimant()
    {
        var own = Samples.Recalled().Do(new ClaimPractice(Samples.Executive)).Value!;

        Assert.Equal("practice.claim-own", Code(own, new ConfirmClaim(Samples.Executive, Samples.Executive.Id)));
        Assert.True(own.Do(new ConfirmClaim(Samples.Someone(11, "executive"), Samples.Executive.Id)).Value!.IsBy(Samples.Executive));
    }

    [Fact]
    public void with_yes_is_possible_after_a_withdrawal_so_that_the_author_can_erase_the_text()
    {
        var practice = _claimed.Do(new WithdrawPractice(Samples.Executive, WithdrawalReason.Mistake)).Value!.Do(new ConfirmClaim(Samples.Executive, Samples.Author.Id)).Value!;

        Assert.True(practice.MayRead(Samples.Author));
        Assert.True(practice.Do(new WithdrawPractice(Samples.Author, WithdrawalReason.Erasure)).Value!.Erased);
    }

    [Fact]
    public void with_no_leaves_the_practice_to_the_committee_and_lets_anybody_claim_it()
    {
        var practice = _claimed.Do(new TurnDownClaim(Samples.Executive, Samples.Author.Id), Samples.Noon.AddDays(1)).Value!;

        Assert.Equal((Guid.Empty, null, Samples.Noon.AddDays(1)), (practice.Author, practice.OpenClaim, practice.Claim!.TurnedDownAt));
        Assert.Equal(_other.Id, practice.Do(new ClaimPractice(_other)).Value!.OpenClaim!.By);
        var again = practice.Do(new ClaimPractice(Samples.Author), Samples.Noon.AddDays(2)).Value!;
        Assert.True(again.Do(new ConfirmClaim(Samples.Executive, Samples.Author.Id)).Value!.IsBy(Samples.Author));
    }

    [Fact]
    public void with_no_twice_is_done_once()
    {
        var practice = _claimed.Do(new TurnDownClaim(Samples.Executive, Samples.Author.Id)).Value!;

        Assert.Same(practice, practice.Do(new TurnDownClaim(Samples.Executive, Samples.Author.Id), Samples.Noon.AddDays(1)).Value);
    }

    [Fact]
    public void that_nobody_makes_any_more_is_stale()
    {
        var dropped = _claimed.Do(new DropClaim(Actor.Node, Samples.Author.Id, Samples.Noon)).Value!;
        var turnedDown = _claimed.Do(new TurnDownClaim(Samples.Executive, Samples.Author.Id)).Value!;

        Assert.Equal("practice.claim-stale", Code(dropped, new ConfirmClaim(Samples.Executive, Samples.Author.Id)));
        Assert.Equal("practice.claim-stale", Code(dropped, new TurnDownClaim(Samples.Executive, Samples.Author.Id)));
        Assert.Equal("practice.claim-stale", Code(turnedDown, new ConfirmClaim(Samples.Executive, Samples.Author.Id)));
        Assert.Equal("practice.claim-stale", Code(_claimed, new ConfirmClaim(Samples.Executive, _other.Id)));
        Assert.Equal("practice.claim-stale", Code(_claimed, new ConfirmClaim(Samples.Executive, Guid.Empty)));
        Assert.Equal("practice.claim-stale", Code(_claimed, new TurnDownClaim(Samples.Executive, _other.Id)));
    }

    [Fact]
    public void is_not_needed_when_the_claimant_left_but_what_they_say_after_coming_back_waits()
    {
        Assert.Null(_claimed.Do(new DropClaim(Actor.Node, Samples.Author.Id, Samples.Noon)).Value!.Claim);
        Assert.Same(_claimed, _claimed.Do(new DropClaim(Actor.Node, Samples.Author.Id, Samples.Noon.AddSeconds(-1))).Value);
        Assert.Same(_claimed, _claimed.Do(new DropClaim(Actor.Node, _other.Id, Samples.Noon)).Value);
    }

    private static string Code<TOperation>(Practice practice, TOperation operation) where TOperation : IOperation<Practice> => practice.Do(operation).Refusals.Single().Code;
}
