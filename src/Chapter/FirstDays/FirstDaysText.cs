namespace RecoveryCoP.Chapter.FirstDays;

/// <summary>Words of the first days.</summary>
internal static class FirstDaysText
{
    public static readonly Text Title = new("Les premiers jours", "The first days");
    public static readonly Text Lead = new("Ce qu’il reste à faire avant une première rencontre. Cette liste disparaît une fois l’essentiel fait.", "What is left to do before a first meeting. This list goes away once the essentials are done.");
    public static readonly Text Done = new("C’est fait", "Done");
    public static readonly Text ToDo = new("À faire", "To do");
    public static readonly Text IfYouLike = new("Si vous voulez", "If you like");
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
    public static readonly Text CharterWhy = new("La communauté commence avec celle du programme.", "The community begins with the program’s.");
    public static readonly Text Network = new("Relier la communauté au réseau", "Link the community to the network");
    public static readonly Text NetworkWhy = new("Les pratiques des autres communautés arrivent alors dans votre bibliothèque.", "The other communities’ practices then come into your library.");
}
