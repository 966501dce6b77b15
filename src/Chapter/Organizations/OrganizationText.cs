using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Organizations;

/// <summary>What the pages of organizations say.</summary>
internal static class OrganizationText
{
    public static readonly Text Organizations = new("Organisations", "Organizations");
    public static readonly Text One = new("Organisation", "Organization");
    public static readonly Text Lead = new("Les lieux d’où viennent des membres, ou que nous connaissons. La liste ne dit pas qui fait partie de quoi\u00a0: chaque personne choisit de le montrer ou non.", "The places that members come from, or that we know. The list does not say who belongs to what: each person chooses whether to show it.");
    public static readonly Text EmptyTitle = new("Les organisations paraîtront ici", "Organizations will be here");
    public static readonly Text EmptyWhy = new("Un établissement, un organisme communautaire, une association de proches, une université\u00a0: n’importe quel membre peut en ajouter une, puis dire dans sa page qu’il en fait partie, ou non.", "An establishment, a community organization, a family association, a university: any member can add one, and then say on their page that they belong to it, or not.");
    public static readonly Text Search = new("Chercher par nom", "Search by name");
    public static readonly Text Seek = new("Chercher", "Search");
    public static readonly Text NoneFound = new("Aucune organisation de ce nom", "No organization by that name");
    public static readonly Text NoneFoundWhy = new("Écrivez une partie du nom, ou ajoutez l’organisation.", "Write part of the name, or add the organization.");
    public static readonly Text Add = new("Ajouter une organisation", "Add an organization");
    public static readonly Text AddLead = new("Elle paraîtra dans la liste que voient tous les membres. On ne garde pas qui l’a ajoutée, et l’ajouter ne dit pas que vous en faites partie.", "It will be in the list that all members see. Who added it is not kept, and adding it does not say that you belong to it.");
    public static readonly Text IsThisIt = new("Est-ce celle-ci?", "Is it this one?");
    public static readonly Text Name = new("Nom de l’organisation", "Name of the organization");
    public static readonly Text NameHelp = new("Celui qu’elle se donne, en entier.", "The one it goes by, in full.");
    public static readonly Text Kind = new("Genre", "Kind");
    public static readonly Text Region = new("Région", "Region");
    public static readonly Text RegionHelp = new("Laissez vide si elle est dans plusieurs régions.", "Leave it empty if it is in several regions.");
    public static readonly Text DescriptionFr = new("Ce qu’elle fait, en français", "What it does, in French");
    public static readonly Text DescriptionEn = new("Ce qu’elle fait, en anglais", "What it does, in English");
    public static readonly Text DescriptionHelp = new("Dans ses propres mots, et sans nommer personne.", "In its own words, and without naming anybody.");
    public static readonly Text WebAddress = new("Site web", "Website");
    public static readonly Text SiteIs = new("Site web\u00a0:", "Website:");
    public static readonly Text WebAddressHelp = new("L’adresse entière, qui commence par https://.", "The whole address, beginning with https://.");
    public static readonly Text All = new("Toutes les organisations", "All organizations");
    public static readonly Text Back = new("Retour à l’organisation", "Back to the organization");
    public static readonly Text Correct = new("Corriger", "Correct");
    public static readonly Text CorrectTitle = new("Corriger cette organisation", "Correct this organization");
    public static readonly Text Save = new("Enregistrer", "Save");
    public static readonly Text Theirs = new("Ce qui est écrit maintenant", "What it says now");
    public static readonly Text TakeAway = new("Retirer de la liste", "Take out of the list");
    public static readonly Text TakeAwayAsk = new("Retirer cette organisation de la liste? Personne ne pourra plus la choisir ni la voir. Qui en fait partie la garde dans sa propre page.", "Take this organization out of the list? Nobody will be able to choose or see it any more. Whoever belongs to it keeps it on their own page.");
    public static readonly Text TakeAwayUndo = new("Vous pourrez la remettre.", "You can put it back.");
    public static readonly Text PutBack = new("Remettre dans la liste", "Put back into the list");
    public static readonly Text TakenAway = new("Retirées de la liste", "Taken out of the list");
    public static readonly Text TakenAwayHelp = new("Seul le comité exécutif les voit ici.", "Only the executive committee sees them here.");
    public static readonly Text IsTakenAway = new("Cette organisation a été retirée de la liste le {0}. Seul le comité exécutif voit cette page.", "This organization was taken out of the list on {0}. Only the executive committee sees this page.");

    public static readonly Confirmation[] Done =
    [
        new("organization.added", new("L’organisation est dans la liste.", "The organization is in the list.")),
        new("organization.saved", new("C’est enregistré.", "It is saved.")),
        new("organization.gone", new("L’organisation est retirée de la liste.", "The organization is out of the list.")),
        new("organization.back", new("L’organisation est de nouveau dans la liste.", "The organization is in the list again.")),
    ];

    public static readonly RefusalText[] Refusals =
    [
        new("organization.unknown", new("Cette organisation n’est pas dans la liste.", "This organization is not in the list.")),
        new("organization.name-missing", new("Écrivez le nom de l’organisation.", "Write the organization’s name.")),
        new("organization.kind-missing", new("Choisissez ce que c’est; «\u00a0Autre\u00a0» convient aussi.", "Choose what it is; “Other” will do, too.")),
        new("organization.exists", new("Une organisation de ce nom est déjà dans la liste, peut-être écrite autrement.", "An organization by that name is in the list already, perhaps written otherwise.")),
        new("organization.taken-away", new("Cette organisation a été retirée de la liste. Le comité exécutif peut la remettre.", "This organization was taken out of the list. The executive committee can put it back.")),
        new("organization.stale", new("Quelqu’un vient de corriger cette organisation. Regardez ce qui est écrit maintenant, puis enregistrez de nouveau si vous voulez le remplacer.", "Somebody has just corrected this organization. Look at what it says now, then save again if you want to replace it.")),
        new("organization.too-many", new("La liste a déjà {0} organisations\u00a0: il n’y a plus de place.", "The list has {0} organizations already: there is no more room.")),
        new("organization.too-many-of-yours", new("Vous en avez ajouté {0} depuis hier\u00a0: réessayez demain.", "You have added {0} since yesterday: try again tomorrow.")),
        new("organization.too-many-today", new("On en a ajouté {0} depuis hier\u00a0: réessayez demain.", "{0} were added since yesterday: try again tomorrow.")),
    ];

    /// <summary>Its kind and its region, in words.</summary>
    public static Text About(OrganizationKind kind, string region) =>
        OrganizationForm.Kinds.LabelOf(kind) is var what && region.Length == 0 ? what
        : new($"{what.Fr}\u00a0· {OrganizationForm.AllRegions.LabelOf(region).Fr}", $"{what.En}\u00a0· {OrganizationForm.AllRegions.LabelOf(region).En}");
}
