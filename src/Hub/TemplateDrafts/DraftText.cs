using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Hub.TemplateDrafts;

/// <summary>What the pages of drafts say.</summary>
internal static class DraftText
{
    public static Text Title => new("Brouillons de modèles", "Drafts of templates");
    public static Text For => new("Écrire un modèle pour les nouvelles communautés, ou améliorer celui qu’elles ont.", "Write a template for new communities, or improve the one they have.");
    public static Text Lead => new("Un modèle donne à une nouvelle communauté sa charte, ses textes, ses ordres du jour et ses premières pratiques. Un brouillon n’est vu que par l’équipe du carrefour, jusqu’à ce qu’elle le publie.", "A template gives a new community its charter, its texts, its agendas and its first practices. A draft is seen by the hub’s team alone until they release it.");
    public static Text EmptyTitle => new("Aucun brouillon", "No draft");
    public static Text EmptyWhy => new("Commencez-en un ci-dessous, à partir d’un modèle qui existe.", "Begin one below, from a template that exists.");
    public static Text Changed => new("Version {0} · changé le {1}", "Version {0} · changed on {1}");
    public static Text Start => new("Commencer un brouillon", "Begin a draft");
    public static Text From => new("À partir de quel modèle?", "From which template?");
    public static Text FromFile => new("D’un fichier", "A file");
    public static Text FromFileHelp => new("Par exemple un modèle d’un autre carrefour, en un fichier zip.", "For example another hub’s template, as one zip file.");
    public static Text FromProgram => new("{0}, version {1} (apporté par le programme)", "{0}, version {1} (brought by the program)");
    public static Text FromRelease => new("{0}, version {1} (publié par ce carrefour)", "{0}, version {1} (released by this hub)");
    public static Text File => new("Fichier du modèle", "Template file");
    public static Text FileHelp => new("Seulement pour «\u00a0D’un fichier\u00a0». Un fichier zip de 2 Mo au plus.", "Only for “A file”. A zip file of 2 MB at most.");
    public static Text What => new("Pour en faire quoi?", "To make what of it?");
    public static Text Next => new("Sa prochaine version", "Its next version");
    public static Text NextHelp => new("Les communautés qui l’ont la verront comme une mise à jour.", "The communities that have it will see it as an upgrade.");
    public static Text Own => new("Un modèle à nous, tiré de lui", "A template of our own, made from it");
    public static Text OwnHelp => new("Par exemple pour une région. Il garde la mention de son origine.", "For example for a region. It goes on saying what it was made from.");
    public static Text OwnNameFr => new("Nom de ce modèle, en français", "Name of this template, in French");
    public static Text OwnNameEn => new("Nom de ce modèle, en anglais", "Name of this template, in English");
    public static Text OwnNameHelp => new("Seulement pour un modèle à vous.", "Only for a template of your own.");

    public static Text Above => new("Brouillon de modèle", "Draft of a template");
    public static Text Version => new("Version {0}", "Version {0}");
    public static Text MadeFrom => new("Tiré du modèle «\u00a0{0}\u00a0»", "Made from the template “{0}”");
    public static Text ToMend => new("À terminer avant de publier", "To finish before the release");
    public static Text Ready => new("Rien ne manque. Comparez-le à la dernière version publiée, puis publiez-le.", "Nothing is missing. Compare it with the last release, then release it.");
    public static Text TheHead => new("Nom, version, ce qui change", "Name, version, what changes");
    public static Text Add => new("Ajouter", "Add");
    public static Text AddTo => new("Ajouter\u00a0: {0}", "Add: {0}");
    public static Text NoneOfThem => new("Il n’y en a pas.", "There are none.");
    public static Text Preview => new("Lire en entier", "Read it whole");
    public static Text PreviewLead => new("Le modèle comme une communauté le recevra.", "The template as a community will receive it.");
    public static Text ToRelease => new("Comparer et publier", "Compare and release");
    public static Text Drop => new("Jeter ce brouillon", "Throw this draft away");
    public static Text DropAsk => new("Ce qui n’a pas été publié sera perdu.", "What was not released will be lost.");
    public static Text Back => new("Retour au brouillon", "Back to the draft");

    public static Text NameFr => new("Nom, en français", "Name, in French");
    public static Text NameEn => new("Nom, en anglais", "Name, in English");
    public static Text TheVersion => new("Version", "Version");
    public static Text VersionHelp => new("Trois nombres\u00a0: 1.4.0. Plus grande que la dernière publiée.", "Three numbers: 1.4.0. Greater than the last one released.");
    public static Text ChangesFr => new("Ce qui change, en français", "What changes, in French");
    public static Text ChangesEn => new("Ce qui change, en anglais", "What changes, in English");
    public static Text ChangesHelp => new("Pour le comité exécutif qui décidera de le prendre\u00a0: quelques phrases simples.", "For the executive committee that will decide whether to take it: a few plain sentences.");
    public static Text Licence => new("Ce que l’on peut faire de ses textes", "What may be done with its texts");
    public static Text ForkOfHub => new("Carrefour d’où vient le modèle d’origine", "Hub that the original template is from");
    public static Text ForkOfHubHelp => new("Si «\u00a0{0}\u00a0» vient d’un autre carrefour, l’identifiant de celui-ci, en 32 lettres et chiffres\u00a0: les communautés qui ont ce modèle pourront alors prendre le vôtre. Laissez vide s’il est d’ici ou du programme.", "Where “{0}” is another hub’s, that hub’s id, 32 letters and digits: communities that have that template can then take yours. Leave empty where it is from here or from the program.");
    public static Text Save => new("Enregistrer", "Save");
    public static Text Cancel => new("Revenir sans enregistrer", "Go back without saving");

    public static Text InFrench => new("{0}, en français", "{0}, in French");
    public static Text InEnglish => new("{0}, en anglais", "{0}, in English");
    public static Text Place => new("Place parmi les autres", "Place among the others");
    public static Text RowOf => new("{0}, n° {1}", "{0}, no. {1}");
    public static Text NewRow => new("{0} de plus", "One more: {0}");
    public static Text RowPlace => new("Place", "Place");
    public static Text RemoveRow => new("Enlever", "Remove");
    public static Text Remove => new("Enlever du modèle", "Take out of the template");
    public static Text RemoveAsk => new("Une communauté qui l’a et ne l’a pas changé le perdra en prenant cette version.", "A community that has it and did not change it will lose it when it takes this version.");
    public static Text Theirs => new("Ce que quelqu’un d’autre a enregistré entre-temps", "What somebody else saved meanwhile");
    public static Text At => new("{0}\u00a0: {1}", "{0}: {1}");

    public static Text ReleaseTitle => new("Publier la version {0}", "Release version {0}");
    public static Text ReleaseLead => new("Voici ce qui change depuis la version {0} de «\u00a0{1}\u00a0».", "This is what changes since version {0} of “{1}”.");
    public static Text FirstRelease => new("C’est la première version que ce carrefour publie de ce modèle.", "This is the first version of this template that this hub releases.");
    public static Text Same => new("Rien n’a changé depuis.", "Nothing has changed since.");
    public static Text Marks => new("Souligné\u00a0: nouveau. Barré\u00a0: enlevé.", "Underlined: new. Struck through: removed.");
    public static Text Announce => new("Ce que les communautés liront", "What the communities will read");
    public static Text Release => new("Publier", "Release");
    public static Text ReleaseHow => new("Elle est signée au nom du carrefour et envoyée à toutes les communautés à leur prochain échange. Chacune décide de la prendre ou non. Une version publiée ne se change plus\u00a0: on en publie une autre.", "It is signed in the hub’s name and sent to all communities at their next exchange. Each decides whether to take it. A released version is not changed any more: another one is released.");
    public static Text NotReady => new("Il manque encore quelque chose. Terminez-le d’abord.", "Something is still missing. Finish it first.");

    public static Confirmation[] Done =>
    [
        new("draft.started", new("Le brouillon est commencé.", "The draft is begun.")),
        new("draft.saved", new("C’est enregistré.", "Saved.")),
        new("draft.removed", new("C’est enlevé du brouillon.", "It is taken out of the draft.")),
        new("draft.dropped", new("Le brouillon est jeté.", "The draft is thrown away.")),
        new("draft.released", new("La version est publiée. Les communautés la verront à leur prochain échange.", "The version is released. The communities will see it at their next exchange.")),
    ];

    public static RefusalText[] Refusals =>
    [
        new("draft.too-many", new("Il y a déjà {0} brouillons. Jetez-en un d’abord.", "There are already {0} drafts. Throw one away first.")),
        new("draft.too-many-items", new("Un modèle en a {0} au plus. Enlevez-en un d’abord.", "A template has {0} of them at most. Take one out first.")),
        new("draft.gone", new("Quelqu’un a jeté ce brouillon. Copiez ce que vous avez écrit et commencez-en un autre.", "Somebody threw this draft away. Copy what you wrote and begin another one.")),
        new("draft.stale", new("Quelqu’un d’autre a changé cela pendant que vous écriviez. Le vôtre est encore ici, et l’autre est affiché plus bas. Reprenez-en ce qu’il faut, puis enregistrez de nouveau.", "Somebody else changed this while you were writing. Yours is still here and theirs is shown below. Take from it what is needed, then save again.")),
        new("draft.release-stale", new("Quelqu’un a changé ce brouillon depuis que vous avez lu la comparaison. La voici à jour\u00a0: relisez-la.", "Somebody changed this draft since you read the comparison. Here it is up to date: read it again.")),
        new("draft.from-missing", new("Choisissez de quel modèle partir.", "Choose which template to begin from.")),
        new("draft.what-missing", new("Dites ce que vous voulez en faire.", "Say what you want to make of it.")),
        new("draft.name-missing", new("Donnez un nom à votre modèle, dans les deux langues.", "Give your template a name, in both languages.")),
        new("draft.name-long", new("Le nom a {0} caractères au plus.", "The name has {0} characters at most.")),
        new("draft.file-faults", new("Ce fichier n’est pas un modèle en ordre. Corrigez ce qui suit, puis envoyez-le de nouveau.", "This file is no template in order. Mend what follows, then send it again.")),
    ];
}
