namespace RecoveryCoP.Chapter.Series;

/// <summary>What each refusal says.</summary>
public static class SeriesRefusals
{
    /// <summary>Their texts.</summary>
    public static IReadOnlyList<RefusalText> Texts { get; } =
    [
        new("series.unknown", new("Cette série n’existe pas.", "There is no such series.")),
        new("series.exists", new("Cette série existe déjà. Ouvrez une page neuve et recopiez-y ce que vous avez écrit.", "This series already exists. Open a new page and copy what you wrote there.")),
        new("series.stale", new("Quelqu’un a changé cette série pendant que vous écriviez. Votre texte est encore ici, et l’autre version est affichée plus bas\u00a0: reprenez-en ce qu’il faut, puis enregistrez de nouveau.", "Somebody changed this series while you were writing. Yours is still here and theirs is shown below: take from it what is needed, then save again.")),
        new("series.every-missing", new("Choisissez à quel rythme la rencontre revient.", "Choose how often the meeting comes back.")),
        new("series.day-missing", new("Choisissez quel jour du mois.", "Choose which day of the month.")),
        new("series.date-missing", new("Écrivez la date fixe, un nombre de {0} à {1}.", "Write the fixed date, a number from {0} to {1}.")),
        new("series.until-unclear", new("Écrivez le dernier jour ainsi\u00a0: 2026-03-02, ou laissez le champ vide.", "Write the last day like this: 2026-03-02, or leave it empty.")),
        new("series.lead-missing", new("Écrivez combien de jours d’avance, de {0} à {1}.", "Write how many days ahead, from {0} to {1}.")),
        new("series.no-dates", new("Cette série n’aurait aucune rencontre à venir. Changez le jour, ou le dernier jour.", "This series would have no meeting to come. Change the day, or the last day.")),
        new("series.dates-unseen", new("Voici les dates que cela donne, sous le rythme. Si elles conviennent, enregistrez de nouveau.", "Here are the dates this makes, below how often. If they are right, save again.")),
        new("series.no-date-then", new("La série n’a pas de date ce mois-là. Rechargez la page.", "The series has no date in that month. Reload the page.")),
    ];
}
