using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Hub.TakeDowns;

/// <summary>What is said about taking a practice down.</summary>
internal static class TakeDownText
{
    public static Text Act => new("Retirer cette pratique du réseau", "Take this practice down");
    public static Text Question => new(
        "Son texte sera effacé ici, puis dans chaque communauté dès qu’elle l’apprendra. La communauté qui l’a écrite garde le sien et saura pourquoi. On ne peut pas revenir en arrière.",
        "Its text will be erased here, then in each community as soon as it hears of it. The community that wrote it keeps its own and is told why. This cannot be undone.");
    public static Text Of => new("Partagée par\u00a0: ", "Shared by ");
    public static Text Why => new("Pourquoi?", "Why?");
    public static Text WhyHelp => new("Tout le monde pourra lire cette raison. Parlez-en d’abord à la communauté, si vous en avez le temps.", "Everybody will be able to read this reason. Talk to the community first, if there is time.");
    public static Text OtherLanguage => new("Cette pratique existe aussi dans l’autre langue, et c’est un texte à part\u00a0:", "This practice exists in the other language too, which is a text of its own:");
    public static Text Back => new("Retour à la pratique", "Back to the practice");

    public static Confirmation[] Done =>
    [
        new("take-down.done", new("La pratique est retirée. Les communautés effacent son texte à leur prochain échange.", "The practice is taken down. The communities erase its text at their next exchange.")),
    ];

    public static RefusalText[] Refusals =>
    [
        new("take-down.reason-missing", new("Choisissez la raison.", "Choose the reason.")),
        new("take-down.stale", new("Cette pratique n’est plus dans la bibliothèque. Il n’y a rien à retirer.", "This practice is no longer in the library. There is nothing to take down.")),
    ];
}
