using Google.Protobuf;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Practices;

/// <summary>What came back from the network in the chapter's name and was a thief's.</summary>
public sealed class Disowning_revisions
{
    private static readonly RecallPractice _thiefs = new(Actor.Node, [new(2, Samples.Noon.AddDays(3), Samples.Text("Du voleur").ToByteArray(), Samples.Facts)], 2, null);

    public static TheoryData<PracticeState> Own => [PracticeState.Draft, PracticeState.SharedInChapter, PracticeState.SharedInNetwork];

    [Theory]
    [MemberData(nameof(Own))]
    public void leaves_the_practice_as_far_shared_as_its_people_had_shared_it(PracticeState state)
    {
        var own = Samples.In(state);

        var left = own.Do(_thiefs).Value!.Do(new DisownRevisions(Actor.Node, [2], Samples.Text().ToByteArray())).Value!;

        Assert.Equal((own.State, own.SharedInChapterAt, own.NetworkShare, own.Title, 2), (left.State, left.SharedInChapterAt, left.NetworkShare, left.Title, left.LastNumber));
        Assert.Equal(own.Revisions, left.Revisions);
    }

    [Fact]
    public void leaves_what_somebody_wrote_behind_it_and_its_words()
    {
        var revised = Samples.InNetwork().Do(_thiefs).Value!.Do(Samples.Revise(Samples.Author, 2, "De nous")).Value!;

        var left = revised.Do(new DisownRevisions(Actor.Node, [2], null)).Value!;

        Assert.Equal([1, 3], left.Revisions.Select(r => r.Number));
        Assert.Equal(("De nous", PracticeState.SharedInNetwork), (left.Title, left.State));
    }

    [Fact]
    public void takes_the_whole_practice_back_where_nothing_of_it_was_the_chapters() =>
        Assert.True(Samples.Recalled().Do(new DisownRevisions(Actor.Node, [1, 2], null)).Value!.Erased);

    [Fact]
    public void touches_nothing_that_somebody_wrote_here() =>
        Assert.Equal(Samples.InNetwork().Revisions, Samples.InNetwork().Do(new DisownRevisions(Actor.Node, [1], null)).Value!.Revisions);
}
