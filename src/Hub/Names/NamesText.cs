using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Hub.Names;

/// <summary>What is said about names that could be taken for another's.</summary>
internal static class NamesText
{
    public static Text For => new("Dire quel nom est montré, quand il ressemble à celui d’une autre communauté.", "Say which name is shown when it looks like another community’s.");
    public static Text Title => new("Noms à vérifier", "Names to check");
    public static Text Lead => new(
        "Quand une communauté change de nom, le nouveau est affiché tout de suite, sauf s’il ressemble à celui d’une autre. Il attend alors ici, et l’ancien reste affiché.",
        "When a community changes its name, the new one is shown at once, unless it looks like another’s. It then waits here, and the old one stays.");
    public static Text NoneTitle => new("Aucun nom n’attend", "No name is waiting");
    public static Text NoneWhy => new("Si une communauté prend un nom qui ressemble à celui d’une autre, vous le verrez ici.", "If a community takes a name that looks like another’s, you will see it here.");
    public static Text ToCommunities => new("Voir les communautés", "See the communities");
    public static Text Before => new("Affichée jusqu’ici sous le nom", "Shown until now as");
    public static Text Resembles => new("Peut se confondre avec", "Could be taken for");
    public static Text Letters => new("Il contient des lettres que ce programme ne sait pas comparer", "It has letters that this program cannot compare");
    public static Text SixWords => new("Ses six mots", "Its six words");
    public static Text Since => new("Attend depuis le", "Waiting since");
    public static Text How => new(
        "Dans le doute, appelez la communauté à un numéro que vous connaissez déjà, et comparez les six mots.",
        "If in doubt, call the community at a number you already know, and compare the six words.");
    public static Text Show => new("Afficher ce nom", "Show this name");
    public static Text Leave => new("Garder l’ancien", "Keep the old one");
    public static Text AtAdmission => new(
        "Ce nom peut se confondre avec celui de «\u00a0{0}\u00a0». Si vous admettez cette communauté, les deux seront affichés.",
        "This name could be taken for that of “{0}”. If you admit this community, both will be shown.");
    public static Text LettersAtAdmission => new(
        "Ce nom contient des lettres que ce programme ne sait pas comparer. Regardez s’il peut se confondre avec un autre.",
        "This name has letters that this program cannot compare. Look whether it could be taken for another.");

    public static Counted Waiting => new(
        new("{0} nom attend votre accord", "{0} name is waiting for your word"), new("{0} noms attendent votre accord", "{0} names are waiting for your word"));

    public static Confirmation[] Done =>
    [
        new("names.shown", new("Le nouveau nom est affiché. Les communautés le verront à leur prochain échange.", "The new name is shown. The communities will see it at their next exchange.")),
        new("names.left", new("L’ancien nom reste affiché.", "The old name stays.")),
    ];

    public static RefusalText[] Refusals =>
    [
        new("names.stale", new("Ce nom n’attend plus\u00a0: quelqu’un d’autre a décidé, ou la communauté en a changé de nouveau.", "This name is no longer waiting: somebody else decided, or the community changed it again.")),
    ];
}
