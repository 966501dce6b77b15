using CsCheck;
using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Node.Tests.Localization;

public sealed class Comparing_two_texts
{
    [Fact]
    public void shows_the_words_that_changed() =>
        Assert.Equal(
            [new(PieceKind.Kept, "Titre\n"), new(PieceKind.Kept, "Chaque "), new(PieceKind.Removed, "lundi"), new(PieceKind.Added, "jeudi"), new(PieceKind.Kept, ", un café.\n"), new(PieceKind.Kept, "Fin")],
            WordDiff.Between("Titre\nChaque lundi, un café.\nFin", "Titre\nChaque jeudi, un café.\nFin"));

    [Fact]
    public void gives_each_of_them_back_whatever_they_are()
    {
        var text = Gen.OneOf(((string[])["un ", "deux ", "trois", "\n", "l’été ", ".", "😀", "😁"]).Select(Gen.Const).ToArray()).Array[0, 40].Select(p => string.Concat(p));
        Gen.Select(text, text).Sample((before, after) =>
        {
            var pieces = WordDiff.Between(before, after);
            Assert.Equal(before, string.Concat(pieces.Where(p => p.Kind != PieceKind.Added).Select(p => p.Text)));
            Assert.Equal(after, string.Concat(pieces.Where(p => p.Kind != PieceKind.Removed).Select(p => p.Text)));
        }, iter: 2000);
    }

    [Fact]
    public void of_the_largest_size_ends()
    {
        var before = string.Concat(Enumerable.Range(0, 40_000).Select(n => $"{n} "));
        var after = string.Concat(Enumerable.Range(0, 40_000).Select(n => $"{n + 1} x"));

        Assert.NotEmpty(WordDiff.Between(before, after));
    }
}
