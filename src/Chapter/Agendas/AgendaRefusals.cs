namespace RecoveryCoP.Chapter.Agendas;

/// <summary>What each refusal says.</summary>
internal static class AgendaRefusals
{
    /// <summary>Their texts.</summary>
    public static IReadOnlyList<RefusalText> Texts { get; } =
    [
        new("agenda.title-missing", new("Donnez un titre à l’ordre du jour, dans une langue au moins.", "Give the agenda a title, in one language at least.")),
        new("agenda.items-missing", new("Écrivez au moins un point.", "Write at least one item.")),
        new("agenda.items-too-many", new("Un ordre du jour type a {0} points au plus. Enlevez-en.", "A model agenda has {0} items at most. Remove some.")),
        new("agenda.items-unclear", new("Les points de cet ordre du jour ne sont pas lisibles. Rechargez la page.", "The items of this agenda cannot be read. Reload the page.")),
        new("agenda.stale", new("Quelqu’un a changé cet ordre du jour type pendant que vous écriviez. Le vôtre est encore ici, et l’autre est affiché plus bas\u00a0: reprenez-en ce qu’il faut, puis enregistrez de nouveau.", "Somebody changed this model agenda while you were writing. Yours is still here and theirs is shown below: take from it what is needed, then save again.")),
        new("agenda.gone", new("Quelqu’un a retiré cet ordre du jour type pendant que vous écriviez. Le vôtre est encore ici\u00a0: enregistrez de nouveau pour le remettre.", "Somebody removed this model agenda while you were writing. Yours is still here: save again to put it back.")),
        new("agenda.remove-stale", new("Quelqu’un vient de changer cet ordre du jour type. Relisez-le avant de le retirer.", "Somebody has just changed this model agenda. Read it again before you remove it.")),
        new("agenda.too-many", new("La communauté a déjà {0} ordres du jour types, c’est le maximum. Retirez-en un d’abord.", "The community already has {0} model agendas, which is the most. Remove one first.")),
    ];
}
