namespace RecoveryCoP.Chapter.Texts;

/// <summary>What each refusal says.</summary>
internal static class TextRefusals
{
    /// <summary>Their texts.</summary>
    public static IReadOnlyList<RefusalText> Texts { get; } =
    [
        new("text.title-missing", new("Donnez un titre au texte dans cette langue.", "Give the text a title in this language.")),
        new("text.words-missing", new("Écrivez le texte dans cette langue.", "Write the text in this language.")),
        new("text.stale", new("Quelqu’un a changé ce texte pendant que vous écriviez. Le vôtre est encore ici, et l’autre est affiché plus bas\u00a0: reprenez-en ce qu’il faut, puis enregistrez de nouveau.", "Somebody changed this text while you were writing. Yours is still here and theirs is shown below: take from it what is needed, then save again.")),
        new("text.gone", new("Quelqu’un a retiré ce texte pendant que vous écriviez. Le vôtre est encore ici\u00a0: enregistrez de nouveau pour le remettre.", "Somebody removed this text while you were writing. Yours is still here: save again to put it back.")),
        new("text.remove-stale", new("Quelqu’un vient de changer ce texte. Relisez-le avant de le retirer.", "Somebody has just changed this text. Read it again before you remove it.")),
        new("text.too-many", new("La communauté a déjà {0} textes, c’est le maximum. Retirez-en un d’abord.", "The community already has {0} texts, which is the most. Remove one first.")),
    ];
}
