namespace RecoveryCoP.Node.Web.Charts;

/// <summary>What the pictures say themselves.</summary>
internal static class ChartText
{
    public static Text AsTable => new("Voir les mêmes données en tableau", "See the same data as a table");
    public static Text Part => new("{0}\u00a0: {1}", "{0}: {1}");

    public static Text Stream => new("Volet", "Stream");
    public static Text Minutes => new("Minutes", "Minutes");
    public static Text Share => new("Part", "Share");
    public static Text Target => new("Cible", "Target");
    public static Text NoTarget => new("sans cible", "no target");
    public static Text Percent => new("{0}\u00a0%", "{0}%");
    public static Text Band => new("{0} à {1}\u00a0%", "{0} to {1}%");
    public static Text BandOf => new("cible\u00a0: {0} à {1}\u00a0%", "target: {0} to {1}%");
    public static Text Below => new("sous la cible", "below target");
    public static Text Within => new("dans la cible", "on target");
    public static Text Above => new("au-dessus de la cible", "above target");

    public static Text Meeting => new("Rencontre", "Meeting");
    public static Text InPerson => new("En personne", "In person");
    public static Text Remote => new("À distance", "Remote");
    public static Text Total => new("Total", "Total");

    public static Text Region => new("Région", "Region");
    public static Text State => new("État", "State");

    public static Text Stage => new("Étape", "Stage");
    public static Text Since => new("Depuis", "Since");

    public static Text Of(StageMark mark) => mark switch
    {
        StageMark.Passed => new("franchie", "passed"),
        StageMark.Current => new("en cours", "current"),
        StageMark.Ended => new("abandonnée ici", "discontinued here"),
        _ => new("à venir", "to come"),
    };
}
