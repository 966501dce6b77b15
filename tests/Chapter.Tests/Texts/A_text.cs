using RecoveryCoP.Chapter.Texts;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Texts;

public sealed class A_text
{
    private static readonly DateTimeOffset _now = new(2026, 3, 2, 14, 0, 0, TimeSpan.Zero);
    private static readonly Guid _id = Guid.Parse("01890a5d-ac96-774b-bcce-b302099b9101");
    private static readonly TextContent _content = new() { Title = new("Bienvenue", "Welcome"), Words = new("Entrez.", "Come in.") };
    private static readonly TextContent _other = _content with { Words = new("Entrez donc.", "Do come in.") };

    [Theory]
    [InlineData("", Access.RoleMissing)]
    [InlineData("steward", Access.RoleMissing)]
    [InlineData("facilitator", Access.RoleMissing)]
    [InlineData("secretary", Access.RoleMissing)]
    [InlineData("privacy-officer", Access.RoleMissing)]
    [InlineData("executive", null)]
    public void is_written_and_removed_by_the_executive_committee(string role, string? refusal)
    {
        var who = new Actor(_id, role.Length == 0 ? [] : [role]);
        Assert.Equal(refusal, Codes(Try(new(), new WriteText(who, "welcome", 0, _content))).SingleOrDefault());
        Assert.Equal(refusal, Codes(Try(Written(), new RemoveText(who, 1))).SingleOrDefault());
    }

    [Theory]
    [InlineData("Bienvenue", "Entrez.", null, null)]
    [InlineData(null, null, "Welcome", "Come in.")]
    [InlineData(null, "Entrez.", "Welcome", "Come in.", "text.title-missing")]
    [InlineData("Bienvenue", null, "Welcome", "Come in.", "text.words-missing")]
    [InlineData("Bienvenue", "Entrez.", " ", "Come in.", "text.title-missing")]
    [InlineData(null, null, null, null, "text.words-missing")]
    public void is_whole_in_each_of_its_languages_and_has_one(string? titleFr, string? fr, string? titleEn, string? en, params string[] refusals) =>
        Assert.Equal(refusals, new TextContent { Title = new(titleFr, titleEn), Words = new(fr, en) }.Errors().Select(r => r.Code));

    [Fact]
    public void ends_somewhere()
    {
        Assert.Empty((_content with { Words = new(new('a', TextContent.LongestWords), null), Title = new("Un", null) }).Errors());
        Assert.Equal(["form.too-long"], (_content with { Words = new(new('a', TextContent.LongestWords + 1), "Yes") }).Errors().Select(r => r.Code));
        Assert.Equal(["form.too-long"], (_content with { Title = new("Oui", new('a', TextContent.LongestTitle + 1)) }).Errors().Select(r => r.Code));
    }

    [Fact]
    public void is_not_written_over_by_whoever_saw_an_earlier_one_or_none()
    {
        var second = Try(Written(), new WriteText(Executive, "welcome", 1, _other)).Value!;
        Assert.Equal((2, _other), (second.Version, second.Content));

        Assert.Equal(["text.stale"], Codes(Try(second, new WriteText(Executive, "welcome", 1, _content))));
        Assert.Equal(["text.stale"], Codes(Try(second, new WriteText(Executive, "welcome", 0, _content))));
        Assert.Equal(["text.remove-stale"], Codes(Try(second, new RemoveText(Executive, 1))));
        // Sent twice.
        Assert.Same(second, Try(second, new WriteText(Executive, "welcome", 1, _other)).Value);
    }

    [Fact]
    public void leaves_nothing_once_it_is_removed_and_can_be_written_again()
    {
        var removed = Try(Written(), new RemoveText(Executive, 1)).Value!;
        Assert.Null(removed.Content);
        Assert.Same(removed, Try(removed, new RemoveText(Executive, 1)).Value);

        Assert.Equal(["text.gone"], Codes(Try(removed, new WriteText(Executive, "welcome", 1, _other))));
        var again = Try(removed, new WriteText(Executive, "welcome", 0, _other)).Value!;
        // Whoever saw the first one has seen another.
        Assert.Equal((3, _other), (again.Version, again.Content));
    }

    private static Actor Executive => new(_id, [ChapterRoles.Executive]);

    private static ChapterText Written() => Try(new(), new WriteText(Executive, "welcome", 0, _content)).Value!;

    private static Result<ChapterText> Try<TOperation>(ChapterText text, TOperation operation) where TOperation : IOperation<ChapterText> => text.Try(operation, _id, _now);

    private static IEnumerable<string> Codes(Result<ChapterText> result) => result.Refusals.Select(r => r.Code);
}
