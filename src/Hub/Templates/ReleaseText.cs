using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Hub.Templates;

/// <summary>What is said about templates that this hub releases.</summary>
internal static class ReleaseText
{
    public static Text Title => new("Modèles", "Templates");
    public static Text Description => new("Les modèles dont une communauté peut partir, et ce que chaque version améliore.", "The templates that a community can start from, and what each version improves.");
    public static Text Lead => new(
        "Un modèle est ce dont une communauté part\u00a0: une charte, des thèmes, des ordres du jour, des textes. Une nouvelle version ne remplace rien sans demander.",
        "A template is what a community starts from: a charter, topics, agendas, texts. A new version replaces nothing without asking.");
    public static Text NoneTitle => new("Aucun modèle publié", "No template released");
    public static Text NoneWhy => new("Le programme d’une communauté en apporte déjà un. Ceux que ce carrefour publie se lisent ici.", "A community’s program brings one already. Those that this hub releases can be read here.");
    public static Text VersionOf => new("Version {0}", "Version {0}");
    public static Text On => new("Publiée le {0}", "Released on {0}");
    public static Text Licence => new("Licence\u00a0: {0}", "Licence: {0}");
    public static Text MadeFrom => new("Tiré du modèle «\u00a0{0}\u00a0»", "Made from the template “{0}”");
    public static Text Needs => new("Demande la version {0} du programme, ou une plus récente", "Needs version {0} of the program, or a newer one");
    public static Text Download => new("Télécharger la version {0} (zip)", "Download version {0} (zip)");
    public static Text Withdrawn => new("retirée", "withdrawn");
    public static Text Unreadable => new("Cette version ne peut pas être lue.", "This version cannot be read.");

    public static Text Running => new("Qui a quelle version", "Who runs which version");
    public static Text RunningLead => new("Ce que les communautés disent elles-mêmes. Une communauté en retard voit la nouvelle version sur son accueil; vous pouvez aussi l’appeler.", "What the communities say themselves. One that is behind sees the new version on its home; you can also call it.");
    public static Text Community => new("Communauté", "Community");
    public static Text Template => new("Modèle", "Template");
    public static Text State => new("État", "State");
    public static Text NoTemplate => new("aucun, ou ne le dit pas", "none, or does not say");
    public static Text UpToDate => new("à jour", "up to date");
    public static Text Behind => new("en retard\u00a0: {0} est publiée", "behind: {0} is released");

    public static Text Release => new("Publier une version", "Release a version");
    public static Text ReleaseWhy => new("Chaque communauté pourra la prendre. Une version publiée ne se change plus\u00a0: on la retire, ou on en publie une plus récente.", "Every community will be able to take it. A released version does not change any more: it is withdrawn, or a newer one is released.");
    public static Text File => new("Fichier du modèle", "Template file");
    public static Text FileHelp => new("Un fichier zip de 2 Mo au plus.", "A zip file of 2 MB at most.");
    public static Text ToCorrect => new("{0}\u00a0: {1}", "{0}: {1}");
    public static Text Withdraw => new("Retirer la version {0}", "Withdraw version {0}");
    public static Text WithdrawAsk => new("Plus personne ne pourra prendre cette version. Les communautés qui l’ont prise gardent ce qu’elles ont.", "Nobody will be able to take this version any more. The communities that took it keep what they have.");

    public static Text Released => new("{0} est publié. Les communautés le verront à leur prochain échange.", "{0} is released. The communities will see it at their next exchange.");
    public static Text WithdrawnNow => new("{0} est retiré.", "{0} is withdrawn.");

    public static Confirmation[] Done =>
    [
        new("release.done", new("La version est publiée. Les communautés la verront à leur prochain échange.", "The version is released. The communities will see it at their next exchange.")),
        new("release.withdrawn", new("La version est retirée.", "The version is withdrawn.")),
    ];

    public static RefusalText[] Refusals =>
    [
        new("release.not-newer", new("La version {0} n’est pas plus récente que la dernière publiée, {1}. Donnez-lui un numéro plus élevé.", "Version {0} is not newer than the last one released, {1}. Give it a higher number.")),
        new("release.too-large", new("Ce modèle est trop grand pour le réseau\u00a0: compressé, il dépasse 256 Kio. Raccourcissez ses textes.", "This template is too large for the network: compressed, it is more than 256 KiB. Shorten its texts.")),
        new("release.unknown", new("Cette version n’est pas publiée ici, ou elle est déjà retirée.", "This version is not released here, or it is withdrawn already.")),
        new("release.hub-id", new("L’identifiant d’un carrefour a 32 lettres et chiffres.", "A hub’s id has 32 letters and digits.")),
        new("release.faults", new("Ce fichier n’est pas un modèle que l’on peut publier. À corriger\u00a0: {0}.", "This file is not a template that can be released. To be corrected: {0}.")),
    ];
}
