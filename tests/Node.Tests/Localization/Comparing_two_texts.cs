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
    public void leaves_out_of_an_excerpt_what_is_far_from_any_change()
    {
        var far = string.Concat(Enumerable.Range(0, 10).Select(n => $"Une ligne qui ne change pas, la {n}.\n"));
        var pieces = WordDiff.Between($"{far}Avant.\nChaque lundi, un café.\nAprès.\n{far}La fin", $"{far}Avant.\nChaque jeudi, un café.\nAprès.\n{far}La toute fin");

        Assert.Equal(
            [
                new(PieceKind.LeftOut, $"{far}Avant.\n"), new(PieceKind.Kept, "Chaque "), new(PieceKind.Removed, "lundi"), new(PieceKind.Added, "jeudi"), new(PieceKind.Kept, ", un café.\n"),
                new(PieceKind.LeftOut, $"Après.\n{far}"), new(PieceKind.Kept, "La "), new(PieceKind.Added, "toute "), new(PieceKind.Kept, "fin"),
            ],
            WordDiff.Excerpt(pieces));
        // What is near stays whole, and so does what is the same.
        Assert.DoesNotContain(WordDiff.Excerpt(WordDiff.Between("Un.\nDeux.\nTrois.", "Une.\nDeux.\nTroi.")), p => p.Kind == PieceKind.LeftOut);
        Assert.Equal(WordDiff.Between(far, far), WordDiff.Excerpt(WordDiff.Between(far, far)));
    }

    [Fact]
    public void of_the_largest_size_ends()
    {
        var before = string.Concat(Enumerable.Range(0, 40_000).Select(n => $"{n} "));
        var after = string.Concat(Enumerable.Range(0, 40_000).Select(n => $"{n + 1} x"));

        Assert.NotEmpty(WordDiff.Between(before, after));
    }
}
