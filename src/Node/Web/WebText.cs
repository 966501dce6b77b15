namespace RecoveryCoP.Node.Web;

/// <summary>What the layout, the forms and the parts say themselves.</summary>
public static class WebText
{
    /// <summary>Stands in for the node's name where discretion wants it.</summary>
    public static Text NeutralName => new("Espace commun", "Shared space");

    internal static Text SkipToContent => new("Aller au contenu", "Skip to content");
    internal static Text Menu => new("Menu", "Menu");
    internal static Text Account => new("Votre compte", "Your account");
    internal static Text Trail => new("Fil d’Ariane", "Breadcrumb");
    internal static Text LookAfter => new("À gérer", "To look after");
    internal static Text LookAfterLead => new("Ce que votre rôle vous confie, et à quoi chaque page sert.", "What your role entrusts to you, and what each page is for.");
    internal static Text FooterLinks => new("Liens de bas de page", "Footer links");
    internal static Text Home => new("Accueil", "Home");
    internal static Text Reopen => new("Ouvrir la page de nouveau", "Open the page again");
    internal static Text BackHome => new("Retourner à l’accueil", "Back to the home page");
    internal static Text OtherLanguageName => new("English", "Français");
    internal static Text Copy => new("Copier", "Copy");
    internal static Text Copied => new("C’est copié.", "Copied.");
    internal static Text Optional => new("facultatif", "optional");
    internal static Text Choose => new("Choisir…", "Choose…");
    internal static Text ProblemsTitle => new("Il reste quelque chose à corriger", "Something needs to be fixed");
    internal static Text WhereWhat => new("{0}\u00a0: {1}", "{0}: {1}");
    internal static Text NothingLost => new("Rien de ce que vous avez écrit n’est perdu.", "Nothing you wrote is lost.");
    internal static Text Refusal => new("À corriger\u00a0:", "To fix:");
    internal static Text WhatYouWrote => new("Ce que vous aviez écrit", "What you had written");
    internal static Text KeepIt => new(
        "Vous pouvez le copier d’ici avant de revenir à la page.",
        "You can copy it from here before going back to the page.");

    internal static Text OtherPages => new("Autres pages de la liste", "Other pages of the list");
    internal static Text PageOf => new("Page {0:N0} de {1:N0}", "Page {0:N0} of {1:N0}");
    internal static Text PageBefore => new("Page précédente", "Previous page");
    internal static Text PageAfter => new("Page suivante", "Next page");
    internal static Text Search => new("Chercher", "Search");
    internal static Text ShowAll => new("Tout montrer", "Show all");
    internal static Text Removed => new("retiré\u00a0: ", "removed: ");
    internal static Text Added => new("ajouté\u00a0: ", "added: ");
    internal static Text LeftOut => new("passage inchangé", "unchanged passage");
    internal static Text EndOfChange => new(" fin. ", " end. ");
    internal static Text CanBeUndone => new("Vous pourrez revenir en arrière.", "You can undo this later.");
    internal static Text CannotBeUndone => new("On ne peut pas revenir en arrière.", "This cannot be undone.");
}
