using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.FirstDays;

/// <summary>Words of the first days.</summary>
internal static class FirstDaysText
{
    public static readonly Text Title = new("Les premiers jours", "The first days");
    public static readonly Text Lead = new("Ce qu’il reste à faire avant une première rencontre. Cette liste disparaît une fois l’essentiel fait.", "What is left to do before a first meeting. This list goes away once the essentials are done.");
    public static readonly Text Done = new("C’est fait", "Done");
    public static readonly Text ToDo = new("À faire", "To do");
    public static readonly Text IfYouLike = new("Si vous voulez", "If you like");
    public static readonly Text NinetyDays = new("Les 90 premiers jours", "The first ninety days");
    public static readonly Text NinetyLead = new("Jour {0} sur 90. L’intendance et le comité exécutif cochent ce qui est fait. Cette liste disparaît après 90 jours, ou une fois tout coché.", "Day {0} of 90. Stewards and the executive committee tick off what is done. This list goes away after ninety days, or once everything is ticked.");
    public static readonly Text Now = new("À faire maintenant", "To do now");
    public static readonly Text NothingDue = new("Rien à faire pour le moment", "Nothing to do for the moment");
    public static readonly Counted Later = new(new("Plus tard\u00a0: {0} étape", "Later: {0} step"), new("Plus tard\u00a0: {0} étapes", "Later: {0} steps"));
    public static readonly Counted DoneSteps = new(new("Fait\u00a0: {0} étape", "Done: {0} step"), new("Fait\u00a0: {0} étapes", "Done: {0} steps"));
    public static readonly Text Step = new("Étape", "Step");
    public static readonly Text Day = new("Jour {0}", "Day {0}");
    public static readonly Text DoneBy = new("coché par {0}, le {1}", "ticked off by {0} on {1}");
    public static readonly Text Tick = new("C’est fait", "It is done");
    public static readonly Text TickOf = new("C’est fait\u00a0: {0}", "It is done: {0}");
    public static readonly Text Untick = new("Ce n’est pas fait", "It is not done");
    public static readonly Text UntickOf = new("Ce n’est pas fait\u00a0: {0}", "It is not done: {0}");
    public static readonly Text Template = new("Partir d’un modèle", "Begin from a template");
    public static readonly Text TemplateWhy = new("Une série de rencontres, les trois premières, des ordres du jour types, des sujets, des pratiques et des textes. Vous changez ensuite ce que vous voulez.", "A series of meetings, the first three of them, model agendas, topics, practices and texts. You then change what you like.");
    public static readonly Text Group = new("Reprendre ce que votre groupe a déjà", "Bring along what your group already has");
    public static readonly Text GroupWhy = new("S’il existait avant\u00a0: la liste des personnes, les rencontres passées, les documents.", "If it existed before: the list of people, the past meetings, the documents.");
    public static readonly Text Mail = new("Régler l’envoi des courriels", "Set up email");
    public static readonly Text MailWhy = new("Sans cela, personne ne reçoit d’annonce, ni de code pour entrer.", "Without it, nobody gets an announcement, or a code to sign in.");
    public static readonly Text Roles = new("Dire qui anime, et qui est du comité exécutif", "Say who facilitates, and who is on the executive committee");
    public static readonly Text RolesWhy = new("Une même personne peut tenir plusieurs rôles; vous aussi.", "One person can hold several roles, and so can you.");
    public static readonly Text People = new("Inviter d’autres personnes", "Invite other people");
    public static readonly Text PeopleWhy = new("Tout le monde peut se joindre à la communauté, sans approbation.", "Anybody can join the community, without approval.");
    public static readonly Text Meeting = new("Annoncer une première rencontre", "Announce a first meeting");
    public static readonly Text MeetingWhy = new("Chaque membre la reçoit par courriel, avec un fichier pour son calendrier.", "Every member gets it by email, with a file for their calendar.");
    public static readonly Text Who = new("Dire qui vous êtes", "Say who you are");
    public static readonly Text WhoWhy = new("Une présentation, sur votre page d’accueil et sur le carrefour, donne envie de venir.", "A description, on your home page and on the hub, makes people want to come.");
    public static readonly Text Charter = new("Relire la charte, et publier la vôtre", "Read the charter again, and publish your own");
    public static readonly Text CharterWhy = new("La communauté commence avec une charte déjà écrite.", "The community begins with a charter that is already written.");
    public static readonly Text Network = new("Relier la communauté au réseau", "Link the community to the network");
    public static readonly Text NetworkWhy = new("Les pratiques des autres communautés arrivent alors dans votre bibliothèque.", "The other communities’ practices then come into your library.");

    public static IReadOnlyList<Confirmation> Confirmations { get; } =
    [
        new("first-days.ticked", new("C’est coché.", "It is ticked off.")),
        new("first-days.unticked", new("L’étape est de nouveau à faire.", "The step is to be done again.")),
    ];

    public static IReadOnlyList<RefusalText> Refusals { get; } =
    [
        new("first-days.step-unknown", new("Cette étape n’existe plus.", "This step is no longer there.")),
        new("first-days.step-unclear", new("Une étape a un titre et un jour, de 1 à 90.", "A step has a title and a day, from 1 to 90.")),
        new("first-days.too-many-steps", new("Il y a déjà eu {0} étapes, c’est le maximum.", "There have already been {0} steps, which is the most.")),
    ];
}
