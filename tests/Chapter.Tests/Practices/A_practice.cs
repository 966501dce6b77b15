using RecoveryCoP.Federation.V1;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Practices;

public sealed class Writing_a_practice
{
    [Fact]
    public void makes_a_draft_with_one_revision()
    {
        var practice = Samples.Draft();

        Assert.Equal(PracticeState.Draft, practice.State);
        Assert.Equal(Samples.Author.Id, practice.Author);
        Assert.Equal("Le café du rétablissement", practice.Title);
        Assert.Equal([1], practice.Revisions.Select(r => r.Number));
        Assert.Equal(Samples.HashOf(Samples.Text()), practice.Current.TextHash);
    }

    [Fact]
    public void twice_with_the_same_form_is_done_once() =>
        Assert.Single(Samples.Draft().Do(Samples.Write(Samples.Author)).Value!.Revisions);

    [Fact]
    public void over_another_one_is_refused() =>
        Assert.Equal("practice.exists", Samples.Draft().Do(Samples.Write(Samples.Executive)).Refusals.Single().Code);
}

public sealed class Revising_a_practice
{
    [Fact]
    public void keeps_every_earlier_text_and_its_note()
    {
        var practice = Samples.Draft().Do(Samples.Revise(Samples.Author, 1)).Value!;

        Assert.Equal([1, 2], practice.Revisions.Select(r => r.Number));
        Assert.Equal(Samples.HashOf(Samples.Text()), practice.Revisions[0].TextHash);
        Assert.Equal("Plus clair", practice.Current.Note);
        Assert.Equal("Le café du jeudi", practice.Title);
    }

    [Fact]
    public void from_an_older_text_is_stale()
    {
        var practice = Samples.Draft().Do(Samples.Revise(Samples.Author, 1)).Value!;

        Assert.Equal("practice.stale", practice.Do(Samples.Revise(Samples.Author, 1, "Autre")).Refusals.Single().Code);
    }

    [Fact]
    public void without_a_change_adds_nothing()
    {
        var practice = Samples.Draft();

        Assert.Same(practice, practice.Do(Samples.Revise(Samples.Author, 1, Samples.Text().Title) with { Facts = Samples.Facts with { Choices = Samples.Facts.Choices.ToDictionary(c => c.Key, c => (IReadOnlyList<string>)[.. c.Value]) } }).Value);
    }

    [Fact]
    public void that_is_in_the_network_stays_there() =>
        Assert.Equal(PracticeState.SharedInNetwork, Samples.InNetwork().Do(Samples.Revise(Samples.Author, 1)).Value!.State);

    [Fact]
    public void that_was_withdrawn_is_refused() =>
        Assert.Equal("practice.withdrawn", Samples.Withdrawn().Do(Samples.Revise(Samples.Author, 1)).Refusals.Single().Code);

    [Fact]
    public void that_nobody_wrote_is_refused() =>
        Assert.Equal("practice.unknown", new Practice().Do(Samples.Revise(Samples.Author, 1)).Refusals.Single().Code);

    [Fact]
    public void has_an_end()
    {
        var practice = Samples.Draft();
        practice = practice with { Revisions = [.. Enumerable.Range(1, Practice.MostRevisions).Select(n => practice.Current with { Number = n })] };

        Assert.Equal("practice.too-many-revisions", practice.Do(Samples.Revise(Samples.Author, Practice.MostRevisions)).Refusals.Single().Code);
    }
}

public sealed class Sharing_a_practice
{
    [Fact]
    public void in_the_network_begins_with_the_text_that_was_read()
    {
        var practice = Samples.InChapter().Do(Samples.Revise(Samples.Author, 1)).Value!;

        Assert.Equal("practice.share-stale", practice.Do(Samples.Share(Samples.Executive, 1)).Refusals.Single().Code);
        Assert.Equal(2, practice.Do(Samples.Share(Samples.Executive, 2)).Value!.NetworkShare!.FromRevision);
    }

    [Fact]
    public void in_the_network_comes_after_the_chapter() =>
        Assert.Equal("practice.not-in-chapter", Samples.Draft().Do(Samples.Share(Samples.Executive)).Refusals.Single().Code);

    [Fact]
    public void of_somebody_else_needs_their_agreement() =>
        Assert.Equal("practice.agreement-missing", Samples.InChapter().Do(Samples.Share(Samples.Executive) with { AuthorAgrees = false }).Refusals.Single().Code);

    [Fact]
    public void again_changes_nothing()
    {
        var practice = Samples.InNetwork();

        Assert.Same(practice, practice.Do(Samples.Share(Samples.Executive), Samples.Noon.AddDays(9)).Value);
    }
}

public sealed class Withdrawing_a_practice
{
    [Fact]
    public void remembers_why_and_that_the_network_had_it()
    {
        var practice = Samples.Withdrawn(WithdrawalReason.Mistake);

        Assert.Equal(WithdrawalReason.Mistake, practice.Withdrawal!.Reason);
        Assert.Equal(1, practice.NetworkShare!.FromRevision);
        Assert.Equal("Le café du rétablissement", practice.Title);
    }

    [Theory]
    [InlineData(WithdrawalReason.Erasure)]
    [InlineData(WithdrawalReason.Legal)]
    public void for_erasure_or_by_law_leaves_no_words(WithdrawalReason reason)
    {
        var practice = Samples.InNetwork().Do(Samples.Revise(Samples.Author, 1)).Value!.Do(new WithdrawPractice(Samples.Author, reason)).Value!;

        Assert.Equal("", practice.Title + practice.Summary + string.Concat(practice.Revisions.Select(r => r.Note)));
        Assert.False(practice.MayRead(Samples.Author));
    }

    [Fact]
    public void by_somebody_else_is_no_wish_of_whoever_wrote_it_to_have_it_erased()
    {
        var byAuthor = Samples.Withdrawn();
        var byOthers = Samples.InNetwork().Do(new WithdrawPractice(Samples.Executive, WithdrawalReason.Mistake)).Value!;

        Assert.True(byAuthor.Do(new ErasePracticeOf(Actor.Node, Samples.Author.Id, SharedToo: false)).Value!.Erased);
        Assert.Same(byOthers, byOthers.Do(new ErasePracticeOf(Actor.Node, Samples.Author.Id, SharedToo: false)).Value);
        Assert.True(byOthers.Do(new ErasePracticeOf(Actor.Node, Samples.Author.Id, SharedToo: true)).Value!.Erased);
    }

    [Fact]
    public void for_erasure_stays_so_when_the_network_gives_its_texts_back()
    {
        var erased = Samples.Draft().Do(new WithdrawPractice(Samples.Author, WithdrawalReason.Erasure)).Value!;

        var recalled = erased.Do(Samples.Recall).Value!;

        Assert.Equal((true, "", 2), (recalled.Erased, recalled.Title + recalled.Summary, recalled.LastNumber));
        Assert.True(new Practice().Do(Samples.Recall with { Withdrawn = WithdrawalReason.Erasure }).Value!.Erased);
    }

    [Fact]
    public void can_become_an_erasure_later_but_not_the_other_way_round()
    {
        var erased = Samples.Withdrawn().Do(new WithdrawPractice(Samples.Author, WithdrawalReason.Erasure), Samples.Noon.AddDays(3)).Value!;

        Assert.True(erased.Erased);
        Assert.Same(erased, erased.Do(new WithdrawPractice(Samples.Author, WithdrawalReason.Author), Samples.Noon.AddDays(4)).Value);
    }
}
