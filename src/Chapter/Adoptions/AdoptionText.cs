using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Adoptions;

/// <summary>What pages say of adoptions.</summary>
internal static class AdoptionText
{
    public static readonly Text One = new("Adoption d’une pratique", "Adoption of a practice");
    public static readonly Text Where = new("Où elle prend racine", "Where it takes root");
    public static readonly Text WhereLead = new("Les organisations où des membres d’ici la mettent en pratique, et où elles en sont. Cela reste dans la communauté.", "The organizations where members of this community put it into practice, and how far they have come. It stays in the community.");
    public static readonly Text Nowhere = new("Personne n’a encore dit où elle est mise en pratique.", "Nobody has said yet where it is put into practice.");
    public static readonly Text Say = new("Dire où elle en est", "Say how far it has come");
    public static readonly Text SayWhere = new("Dire où elle est mise en pratique", "Say where it is put into practice");
    public static readonly Text SayLead = new("N’importe quel membre peut le dire, et revenir en arrière est normal. Les membres lisent ce que vous écrivez; on ne leur montre pas qui l’a dit, mais on peut le deviner. Ne nommez personne.", "Any member can say so, and to go back is normal. Members read what you write; who said it is not shown to them, but they may guess. Name nobody.");
    public static readonly Text Organization = new("L’organisation", "The organization");
    public static readonly Text OrganizationHelp = new("Celle où la pratique est mise en œuvre.", "The one where the practice is put to use.");
    public static readonly Text NotListed = new("Elle n’est pas dans la liste? Ajoutez-la d’abord.", "Not in the list? Add it first.");
    public static readonly Text Stage = new("Où en est-elle?", "How far has it come?");
    public static readonly Text Month = new("Depuis quand?", "Since when?");
    public static readonly Text MonthHelp = new("Le mois suffit, même à peu près.", "The month is enough, even roughly.");
    public static readonly Text Note = new("Ce qu’il y a à en dire", "What there is to say of it");
    public static readonly Text NoteHelp = new("Quelques mots\u00a0: ce qui a été fait, ce qui aide, ce qui manque.", "A few words: what was done, what helps, what is missing.");
    public static readonly Text Save = new("Enregistrer", "Save");
    public static readonly Text Way = new("Le chemin parcouru", "How far it has come");
    public static readonly Text Steps = new("Ce qu’on en a dit", "What was said of it");
    public static readonly Text Since = new("Depuis {0}", "Since {0}");
    public static readonly Text StageSince = new("{0}, depuis {1}", "{0}, since {1}");
    public static readonly Text Quiet = new("Rien de neuf depuis six mois ou plus. Savez-vous où elle en est?", "Nothing new for six months or more. Do you know how far it has come?");
    public static readonly Text QuietShort = new("Rien de neuf depuis six mois", "Nothing new for six months");
    public static readonly Text SomeOrganization = new("Une organisation qui n’est plus dans la liste", "An organization that is no longer in the list");
    public static readonly Text SomePractice = new("Une pratique qui a été retirée", "A practice that was withdrawn");
    public static readonly Text OfOrganization = new("Les pratiques mises en œuvre ici", "Practices put to use here");
    public static readonly Text TakeBack = new("Enlever", "Take out");
    public static readonly Text TakeBackAsk = new("Il n’en restera rien.", "Nothing of it will stay.");
    public static readonly Text OfLeaver = new("ce que vous avez dit de pratiques mises en œuvre", "what you said of practices that are put to use");
    public static readonly Text Yours = new("Ce que vous avez dit de pratiques mises en œuvre", "What you said of practices that are put to use");

    public static Options<AdoptionStage> Stages { get; } = new()
    {
        { AdoptionStage.Exploration, new("Exploration", "Exploration"), new("On y pense\u00a0: est-ce pour nous, qui le veut?", "It is being thought about: is it for us, who wants it?") },
        { AdoptionStage.Installation, new("Installation", "Installation"), new("On s’y prépare\u00a0: des personnes, un lieu, de la formation.", "It is being prepared: people, a place, training.") },
        { AdoptionStage.InitialImplementation, new("Implantation initiale", "Initial implementation"), new("C’est commencé, avec quelques personnes, et on apprend.", "It has begun, with a few people, and we learn.") },
        { AdoptionStage.FullImplementation, new("Pleine implantation", "Full implementation"), new("C’est notre façon de faire.", "It is how we do things.") },
        { AdoptionStage.Sustained, new("Maintenue", "Sustained"), new("Cela continue, peu importe qui part ou arrive.", "It goes on, whoever leaves or comes.") },
        { AdoptionStage.Discontinued, new("Abandonnée", "Discontinued"), new("C’est terminé. Dire pourquoi aide les autres.", "It has ended. To say why helps others.") },
    };

    /// <summary>A month in words.</summary>
    public static Text MonthOf(DateOnly month) => new(month.ToString("MMMM yyyy", Language.French.Culture), month.ToString("MMMM yyyy", Language.English.Culture));

    /// <summary>How an adoption stands, in a line.</summary>
    public static Text StandsAs(AdoptionStep step)
    {
        var (stage, month) = (Stages.LabelOf(step.Stage), MonthOf(step.Month));
        return new(string.Format(Language.French.Culture, StageSince.Fr, stage.Fr, month.Fr), string.Format(Language.English.Culture, StageSince.En, stage.En, month.En));
    }

    public static IReadOnlyList<RefusalText> Refusals { get; } =
    [
        new("adoption.unknown", new("On n’en dit plus rien.", "Nothing is said of it any more.")),
        new("adoption.organization-missing", new("Choisissez l’organisation.", "Choose the organization.")),
        new("adoption.stage-missing", new("Choisissez où elle en est, même à peu près.", "Choose how far it has come, even roughly.")),
        new("adoption.month-unclear", new("Choisissez un mois de la liste.", "Choose a month in the list.")),
        new("adoption.note-too-long", new("Au plus {0} caractères.", "{0} characters at most.")),
        new("adoption.step-exists", new("Ce formulaire a déjà été envoyé avec autre chose. Rouvrez la page pour en dire plus.", "This form was sent before with something else. Open the page again to say more.")),
        new("adoption.too-many-steps", new("On en a déjà dit {0} choses. Enlevez-en une qui ne compte plus.", "{0} things are said of it already. Take out one that no longer matters.")),
        new("adoption.not-yours", new("Seule la personne qui l’a dit, ou le comité exécutif, peut l’enlever.", "Only whoever said it, or the executive committee, can take it out.")),
    ];

    public static IReadOnlyList<Confirmation> Done { get; } =
    [
        new("adoption.said", new("C’est enregistré.", "It is saved.")),
        new("adoption.taken-back", new("C’est enlevé.", "It is taken out.")),
    ];
}
