using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Tests.Enrolment;

public sealed class Typing_the_six_words
{
    private const string Estrie = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string Mauricie = "baaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    // The words are the first 66 bits of an id: this one differs from the first only after them.
    private const string Forged = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab";

    private static readonly string _words = SixWords.Of(new NodeId(Estrie));

    [Fact]
    public void finds_the_one_chapter_that_has_them() =>
        Assert.Equal(Estrie, ComparedWords.Find(_words, [Chapter(Mauricie), Chapter(Estrie)]).Value?.NodeId);

    [Fact]
    public void as_they_were_heard_finds_it_too() =>
        Assert.Equal(Estrie, ComparedWords.Find($"  {_words.ToUpperInvariant().Replace(' ', '-')}. ", [Chapter(Estrie)]).Value?.NodeId);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abeille")]
    [InlineData("these are not words that exist")]
    public void that_are_no_six_words_is_refused(string? typed) =>
        Assert.Equal("enrolment.words-unknown", Assert.Single(ComparedWords.Find(typed, [Chapter(Estrie)]).Refusals).Code);

    [Fact]
    public void with_a_single_one_that_differs_is_refused()
    {
        var words = _words.Split(' ');
        words[^1] = WordList.Words.First(word => word != words[^1]);

        Assert.Equal("enrolment.words-unknown", Assert.Single(ComparedWords.Find(string.Join(' ', words), [Chapter(Estrie)]).Refusals).Code);
    }

    [Fact]
    public void that_two_chapters_have_is_refused()
    {
        Assert.Equal(_words, SixWords.Of(new NodeId(Forged)));

        Assert.Equal("enrolment.words-ambiguous", Assert.Single(ComparedWords.Find(_words, [Chapter(Estrie), Chapter(Forged)]).Refusals).Code);
    }

    private static ChapterOverview Chapter(string id) => new() { NodeId = id, Standing = EnrolmentState.Pending, NameFr = "Communauté", NameEn = "", FeedPosition = 0 };
}
