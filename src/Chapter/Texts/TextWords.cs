using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Texts;

/// <summary>What the pages of texts say.</summary>
internal static class TextWords
{
    public static readonly Text Title = new("Nos textes", "Our texts");
    public static readonly Text One = new("Texte", "Text");
    public static readonly Text Lead = new("Ce que la communauté dit à tout le monde\u00a0: on peut lire ces textes avec ou sans compte.", "What the community tells everybody: these texts can be read with or without an account.");
    public static readonly Text For = new("Le mot de bienvenue, ce qui attend les personnes qui viennent une première fois, et d’autres textes que tout le monde peut lire.", "The welcome, what awaits those who come for the first time, and other texts that everybody can read.");
    public static readonly Text None = new("La communauté n’a pas encore écrit de texte.", "The community has not written any text yet.");
    public static readonly Text All = new("Tous nos textes", "All our texts");

    public static readonly Text Welcome = new("Mot de bienvenue", "Welcome");
    public static readonly Text WelcomeWhere = new("Sur la page d’accueil publique, sous la présentation, et sur celle des membres pendant leurs quatre premières semaines.", "On the public home page, below the description, and on the home page of members in their first four weeks.");
    public static readonly Text Coming = new("Venir une première fois", "Coming for the first time");
    public static readonly Text ComingWhere = new("À côté de la prochaine rencontre ouverte, et sur l’accueil des nouveaux membres jusqu’à leur première rencontre.", "Beside the next open meeting, and on the home page of new members until their first meeting.");
    public static readonly Text Privacy = new("Complément sur la vie privée", "Supplement on privacy");
    public static readonly Text PrivacyWhere = new("Sur la page «\u00a0Vie privée\u00a0», après ce que le programme en dit.", "On the page “Privacy”, after what the program says.");
    public static readonly Text OtherWhere = new("Dans la liste des textes.", "In the list of texts.");
    public static readonly Text NotYours = new("Il n’y en a pas encore.", "There is none yet.");
    public static readonly Text BeforeFirst = new("Avant votre première rencontre\u00a0:", "Before your first meeting:");

    public static readonly Text Write = new("Écrire", "Write");
    public static readonly Text WriteThis = new("Écrire\u00a0: {0}", "Write: {0}");
    public static readonly Text WriteOther = new("Écrire un autre texte", "Write another text");
    public static readonly Text Revise = new("Modifier", "Change");
    public static readonly Text WriteLead = new("Tout le monde pourra le lire, avec ou sans compte. N’y nommez personne sans son accord.", "Everybody will be able to read it, with or without an account. Name nobody in it without their agreement.");
    public static readonly Text TitleFr = new("Titre en français", "Title in French");
    public static readonly Text TitleEn = new("Titre en anglais", "Title in English");
    public static readonly Text WordsFr = new("Texte en français", "Text in French");
    public static readonly Text WordsEn = new("Texte en anglais", "Text in English");
    public static readonly Text OneSide = new("Une des deux langues suffit; les deux valent mieux.", "One of the two languages is enough; both are better.");
    public static readonly Text WordsHelp = new("Une ligne vide sépare les paragraphes, «\u00a0##\u00a0» commence un sous-titre, et un tiret, une liste.", "An empty line separates paragraphs, “##” begins a subtitle, and a hyphen a list.");
    public static readonly Text Save = new("Enregistrer le texte", "Save the text");
    public static readonly Text Back = new("Revenir sans enregistrer", "Go back without saving");
    public static readonly Text Preview = new("Aperçu", "Preview");
    public static readonly Text NotSaved = new("Rien n’est encore enregistré.", "Nothing is saved yet.");
    public static readonly Text Theirs = new("L’autre texte, déjà enregistré", "The other text, already saved");
    public static readonly Text Remove = new("Retirer ce texte", "Remove this text");
    public static readonly Text RemoveAsk = new("Le texte sera effacé dans les deux langues, et ne sera plus montré nulle part.", "The text will be erased in both languages and no longer shown anywhere.");

    public static IReadOnlyList<Confirmation> Done { get; } =
    [
        new("text.saved", new("Le texte est enregistré.", "The text is saved.")),
        new("text.removed", new("Le texte est retiré.", "The text is removed.")),
    ];
}
