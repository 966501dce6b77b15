using RecoveryCoP.Node.Language;

namespace RecoveryCoP.Hub.Home;

/// <summary>What the hub's first page says.</summary>
internal static class HomeText
{
    public static Text Tab => new("Accueil", "Home");
    public static Text Above => new("Réseau des communautés de pratique sur le rétablissement", "Network of recovery communities of practice");
    public static Text Lead => new("De petites communautés, dans chaque région, écrivent ce qu’elles font pour le rétablissement en santé mentale. Ce carrefour fait circuler leurs pratiques; il ne peut ni les changer ni parler à leur place.", "Small communities, in every region, write down what they do for recovery in mental health. This hub carries their practices; it can neither change them nor speak for them.");
    public static Text ReadLibrary => new("Lire les pratiques", "Read the practices");
    public static Text SignIn => new("Entrer", "Sign in");
    public static Text SignedTitle => new("Signées par les communautés", "Signed by the communities");
    public static Text SignedWhy => new("Chaque pratique porte la signature de la communauté qui l’a écrite. Vous voyez d’où elle vient et ce qui a changé depuis.", "Every practice bears the signature of the community that wrote it. You see where it comes from and what has changed since.");
    public static Text FiguresTitle => new("Des chiffres qui ne trahissent personne", "Figures that betray nobody");
    public static Text FiguresWhy => new("Ce qui est compté ici, ce sont des activités, jamais des personnes. La méthode accompagne chaque chiffre.", "What is counted here is activity, never persons. The method stands beside every figure.");
    public static Text Figures => new("Voir les chiffres", "See the figures");

    public static Text LibraryPath => new("/fr/bibliotheque", "/en/library");
    public static Text FiguresPath => new("/fr/statistiques", "/en/statistics");
}
