using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Charters;

/// <summary>What the pages of the charter say.</summary>
internal static class CharterText
{
    public static Text Path => new("/fr/charte", "/en/charter");
    public static Text PublishPath => new("/fr/charte/publier", "/en/charter/publish");

    public static Text ChangeIt => new("Changer la charte", "Change the charter");
    public static Text PublishFor => new("Proposer à l’ensemble des membres une nouvelle version de la charte.", "Ask every member to accept a new version of the charter.");
    public static Text Title => new("Charte", "Charter");
    public static Text Lead => new("Ce que les membres se promettent. Chaque article a un numéro, pour que l’on puisse en parler.", "What members promise one another. Each clause has a number, so that people can refer to it.");
    public static Text Version => new("Version {0}", "Version {0}");
    public static Text FirstVersion => new("La première", "The first one");
    public static Text Versions => new("Versions de la charte", "Versions of the charter");
    public static Text VersionColumn => new("Version", "Version");
    public static Text Published => new("Publiée", "Published");
    public static Text WhatChanged => new("Ce qui a changé", "What changed");
    public static Text SinceYours => new("Ce qui a changé depuis la version {0}", "What has changed since version {0}");
    public static Text CompareLead => new("Souligné\u00a0: nouveau. Barré\u00a0: enlevé.", "Underlined: new. Struck through: removed.");
    public static Text SameHere => new("Dans cette langue, rien n’a changé, sauf peut-être l’ordre des articles.", "In this language nothing has changed, except perhaps the order of the clauses.");
    public static Text Whole => new("La charte au complet", "The whole charter");
    public static Text Today => new("Lire la version en vigueur", "Read the version in force");
    public static Text NotInForce => new("Cette version n’est plus en vigueur.", "This version is no longer in force.");
    public static Text Change => new("Publier une nouvelle version", "Publish a new version");

    public static Text PublishLead => new("Chaque membre verra ce qui a changé et devra dire si la nouvelle version lui convient avant d’aller plus loin. Parlez-en d’abord ensemble.", "Every member will see what has changed, and has to say whether they accept it before going on. Talk about it together first.");
    public static Text French => new("La charte en français", "The charter in French");
    public static Text English => new("La charte en anglais", "The charter in English");
    public static Text TextHelp => new("Quelques phrases d’ouverture, puis les articles. Un article commence par une ligne «\u00a0## Son titre\u00a0». Les numéros s’ajoutent automatiquement, et doivent être les mêmes dans les deux langues.", "A few opening sentences, then the clauses. A clause begins with a line “## Its title”. Numbers are added automatically, and have to be the same in both languages.");
    public static Text NoteFr => new("Ce qui a changé et pourquoi, en français", "What changed and why, in French");
    public static Text NoteEn => new("Ce qui a changé et pourquoi, en anglais", "What changed and why, in English");
    public static Text NoteHelp => new("Une ou deux phrases, montrées aux membres avec les changements.", "A sentence or two, shown to the members with the changes.");
    public static Text AsBeforeTemplate => new("Le texte d’avant le modèle, de nouveau.", "The text before the template, again.");
    public static Text Publish => new("Publier et demander l’adhésion de chaque membre", "Publish and ask every member to accept");
    public static Text Theirs => new("L’autre texte, déjà publié", "The other text, already published");
    public static Text Back => new("Retour à la charte", "Back to the charter");

    public static IReadOnlyList<Confirmation> Done { get; } =
    [
        new("charter.published", new("La nouvelle version est publiée. Chaque membre la verra à sa prochaine visite.", "The new version is published. Every member will see it at their next visit.")),
        new("charter.accepted", new("Merci\u00a0: votre adhésion à la charte est notée.", "Thank you: your acceptance of the charter is noted.")),
    ];

    public static Text VersionPath(int number) => new($"/fr/charte/versions/{number}", $"/en/charter/versions/{number}");
}
