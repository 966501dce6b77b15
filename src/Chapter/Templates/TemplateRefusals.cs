using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Templates;

/// <summary>Why a template, or an item of one, is refused; a part answers with the first two, beside the refusals of its own operations.</summary>
public static class TemplateRefusals
{
    /// <summary>The thing no longer stands as the change says: somebody changed it meanwhile.</summary>
    public static Refusal Changed { get; } = Refusal.Of("template.item-stale");

    /// <summary>People did something with the thing that forbids it.</summary>
    public static Refusal InUse { get; } = Refusal.Of("template.item-in-use");

    internal static Refusal NoPart { get; } = Refusal.Of("template.kind-unknown");

    internal static Refusal Busy { get; } = Refusal.Of("template.busy");

    internal static Refusal Stale { get; } = Refusal.Of("template.stale");

    internal static Refusal NothingToUndo { get; } = Refusal.Of("template.nothing-to-undo");

    internal static IReadOnlyList<RefusalText> Texts { get; } =
    [
        new("template.item-stale", new("Quelqu’un l’a changé entre-temps. Rien n’a été remplacé.", "Somebody changed it meanwhile. Nothing was replaced.")),
        new("template.item-in-use", new("Des membres s’en servent déjà. On n’y touche pas.", "Members are already using it. It is left as it is.")),
        new("template.kind-unknown", new("Ce programme ne sait pas prendre cela d’un modèle.", "This program cannot take this from a template.")),
        new("template.busy", new("Un modèle est en train d’être appliqué ou annulé. Terminez-le d’abord.", "A template is being applied or undone. Finish that first.")),
        new("template.stale", new("Quelque chose a changé depuis que vous avez lu la comparaison. La voici à jour : relisez-la.", "Something has changed since you read the comparison. Here it is up to date: read it again.")),
        new("template.nothing-to-undo", new("Il n’y a rien à annuler : aucun modèle n’a été appliqué depuis la dernière annulation.", "There is nothing to undo: no template was applied since the last undo.")),
        new("template.older", new("La version {0} est plus ancienne que celle que vous avez, {1}. Prenez une version plus récente, ou gardez la vôtre.", "Version {0} is older than the one that you have, {1}. Take a newer version, or keep yours.")),
        new("template.same", new("Vous avez déjà la version {0}. Si ce fichier a changé, donnez-lui un numéro de version plus élevé.", "You have version {0} already. If this file has changed, give it a higher version number.")),
        new("template.other", new("Ce modèle (« {0} ») n’est ni le vôtre (« {1} ») ni fait à partir du vôtre.", "This template (“{0}”) is neither yours (“{1}”) nor made from yours.")),
        new("template.other-hub", new("Ce modèle («\u00a0{0}\u00a0») est celui d’un autre carrefour\u00a0: il a le même nom que le vôtre, et ce n’est pas le vôtre.", "This template (“{0}”) is another hub’s: it has the name of yours and is not yours.")),
        new("template.needs-newer-program", new("Ce modèle demande la version {0} du programme, ou une plus récente. Mettez le programme à jour, ou prenez un autre modèle.", "This template needs version {0} of the program, or a newer one. Upgrade the program, or take another template.")),
        new("template.installed", new("Un modèle est déjà installé. Prenez-en une version plus récente.", "A template is already installed. Take a newer version of it.")),
        new("template.unknown", new("Ce modèle n’est plus proposé. Choisissez-en un autre dans la liste, ou envoyez-le en fichier.", "This template is no longer offered. Choose another one from the list, or send it as a file.")),
        new("template.faults", new("Ce fichier n’est pas un modèle que l’on peut prendre. À corriger\u00a0: {0}.", "This file is not a template that can be taken. To be corrected: {0}.")),
        new("template.own-text-missing", new("Écrivez votre texte, ou choisissez l’un des deux autres.", "Write your text, or choose one of the other two.")),
        new("template.own-text-too-long", new("Ce texte dépasse {0} caractères.", "This text is longer than {0} characters.")),
    ];

    /// <summary>Why a template cannot take the place of what is installed; null when it can.</summary>
    internal static Refusal? RefusalFor(InstalledTemplate installed, TemplateHead theirs)
    {
        var program = typeof(InstalledTemplate).Assembly.GetName().Version!;
        return theirs.MinimumSoftware is { } least && least > program ? Refusal.Of("template.needs-newer-program", "", least)
            : installed.Head is not { } ours ? null
            : theirs.ForkOf == ours.Id && theirs.Id != ours.Id ? (MayBeOne(theirs.ForkOfHub, ours.Hub) ? null : Refusal.Of("template.other-hub", "", theirs.Id))
            : theirs.Id != ours.Id ? Refusal.Of("template.other", "", theirs.Id, ours.Id)
            : !MayBeOne(theirs.Hub, ours.Hub) ? Refusal.Of("template.other-hub", "", theirs.Id)
            : theirs.Version < ours.Version ? Refusal.Of("template.older", "", theirs.Version, ours.Version)
            : null;
    }

    // Two hubs' templates of one name are two. One that came with the program, or as a file from somebody, is whosever has it.
    private static bool MayBeOne(string oneHub, string otherHub) => oneHub == otherHub || oneHub.Length == 0 || otherHub.Length == 0;
}
