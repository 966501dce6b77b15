using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Node.Tests.Templates;

public sealed class The_clauses_of_a_charter
{
    private static readonly TemplateItem[] _known =
    [
        Clause("door", "La porte est ouverte", "Toute personne est bienvenue et personne n’a à donner ses raisons."),
        Clause("equals", "Nous sommes égaux", "Le savoir du vécu compte autant que celui des études."),
        Clause("space", "L’espace est neutre", "Nous laissons les enjeux de nos organisations à la porte."),
    ];

    [Fact]
    public void are_known_by_their_heading_wherever_they_stand_and_whatever_they_say() =>
        Assert.Equal(["space", "door"], Ids(Clause("1", "L’espace est  neutre.", "Tout autre chose."), Clause("2", "LA PORTE EST OUVERTE", "Rien de commun.")));

    [Fact]
    public void are_known_by_their_words_where_the_heading_was_changed() =>
        Assert.Equal(["door", "equals"], Ids(Clause("1", "La porte est ouverte", "…"), Clause("2", "D’égale à égal", "Le savoir du vécu compte autant que celui des études universitaires.")));

    [Fact]
    public void that_are_new_here_get_an_id_that_no_template_has() =>
        Assert.Equal(["door", "own.1", "space"], Ids(Clause("1", "La porte est ouverte", "…"), Clause("2", "Le café", "Qui arrive en avance fait le café."), Clause("3", "L’espace est neutre", "…")));

    [Fact]
    public void keep_an_id_that_they_have() =>
        Assert.Equal(["equals", "door"], Ids(Clause("equals", "Tout autre", "chose"), Clause("2", "La porte est ouverte", "…")));

    [Fact]
    public void keep_their_order_where_only_words_tell_them_apart()
    {
        (Bilingual, Bilingual) first = (new("A", null), new("un deux trois quatre", null)), second = (new("B", null), new("rouge vert bleu noir", null));
        (Bilingual, Bilingual) one = (new("X", null), new("un deux trois cinq", null)), other = (new("Y", null), new("rouge vert bleu blanc", null));

        Assert.Equal([0, 1], CharterMatching.Match([first, second], [one, other]));
        Assert.Equal([1, -1], CharterMatching.Match([first, second], [other, one]).Order().Reverse());
    }

    private static IEnumerable<string> Ids(params TemplateItem[] ours) => CharterMatching.WithIds(_known, new TemplateItem("charter", "charter") with { Rows = [.. ours] }).Rows.Select(r => r.Id);

    private static TemplateItem Clause(string id, string title, string text) => new TemplateItem("clause", id).With("title", title, null).With("text", text, null);
}
