using RecoveryCoP.Node.Language;

namespace RecoveryCoP.Node.Web.Pictures;

/// <summary>What the pictures say themselves.</summary>
internal static class PictureText
{
    public static Text AsTable => new("Les chiffres en tableau", "The figures as a table");
    public static Text Stream => new("Volet", "Stream");
    public static Text Minutes => new("Minutes", "Minutes");
    public static Text Share => new("Part", "Share");
    public static Text Target => new("Cible", "Target");
    public static Text NoTarget => new("sans cible", "no target");
    public static Text Band => new("de {0} à {1}\u00a0%", "{0} to {1}%");
    public static Text Percent => new("{0}\u00a0%", "{0}%");
    public static Text Part => new("{0}\u00a0: {1}", "{0}: {1}");
    public static Text Day => new("Rencontre", "Meeting");
    public static Text InPerson => new("En personne", "In person");
    public static Text Remote => new("À distance", "Remote");
    public static Text Total => new("Total", "Total");
    public static Text Region => new("Région", "Region");
    public static Text State => new("État", "State");
    public static Text Stage => new("Étape", "Stage");
    public static Text Since => new("Depuis", "Since");
}
