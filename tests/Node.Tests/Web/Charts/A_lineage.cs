using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Web.Charts;
using RecoveryCoP.StyleGuide.Planned;

namespace RecoveryCoP.Node.Tests.Web.Charts;

public sealed class A_lineage
{
    [Fact]
    public void has_every_practice_once_after_what_it_was_adapted_from()
    {
        var drawing = LineageDrawing.Of(Practice("a", Practice("b", Practice("c")), Practice("d")), Language.French);

        Assert.Equal(["a", "b", "c", "d"], drawing.Rows.Select(r => r.Node.Title.Fr));
        Assert.Equal([null, "a", "b", "a"], drawing.Rows.Select(r => r.Parent?.Node.Title.Fr));
        Assert.All(drawing.Rows.Where(r => r.Parent is not null), row => Assert.True(row.X > row.Parent!.X && row.Y > row.Parent.Y));
    }

    [Fact]
    public void keeps_its_rows_apart_and_its_words_inside_however_deep()
    {
        var deep = Enumerable.Range(0, 40).Aggregate(Practice("fin"), (below, n) => Practice($"{n} {new string('m', 30)} {new string('o', 30)} {new string('w', 30)}", below));
        var drawing = LineageDrawing.Of(deep, Language.French);

        Assert.All(drawing.Rows.Zip(drawing.Rows.Skip(1)), pair => Assert.True(pair.Second.Y - pair.First.Y > 2 * 15 + 12));
        Assert.All(drawing.Rows, row =>
        {
            Assert.InRange(row.Lines.Count, 1, 2);
            Assert.All(row.Lines, line => Assert.True(row.X + 14 + line.Length * 7.2 <= Units.Width, line));
        });
        Assert.True(drawing.Rows[^1].Y + 40 <= drawing.Height);
    }

    [Theory]
    [InlineData("un deux trois", 8, new[] { "un deux", "trois" })]
    [InlineData("un deux trois quatre", 8, new[] { "un deux", "trois…" })]
    [InlineData("anticonstitutionnellement", 10, new[] { "anticonst…" })]
    [InlineData("", 10, new string[0])]
    public void breaks_titles_between_words(string title, int characters, string[] lines) => Assert.Equal(lines, Wrapping.Lines(title, characters, 2));

    private static LineageNode Practice(string title, params LineageNode[] adaptations) =>
        new(new Bilingual(title, null), new Bilingual("CdP", null), null, false, adaptations);
}
