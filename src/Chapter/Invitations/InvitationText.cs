using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Invitations;

/// <summary>What invitations say, and the pages about them.</summary>
internal static class InvitationText
{
    public static Text OfLeaver => new("vos invitations qui ne sont pas encore parties, et ce que vous avez écrit aux personnes que vous avez invitées", "your invitations that have not left yet, and what you wrote to those whom you invited");

    // The letter
    public static Text Subject => new("Une invitation", "An invitation");
    public static Text Opening => new("Une personne qui vous connaît vous envoie cette invitation.", "Someone who knows you sends you this invitation.");
    public static Text WhatItIs => new(
        "{0} est une communauté de pratique sur le rétablissement\u00a0: des personnes utilisatrices de services, des proches et des gens de l’intervention, de la gestion et de la recherche s’y parlent, sur un pied d’égalité, de ce qui aide à se rétablir. La porte est ouverte, c’est gratuit, et on part quand on veut.",
        "{0} is a community of practice on recovery: people who use services, families and people from practice, management and research talk there, as equals, about what helps recovery. The door is open, it is free, and you leave whenever you like.");
    public static Text TheyWrote => new("Cette personne vous écrit\u00a0:", "This person writes to you:");
    public static Text SeeIt => new("Voir de quoi il s’agit\u00a0:", "See what this is about:");
    public static Text OnlyOne => new(
        "C’est le seul courriel\u00a0: il n’y aura pas de rappel, et votre adresse est effacée après 30 jours. La personne qui vous invite ne saura pas ce que vous en faites.",
        "This is the only message: there will be no reminder, and your address is erased after 30 days. Whoever invites you will not know what you do about it.");
    public static Text NoMore => new("Ne plus jamais recevoir d’invitation\u00a0:", "Never get an invitation again:");

    // Its page
    public static Text PageTitle => new("Une invitation", "An invitation");
    public static Text PageJoin => new("Si cela vous parle, vous pouvez vous joindre à nous\u00a0: il n’y a pas de permission à demander, un pseudonyme convient, et vous confirmez votre adresse par un courriel. Sinon, il n’y a rien à faire.", "If this speaks to you, you can join us: there is no permission to ask for, a pseudonym is fine, and you confirm your address by a message. Otherwise there is nothing to do.");
    public static Text PageNeverTitle => new("Ne plus jamais recevoir d’invitation", "Never get an invitation again");
    public static Text PageNever => new("Votre adresse sera effacée tout de suite. Nous garderons seulement de quoi la reconnaître si quelqu’un l’écrit de nouveau, pour ne rien envoyer. La personne qui vous invite ne l’apprendra pas.", "Your address will be erased at once. We will keep only what lets us recognize it if somebody types it again, so as to send nothing. Whoever invites you will not learn of it.");
    public static Text Never => new("Ne plus m’inviter", "Do not invite me again");
    public static Text NeverDone => new("C’est fait\u00a0: votre adresse est effacée, et vous ne recevrez plus d’invitation d’ici.", "Done: your address is erased, and you will get no more invitations from here.");

    // Inviting
    public static Text Invite => new("Inviter", "Invite");
    public static Text Title => new("Inviter quelqu’un", "Invite someone");
    public static Text Lead => new(
        "Chaque personne reçoit un seul courriel, sans rappel. Son objet ne nomme pas la communauté, et votre nom n’y est pas\u00a0: signez vos mots si vous le voulez.",
        "Each person gets one message, and no reminder. Its subject does not name the community, and your name is not in it: sign your words if you wish.");
    public static Text Addresses => new("Adresses courriel", "Email addresses");
    public static Text AddressesHelp => new("Une ou plusieurs, jusqu’à 20, comme elles viennent\u00a0: une par ligne, ou avec des virgules.", "One or more, up to 20, as they come: one a line, or with commas.");
    public static Text Words => new("Vos mots", "Your words");
    public static Text WordsHelp => new("300 caractères au plus, dans la langue de la personne. Le reste du courriel, en français et en anglais, dit ce qu’est la communauté.", "300 characters at most, in the person’s language. The rest of the message, in French and English, says what the community is.");
    public static Text Preview => new("Voir avant d’envoyer", "See before sending");
    public static Text Change => new("Changer", "Change");
    public static Counted Send => new(new("Envoyer {0} invitation", "Send {0} invitation"), new("Envoyer {0} invitations", "Send {0} invitations"));
    public static Text LastLook => new("Rien n’est encore envoyé. Après l’envoi, vous aurez dix minutes pour changer d’avis; puis {0} de vos courriels partent par jour, et vous pouvez reprendre en tout temps ce qui attend.", "Nothing has been sent yet. Once you send, you have ten minutes to change your mind; then {0} of your messages go a day, and you can take back what waits at any time.");
    public static Text YourWords => new("Vos mots, tels qu’ils seront cités", "Your words, as they will be quoted");
    public static Text ListTitle => new("Ce qui a été lu", "What was read");
    public static Counted GoodCount => new(new("{0} personne à inviter", "{0} person to invite"), new("{0} personnes à inviter", "{0} people to invite"));
    public static Counted FaultCount => new(new("{0} ligne laissée de côté", "{0} row left out"), new("{0} lignes laissées de côté", "{0} rows left out"));
    public static Text Address => new("Adresse courriel", "Email address");
    public static Text Row => new("Ligne", "Row");
    public static Text Typed => new("Ce qui est écrit", "What it says");
    public static Text Fault => new("Ce qui ne va pas", "What is wrong");
    public static Text NoAddress => new("Pas une adresse courriel", "Not an email address");
    public static Text Repeated => new("Déjà plus haut", "Already further up");
    public static Text LetterLanguage => new("Langue", "Language");
    public static Text Both => new("Français et anglais", "French and English");
    public static Text French => new("Français", "French");
    public static Text English => new("Anglais", "English");
    public static Counted AndMore => new(new("… et {0} autre", "… and {0} more"), new("… et {0} autres", "… and {0} more"));

    // What was sent
    public static Text SentTitle => new("Vos invitations des 30 derniers jours", "Your invitations of the last 30 days");
    public static Text SentHelp => new("On ne vous dira pas qui se joint à nous\u00a0: c’est à chaque personne de le dire.", "You will not be told who joins: that is for each person to say.");
    public static Text Waiting => new("Attend", "Waiting");
    public static Text Sent => new("Partie", "Sent");
    public static Text Progress => new("Parties\u00a0: {0}. En attente\u00a0: {1}.", "Sent: {0}. Waiting: {1}.");
    public static Text TakeBack => new("Reprendre", "Take back");
    public static Text TakeAllBack => new("Reprendre tout ce qui attend", "Take back all that wait");
    public static Text NoneYet => new("Aucune pour le moment.", "None for now.");

    // By oneself
    public static Text LinkTitle => new("Donner le lien soi-même", "Give the link yourself");
    public static Text LinkHelp => new("Cette adresse est publique\u00a0: qui l’ouvre lit ce qu’est la communauté et peut s’y joindre.", "This address is public: whoever opens it reads what the community is, and can join.");
    public static Text Link => new("Adresse à copier", "Address to copy");
    public static Text CardLink => new("La carte à imprimer, avec un code", "The card to print, with a code");
    public static Text CardTitle => new("Carte à imprimer", "Card to print");
    public static Text CardLead => new("Pour un babillard, une salle d’attente ou une poche. Elle ne nomme personne.", "For a notice board, a waiting room or a pocket. It names nobody.");
    public static Text CardLine => new("Des personnes utilisatrices de services, des proches et des gens de l’intervention se parlent, sur un pied d’égalité, de ce qui aide à se rétablir. La porte est ouverte.", "People who use services, families and people from practice talk, as equals, about what helps recovery. The door is open.");
    public static Text CardWhere => new("Pour en savoir plus", "To find out more");
    public static Text CardCode => new("Code à lire avec un téléphone\u00a0: {0}", "Code to read with a phone: {0}");
    public static Text Back => new("Retour aux invitations", "Back to invitations");

    // From a roster
    public static Text RosterTitle => new("Inviter à partir d’une liste", "Invite from a list");
    public static Text RosterLink => new("Inviter beaucoup de personnes à partir d’un fichier", "Invite many people from a file");
    public static Text RosterLead => new(
        "Un fichier CSV, comme les tableurs en font, jusqu’à 5\u00a0000 lignes. Invitez seulement des personnes qui s’y attendent. On en lit les adresses, et la langue s’il y en a une; le reste n’est pas gardé.",
        "A CSV file, as spreadsheets make them, of up to 5,000 rows. Invite only people who expect it. Its addresses are read, and the language if there is one; the rest is not kept.");
    public static Text File => new("Fichier", "File");
    public static Text FileHelp => new("CSV, 1\u00a0Mo au plus.", "CSV, 1 MB at most.");
    public static Text Pasted => new("Ou collez le tableau ici", "Or paste the table here");
    public static Text Read => new("Lire la liste", "Read the list");
    public static Text AddressColumn => new("Colonne des adresses", "Column of the addresses");
    public static Text LanguageColumn => new("Colonne de la langue", "Column of the language");
    public static Text LanguageColumnHelp => new("Sans elle, ou pour une ligne qui n’en dit rien, le courriel est en français et en anglais.", "Without it, or for a row that says none, the message is in French and English.");
    public static Text NoColumn => new("Aucune", "None");
    public static Text Column => new("Colonne {0}\u00a0: {1}", "Column {0}: {1}");
    public static Text LookAgain => new("Revoir avec ces colonnes", "Look again with these columns");
    public static Text OtherList => new("Prendre une autre liste", "Take another list");
    public static Text ColumnsChanged => new("Les colonnes ont changé\u00a0: regardez la liste, puis envoyez.", "The columns have changed: look at the list, then send.");

    public static Confirmation[] Done { get; } =
    [
        new("invitation.sent", new("C’est noté. Rien ne part avant dix minutes\u00a0: vous pouvez encore changer d’avis, plus bas.", "Noted. Nothing leaves for ten minutes: you can still change your mind, below.")),
        new("invitation.taken-back", new("C’est repris\u00a0: rien ne partira, et l’adresse est effacée.", "Taken back: nothing will go, and the address is erased.")),
    ];

    public static RefusalText[] Refusals { get; } =
    [
        new("invitation.addresses-missing", new("Écrivez au moins une adresse courriel.", "Write at least one email address.")),
        new("invitation.nobody", new("Aucune adresse n’a pu être lue. Vérifiez la liste ci-dessous.", "No address could be read. Check the list below.")),
        new("invitation.too-many", new("C’est trop à la fois\u00a0: au plus {0} adresses.", "That is too many at once: {0} addresses at most.")),
        new("invitation.too-many-waiting", new("Invitations qui attendent déjà leur tour\u00a0: {0}; au plus\u00a0: {1}. Recommencez demain, ou avec moins d’adresses.", "Invitations already waiting: {0}; at most: {1}. Try again tomorrow, or with fewer addresses.")),
        new("invitation.stale", new("C’est trop tard\u00a0: elle est déjà partie, ou reprise.", "It is too late: it has gone already, or was taken back.")),
        new("invitation.roster-empty", new("Choisissez un fichier, ou collez un tableau.", "Choose a file, or paste a table.")),
        new("invitation.roster-too-large", new("Le fichier est trop gros\u00a0: 1\u00a0Mo au plus.", "The file is too large: 1 MB at most.")),
        new("invitation.roster-too-long", new("La liste est trop longue\u00a0: au plus {0} lignes. Faites-en plusieurs.", "The list is too long: {0} rows at most. Make several of it.")),
        new("invitation.roster-workbook", new("C’est un classeur. Dans votre tableur, choisissez «\u00a0Enregistrer sous\u00a0», puis le format CSV, et envoyez ce fichier-là.", "This is a workbook. In your spreadsheet program choose “Save as”, then the CSV format, and send that file.")),
        new("invitation.roster-without-addresses", new("Aucune colonne de cette liste n’a d’adresses courriel.", "No column of this list has email addresses.")),
        new("invitation.no-such-column", new("Choisissez une colonne de la liste.", "Choose a column of the list.")),
    ];
}
