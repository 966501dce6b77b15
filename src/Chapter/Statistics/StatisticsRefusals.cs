using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Rules;

namespace RecoveryCoP.Chapter.Statistics;

/// <summary>Why a return is not approved.</summary>
internal static class StatisticsRefusals
{
    public const string NotExecutive = "statistics.not-executive";
    public const string PeriodUnknown = "statistics.period-unknown";
    public const string NotEnded = "statistics.not-ended";
    public const string NothingNew = "statistics.nothing-new";
    public const string TooManyCorrections = "statistics.too-many-corrections";
    public const string FiguresChanged = "statistics.figures-changed";

    public static IReadOnlyList<RefusalText> Texts { get; } =
    [
        new(NotExecutive, new Text(
            "Seul le comité exécutif peut approuver un rapport statistique.",
            "Only the executive committee can approve a statistics return.")),
        new(PeriodUnknown, new Text(
            "Ce trimestre n’existe pas. Choisissez-en un dans la liste.",
            "There is no such quarter. Choose one from the list.")),
        new(NotEnded, new Text(
            "Ce trimestre n’est pas terminé. Vous pourrez approuver ses chiffres dès le lendemain de son dernier jour.",
            "This quarter is not over. You can approve its figures from the day after its last day.")),
        new(NothingNew, new Text(
            "Ces chiffres sont déjà approuvés. Il n’y a rien à corriger.",
            "These figures are already approved. There is nothing to correct.")),
        new(TooManyCorrections, new Text(
            "Ce trimestre a déjà été corrigé {0} fois. Écrivez à l’équipe du carrefour.",
            "This quarter has already been corrected {0} times. Write to the hub’s operator.")),
        new(FiguresChanged, new Text(
            "Les chiffres ont changé pendant que vous les lisiez. Voici les nouveaux\u00a0: lisez-les, puis approuvez.",
            "The figures changed while you were reading them. Here are the new ones: read them, then approve.")),
    ];
}
