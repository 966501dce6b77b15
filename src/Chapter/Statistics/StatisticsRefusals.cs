namespace RecoveryCoP.Chapter.Statistics;

/// <summary>Why a return is not approved.</summary>
internal static class StatisticsRefusals
{
    public static IReadOnlyList<RefusalText> Texts { get; } =
    [
        new("statistics.period-unknown", new Text(
            "Ce trimestre n’existe pas. Choisissez-en un dans la liste.",
            "There is no such quarter. Choose one from the list.")),
        new("statistics.not-ended", new Text(
            "Ce trimestre n’est pas terminé. Vous pourrez approuver ses chiffres dès le lendemain de son dernier jour.",
            "This quarter is not over. You can approve its figures from the day after its last day.")),
        new("statistics.nothing-new", new Text(
            "Ces chiffres sont déjà approuvés. Il n’y a rien à corriger.",
            "These figures are already approved. There is nothing to correct.")),
        new("statistics.too-many-corrections", new Text(
            "Ce trimestre a déjà été corrigé {0} fois. Écrivez à l’équipe du carrefour.",
            "This quarter has already been corrected {0} times. Write to the hub’s operator.")),
        new("statistics.figures-stale", new Text(
            "Les chiffres ont changé pendant que vous les lisiez. Voici les nouveaux\u00a0: lisez-les, puis approuvez.",
            "The figures changed while you were reading them. Here are the new ones: read them, then approve.")),
    ];
}
