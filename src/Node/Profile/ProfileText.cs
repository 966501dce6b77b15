namespace RecoveryCoP.Node.Profile;

/// <summary>What the page says on which a node says who it is.</summary>
internal static class ProfileText
{
    public static Text For => new("Le nom, la région, la description, et comment le public vous joint.", "The name, the region, the description, and how the public reaches you.");
    public static Text Lead => new(
        "Ce que tout le monde lit de vous\u00a0: ici, sur le carrefour et dans les autres communautés. C’est signé et part vers le réseau à l’enregistrement.",
        "What everybody reads of you: here, on the hub and in the other communities. It is signed and goes out to the network when you save.");
    public static Text DescriptionFr => new("Présentation en français", "Description in French");
    public static Text DescriptionEn => new("Présentation en anglais", "Description in English");
    public static Text DescriptionHelp => new(
        "Qui vous êtes, à qui vous vous adressez, comment se passe une rencontre. Quelques phrases suffisent.",
        "Who you are, whom you speak to, what a meeting is like. A few sentences are enough.");
    public static Text Languages => new("Langues dans lesquelles vous travaillez", "Languages you work in");
    public static Text LanguagesHelp => new("Au moins une.", "At least one.");
    public static Text WebAddress => new("Site web", "Website");
    public static Text WebAddressHelp => new("Si vous en avez un ailleurs\u00a0: l’adresse entière, qui commence par https://.", "If you have one elsewhere: the whole address, beginning with https://.");
    public static Text Save => new("Enregistrer et publier", "Save and publish");
    public static Text NameNote => new(
        "Si vous changez le nom, le carrefour peut montrer l’ancien le temps de vérifier que le nouveau ne ressemble pas à celui d’une autre communauté.",
        "If you change the name, the hub may show the old one while it checks that the new one does not look like another community’s.");
    public static Text Theirs => new("Ce qui a été enregistré entre-temps", "What was saved meanwhile");

    public static RefusalText[] Refusals { get; } =
    [
        new("profile.languages-missing", new("Cochez au moins une langue.", "Tick at least one language.")),
        new("profile.stale", new("Quelqu’un d’autre a enregistré entre-temps. Comparez avec ce qui est montré plus bas, puis enregistrez de nouveau.", "Somebody else saved meanwhile. Compare with what is shown below, then save again.")),
        new("profile.silent", new("Ce serveur ne signe rien pour le moment\u00a0: il vérifie d’abord ce que le réseau sait de lui. Réessayez plus tard.", "This server signs nothing for now: it first checks what the network knows of it. Try again later.")),
    ];
}
