using RecoveryCoP.Node.Accounts.Pages;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Accounts;

/// <summary>What the pages about people and about oneself say.</summary>
public static class AccountText
{
    /// <summary>The path of one's own page.</summary>
    public static Text MinePath => PagePath.Of<MyPage>();

    internal static Text Mine => new("Ma page", "My page");
    internal static Text AboutYou => new("Votre nom et votre langue", "Your name and language");
    internal static Text AboutYouWhy => new("Le nom que vous portez ici, et la langue des courriels que vous recevez.", "The name you go by here, and the language of the emails you receive.");
    internal static Text YourName => new("Nom ou pseudonyme", "Name or pseudonym");
    internal static Text Save => new("Enregistrer", "Save");
    internal static Text More => new("Vos autres pages", "Your other pages");
    internal static Text Addressed => new("Votre adresse courriel n’est montrée à personne.", "Your email address is shown to nobody.");
    internal static Text Search => new("Chercher par nom", "Search by name");
    internal static Text NobodyFound => new("Personne ne porte ce nom ici", "Nobody here has that name");
    internal static Text NobodyFoundWhy => new("Écrivez une partie du nom; les accents et les majuscules ne comptent pas.", "Write part of the name; accents and capitals do not matter.");
    internal static Text YourRoles => new("Vos rôles", "Your roles");
    internal static Text NoRole => new("Membre, sans rôle particulier.", "Member, with no particular role.");
    internal static Text Sessions => new("Vos sessions ouvertes", "Where you are signed in");
    internal static Text SessionsWhy => new(
        "Une session reste ouverte {0} jours après votre dernière visite, et {1} jours au plus. Fermez celles que vous ne reconnaissez pas.",
        "A session stays open for {0} days after your last visit, and for {1} days at most. Close the ones you do not recognize.");
    internal static Text Since => new("Depuis le", "Since");
    internal static Text LastSeen => new("dernière visite le", "last visit on");
    internal static Text UnknownDevice => new("Appareil inconnu", "Unknown device");
    internal static Text ThisOne => new("C’est ici", "You are here");
    internal static Text Close => new("Fermer", "Close");
    internal static Text CloseOthers => new("Fermer toutes les autres", "Close all the others");
    internal static Text SignOut => new("Sortir", "Sign out");
    internal static Text SignOutWhy => new("Sur un appareil partagé, sortez avant de partir.", "On a shared device, sign out before you go.");
    internal static Text LeaveUndo => new("Ce que vous avez dit de vous est effacé et ne revient pas. Vous pourrez revenir pendant un an, sans vos rôles; ensuite votre nom et votre adresse s’effacent aussi.", "What you said about yourself is erased and does not come back. You may come back for a year, without your roles; after that your name and address are erased too.");
    internal static Text LeaveAsk => new("Vous perdrez l’accès et vos rôles tout de suite, sur tous vos appareils.", "You will lose access and your roles at once, on all your devices.");

    internal static Text LeaveErased => new("Partir et tout effacer", "Leave and have everything erased");
    internal static Text LeaveErasedAsk => new("Vous perdrez l’accès tout de suite, et ce qui suit sera effacé.", "You will lose access at once, and what follows will be erased.");
    internal static Text LeaveErasedUndo => new("Personne ne pourra annuler cet effacement. Si vous revenez avec la même adresse, ce sera comme la première fois.", "Nobody can undo it. If you come back with the same address, it will be like the first time.");
    internal static Text ErasedIdentity => new("votre nom, votre adresse, votre langue, et tout ce que vous avez dit de vous", "your name, your address, your language, and all that you said about yourself");
    internal static Text EraseAlso => new("Effacer aussi", "Erase as well");

    internal static Text People => new("Accès et rôles", "Access and roles");
    internal static Text PeopleFor => new("Ajouter une personne, donner ou retirer un rôle, retirer un accès.", "Add a person, give or take away a role, remove access.");
    internal static Text AddTitle => new("Ajouter une personne", "Add a person");
    internal static Text AddWhy => new("Elle pourra entrer avec un lien envoyé à son adresse. Son adresse ne sera montrée à personne.", "They can sign in with a link sent to their address. Their address is shown to nobody.");
    internal static Text Name => new("Nom", "Name");
    internal static Text NameHelp => new("Celui qu’elle veut porter ici; un pseudonyme convient.", "The one they want to go by here; a pseudonym is fine.");
    internal static Text Address => new("Adresse courriel", "Email address");
    internal static Text Language => new("Langue des courriels", "Language for email");
    internal static Text French => new("Français", "French");
    internal static Text English => new("Anglais", "English");
    internal static Text Add => new("Ajouter", "Add");
    internal static Text Here => new("Les personnes d’ici", "The people here");
    internal static Text Alone => new("Il n’y a que vous", "There is only you");
    internal static Text AloneWhy => new("Les personnes que vous ajouterez seront ici. Ajoutez-en au moins une qui puisse aussi gérer les accès, pour les jours où vous n’y êtes pas.", "The people you add will be here. Add at least one who can also manage access, for the days when you are away.");
    internal static Text You => new("vous", "you");
    internal static Text ThisIsYou => new("C’est vous.", "This is you.");
    internal static Text RolesHeld => new("Rôles", "Roles");
    internal static Text AccessOf => new("L’accès", "Access");
    internal static Text Role => new("Rôle à donner", "Role to give");
    internal static Text Give => new("Donner ce rôle", "Give this role");
    internal static Text Take => new("Retirer\u00a0: {0}", "Take away: {0}");
    internal static Text TakeAsk => new("{0} ne pourra plus agir dans ce rôle, dès maintenant.", "{0} will no longer be able to act in this role, starting now.");
    internal static Text TakeOwnAsk => new("Vous ne pourrez plus agir dans ce rôle, dès maintenant.", "You will no longer be able to act in this role, starting now.");
    internal static Text TakeOwnUndo => new("Seule une autre personne qui donne ce rôle pourra vous le rendre.", "Only somebody else who gives this role can give it back to you.");
    internal static Text EndSessions => new("Fermer ses sessions", "Sign them out everywhere");
    internal static Text EndSessionsAsk => new("{0} devra entrer de nouveau sur tous ses appareils. Utile après la perte d’un téléphone.", "{0} will have to sign in again on all their devices. Useful when a phone was lost.");
    internal static Text End => new("Retirer l’accès", "Remove access");
    internal static Text EndAsk => new("{0} perdra l’accès et ses rôles tout de suite. Si vous ajoutez cette personne de nouveau, elle retrouvera l’accès, mais pas ses rôles.", "{0} will lose access and roles at once. If you add them again, they get their access back, but not their roles.");
    internal static Text Joined => new("Ici depuis le", "Here since");

    internal static Text SecurityLog => new("Journal des accès", "Access log");
    internal static Text SecurityLogWhy => new("Qui est entré, qui a reçu ou perdu un accès ou un rôle. Rien ne s’en efface; la commande «\u00a0audit-verify\u00a0», à la console du serveur, montre si un événement a été changé ou enlevé.", "Who signed in, who was given or lost access or a role. Nothing is erased from it; the command “audit-verify”, at the server’s console, shows whether an event was changed or taken out.");
    internal static Text When => new("Quand", "When");
    internal static Text What => new("Quoi", "What");
    internal static Text ByWhom => new("Par", "By");
    internal static Text AboutWhom => new("Pour", "For");
    internal static Text Nobody => new("Console du serveur, ou personne inconnue", "The server’s console, or somebody unknown");
    internal static Text WhoLeft => new("Une personne qui est partie", "Somebody who has left");

    internal static Counted Count => new(new("{0} personne", "{0} person"), new("{0} personnes", "{0} people"));

    internal static Confirmation[] Done { get; } =
    [
        new("account.added", new("La personne est ajoutée. Elle peut maintenant demander un lien pour entrer.", "The person is added. They can now ask for a link to sign in.")),
        new("account.introduced", new("C’est enregistré.", "Saved.")),
        new("account.role-given", new("Le rôle est donné.", "The role is given.")),
        new("account.role-taken", new("Le rôle est retiré.", "The role is taken away.")),
        new("account.ended", new("L’accès est retiré.", "Access is removed.")),
        new("account.session-ended", new("Cette session est fermée.", "That session is closed.")),
        new("account.sessions-ended", new("Les autres sessions sont fermées.", "The other sessions are closed.")),
        new("account.all-sessions-ended", new("Ses sessions sont fermées.", "They are signed out everywhere.")),
        new("account.sign-in-again", new("Pour protéger les accès, entrez de nouveau\u00a0: recevez un lien ou un code, puis recommencez.", "To protect access, sign in again: get a link or a code, then start over.")),
        new("account.signed-out", new("Votre visite est terminée sur cet appareil.", "You are signed out.")),
        new("account.erased", new("Vous n’avez plus accès, et ce qui était à vous est effacé. Merci de votre passage.", "You no longer have access, and what was yours is erased. Thank you for being here.")),
        new("account.left", new("Vous n’avez plus accès. Merci de votre passage; vous pourrez revenir.", "You no longer have access. Thank you for being here; you may come back.")),
    ];
}
