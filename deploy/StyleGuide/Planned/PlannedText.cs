using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.StyleGuide.Planned;

/// <summary>What the planned pictures say themselves.</summary>
internal static class PlannedText
{
    public static Text Part => new("{0}\u00a0: {1}", "{0}: {1}");
    public static Text State => new("État", "State");
    public static Text Stage => new("Étape", "Stage");
    public static Text Since => new("Depuis", "Since");
    public static Text Ahead => new("à venir", "to come");
    public static Text Passed => new("franchie", "passed");
    public static Text Current => new("en cours", "current");
    public static Text Ended => new("abandonnée ici", "discontinued here");

    public static Text Practice => new("Pratique", "Practice");
    public static Text Community => new("Communauté", "Community");
    public static Text AdaptedFrom => new("Adaptée de", "Adapted from");
    public static Text Original => new("première version", "the first version");
    public static Text YouAreHere => new("cette page", "this page");

    public static Text Of(StageMark mark) => mark switch
    {
        StageMark.Passed => Passed,
        StageMark.Current => Current,
        StageMark.Ended => Ended,
        _ => Ahead,
    };
}
