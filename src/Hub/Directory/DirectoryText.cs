namespace RecoveryCoP.Hub.Directory;

/// <summary>What the directory says.</summary>
internal static class DirectoryText
{
    public static string AnchorOf(string code) => $"region-{code}";

    public static Text Title => new("Communautés", "Communities");
    public static Text Lead => new(
        "Trouvez celle de votre région. Toute personne intéressée est bienvenue.",
        "Find the one in your region. Everyone is welcome.");
    public static Text Description => new(
        "Les communautés de pratique sur le rétablissement en santé mentale au Québec, région par région\u00a0: comment les joindre et ce qu’elles ont partagé.",
        "The recovery communities of practice in Québec, region by region: how to reach them and what they have shared.");
    public static Text NoneTitle => new("Pas encore de communauté", "No communities yet");
    public static Text NoneWhy => new(
        "Quand une première communauté se joindra au réseau, vous trouverez ici comment la joindre et ce qu’elle partage.",
        "When a first community joins the network, you will find here how to reach it and what it shares.");
    public static Text Elsewhere => new("Région non précisée", "Region not given");

    public static Text Before => new("Nom précédent", "Former name");
    public static Text Region => new("Région", "Region");
    public static Text Languages => new("Langues", "Languages");
    public static Text Contact => new("Pour la joindre", "Contact");
    public static Text Site => new("Site web", "Website");
    public static Text LastNews => new("Dernier échange", "Last exchange");
    public static Text Paused => new("En pause", "Paused");
    public static Text PausedWhy => new(
        "Cette communauté n’échange pas avec le réseau en ce moment. Ce qu’elle avait partagé se lit encore.",
        "This community is not exchanging with the network at the moment. What it had shared can still be read.");
    public static Text SixWords => new("Ses six mots", "Its six words");
    public static Text SixWordsWhy => new(
        "Ils viennent de sa clé de signature et ne changent jamais. Pour vous assurer que c’est bien elle, demandez-les de vive voix.",
        "They come from its signing key and never change. To make sure that it really is this community, ask for them over the phone or in person.");
    public static Text About => new("Cette communauté", "This community");
    public static Text Practices => new("Ce qu’elle partage", "What it shares");
    public static Text NoPractices => new("Rien encore. Ses pratiques paraîtront ici dès qu’elle en partagera.", "Nothing yet. Its practices will appear here as soon as it shares some.");
    public static Text AllPractices => new("Toutes ses pratiques", "All its practices");

    public static Text MapTitle => new("Le réseau, région par région", "The network, region by region");
    public static Text Nobody => new("pas encore de communauté", "no community yet");
    public static IReadOnlyList<Text> Levels =>
    [
        new("une communauté", "a community"),
        new("des pratiques à lire", "practices to read"),
        new("dix ou plus", "ten or more"),
    ];

    public static Counted Shared => new(new("{0} pratique partagée", "{0} practice shared"), new("{0} pratiques partagées", "{0} practices shared"));
    public static Counted Communities => new(new("{0} communauté", "{0} community"), new("{0} communautés", "{0} communities"));
}
