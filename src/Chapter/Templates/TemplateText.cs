using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Templates;

/// <summary>What the pages of templates say.</summary>
internal static class TemplateText
{
    public static Text Title => new("Notre modèle", "Our template");
    public static Text For => new("Voir de quel modèle la communauté est partie, et prendre ce qu’une version plus récente améliore.", "See which template the community started from, and take what a newer version improves.");
    public static Text Lead => new("La communauté est partie d’un modèle et en a fait le sien. Avant de remplacer ce que vous avez changé, une version plus récente vous le demande toujours.", "The community started from a template and made it its own. A newer version always asks before it replaces what you changed.");
    public static Text None => new("La communauté est partie sans modèle. Vous pouvez en prendre un maintenant : ce qui est déjà là reste.", "The community started without a template. You can take one now: what is already here stays.");
    public static Text Installed => new("{0}, version {1}", "{0}, version {1}");
    public static Text Name => new("Modèle", "Template");
    public static Text Version => new("Version", "Version");
    public static Text Licence => new("Licence", "Licence");

    public static Text Busy => new("Éléments qui restent à faire : {0}. Si ce nombre ne baisse plus, choisissez « Reprendre ».", "Items still to be done: {0}. If this number no longer goes down, choose “Go on”.");
    public static Text GoOn => new("Reprendre", "Go on");

    public static Text Available => new("Ce que vous pouvez prendre", "What you can take");
    public static Text NothingNewer => new("Il n’y a pas de version plus récente.", "There is no newer version.");
    public static Text Unfit => new("Ce que vous ne pouvez pas prendre", "What you cannot take");
    public static Text Compare => new("Voir ce que cela changerait", "See what it would change");
    public static Text FromFile => new("Fichier envoyé le {0}", "File sent on {0}");
    public static Text FromProgram => new("Apporté par le programme", "Brought by the program");
    public static Text Send => new("Comparer un fichier", "Compare a file");
    public static Text SendWhy => new("Un modèle que l’on vous a donné, en un fichier zip. Rien ne change avant que vous l’ayez décidé.", "A template that somebody gave you, as one zip file. Nothing changes before you decide it.");
    public static Text File => new("Fichier du modèle", "Template file");
    public static Text FileHelp => new("Un fichier zip de 2 Mo au plus.", "A zip file of 2 MB at most.");

    public static Text LastRun => new("Ce qui a été appliqué", "What was applied");
    public static Text LastUndone => new("Ce qui a été annulé", "What was undone");
    public static Text RunOn => new("Version {0}, le {1}", "Version {0}, on {1}");
    public static Text RunFrom => new("De la version {0} à la version {1}, le {2}", "From version {0} to version {1}, on {2}");
    public static Text NotDone => new("N’a pas pu être fait", "Could not be done");
    public static Text NotUndone => new("N’a pas pu être annulé", "Could not be undone");
    public static Text NoChange => new("Rien n’avait à changer.", "Nothing had to change.");
    public static Text Decided => new("Ce que vous avez décidé", "What you decided");
    public static Text DecidedOurs => new("gardé le nôtre", "kept ours");
    public static Text DecidedTheirs => new("pris celui du modèle", "took the template’s");
    public static Text DecidedOwn => new("écrit notre texte", "wrote our own text");
    public static Text Undo => new("Annuler", "Undo");
    public static Text UndoAsk => new("Annuler la version {0}?", "Undo version {0}?");
    public static Text UndoHow => new("Tout redevient comme avant, sauf ce que quelqu’un a changé depuis : cela reste, et la page le dit. Ce qui est déjà parti (courriels, textes acceptés, ce qui est partagé dans le réseau) ne se reprend pas.", "Everything becomes as it was, except what somebody changed since: that stays, and the page says so. What has already gone out (emails, texts that were accepted, what is shared in the network) cannot be taken back.");

    public static Text CompareTitle => new("{0}, version {1}", "{0}, version {1}");
    public static Text CompareLead => new("Voici ce que cette version changerait. Rien n’est encore fait.", "This is what this version would change. Nothing is done yet.");
    public static Text Marks => new("Souligné : nouveau. Barré : enlevé.", "Underlined: new. Struck through: removed.");
    public static Text WhatIsNew => new("Ce que le modèle dit de cette version", "What the template says of this version");
    public static Text Conflicts => new("À décider", "To decide");
    public static Text ConflictsLead => new("Vous avez changé ceci, et le modèle aussi. Sans autre choix, le vôtre reste.", "You changed this, and so did the template. Without another choice, yours stays.");
    public static Text Changes => new("Ce qui change", "What changes");
    public static Text NoChanges => new("Rien ne change.", "Nothing changes.");
    public static Text Kept => new("Ce qui reste comme vous l’avez", "What stays as you have it");
    public static Text KeptChanged => new("changé par vous", "changed by you");
    public static Text KeptDeleted => new("enlevé par vous, ou devenu autre chose", "removed by you, or become something else");
    public static Text KeptOrdered => new("l’ordre est le vôtre; le modèle en a un autre", "the order is yours; the template has another one");
    public static Text Skipped => new("Ce programme ne prend pas encore cela d’un modèle : {0}.", "This program does not take this from a template yet: {0}.");
    public static Text Theirs => new("Dans le modèle", "In the template");
    public static Text Ours => new("Chez vous", "Yours");
    public static Text NotThere => new("(n’y est pas)", "(is not there)");
    public static Text TheChoice => new("Que garder?", "What should stay?");
    public static Text KeepOurs => new("Le vôtre", "Yours");
    public static Text TakeTheirs => new("Celui du modèle", "The template’s");
    public static Text WriteOwn => new("Un texte à vous, tiré des deux", "A text of your own, from both");
    public static Text TheOwn => new("Écrire ce texte", "Write that text");
    public static Text OwnFr => new("Votre texte, en français", "Your text, in French");
    public static Text OwnEn => new("Votre texte, en anglais", "Your text, in English");
    public static Text OwnHelp => new("Seulement si vous choisissez votre propre texte. Une proposition y est déjà.", "Only if you choose your own text. A proposal is already there.");
    public static Text LookAgain => new("Revoir avec ces choix", "Look again with these choices");
    public static Text Apply => new("Appliquer", "Apply");
    public static Text ApplyLead => new("Le comité exécutif décide; une personne à l’intendance applique. Tout peut être annulé ensuite.", "The executive committee decides; a steward applies it. All of it can be undone afterwards.");
    public static Text OnlySteward => new("Une personne à l’intendance peut l’appliquer.", "A steward can apply it.");
    public static Text Back => new("Retour à notre modèle", "Back to our template");
    public static Text At => new("{0} : {1}", "{0}: {1}");

    public static IReadOnlyList<Option> Choices { get; } = [new("ours", KeepOurs), new("theirs", TakeTheirs)];

    public static IReadOnlyList<Option> ChoicesOfTexts { get; } = [.. Choices, new("own", WriteOwn)];

    public static IReadOnlyList<Confirmation> Done { get; } =
    [
        new("template.applied", new("C’est fait. Voici ce qui a été appliqué.", "Done. Here is what was applied.")),
        new("template.undone", new("C’est annulé.", "Undone.")),
        new("template.sent", new("Le fichier est lu. Voyez ce qu’il changerait.", "The file is read. See what it would change.")),
        new("template.gone-on", new("C’est fait.", "Done.")),
    ];

    public static Text BecauseOf(KeptBecause because) => because switch { KeptBecause.Deleted => KeptDeleted, KeptBecause.Ordered => KeptOrdered, _ => KeptChanged };

    public static Text WordsOf(UpgradeChoice choice) => choice switch { UpgradeChoice.Theirs => DecidedTheirs, UpgradeChoice.Own => DecidedOwn, _ => DecidedOurs };
}
