using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.MovingIn;

/// <summary>What the pages of a group that existed before say.</summary>
internal static class MovingText
{
    public static Text Title => new("Notre groupe existait déjà", "Our group already existed");
    public static Text For => new("Reprendre la liste des personnes, les rencontres passées et les documents d’un groupe qui existait avant.", "Bring along the list of people, the past meetings and the documents of a group that existed before.");
    public static Text Lead => new(
        "Apportez ce que le groupe a déjà, dans l’ordre que vous voulez. Chaque fichier est d’abord lu et montré\u00a0: rien n’est gardé avant que vous l’ayez décidé, et tout peut être annulé.",
        "Bring what the group already has, in any order. Each file is first read and shown: nothing is kept before you decide it, and all of it can be undone.");

    public static Text Roster => new("Les personnes", "The people");
    public static Text RosterWhy => new("Une liste d’adresses devient des invitations, prêtes à partir. Personne ne devient membre sans l’avoir voulu.", "A list of addresses becomes invitations, ready to go. Nobody becomes a member without wanting to.");
    public static Text RosterTitle => new("Reprendre la liste des personnes", "Bring the list of people");
    public static Text RosterLead => new(
        "On garde l’adresse et la langue, rien d’autre\u00a0: ni nom, ni rôle, ni organisation. Chaque personne les donne elle-même, si elle se joint à nous. Qui est déjà membre, ou ne veut plus d’invitation, ne recevra rien; on ne vous dira pas de qui il s’agit.",
        "The address and the language are kept, and nothing else: no name, role or organization. Each person gives these themselves, if they join us. Whoever is a member already, or wants no more invitations, will get nothing; you will not be told who they are.");
    public static Text RosterFileHelp => new("CSV, 2\u00a0Mo au plus, 5\u00a0000 lignes au plus. Une colonne a les adresses courriel; une autre, si vous voulez, la langue.", "CSV, 2 MB at most, 5,000 rows at most. One column has the email addresses; another one, if you wish, the language.");
    public static Counted Prepare => new(new("Préparer {0} invitation", "Prepare {0} invitation"), new("Préparer {0} invitations", "Prepare {0} invitations"));
    public static Text PrepareHelp => new("Rien ne part\u00a0: les invitations attendent que vous les envoyiez, 60 jours au plus. Le fichier n’est pas gardé.", "Nothing goes: the invitations wait until you send them, for 60 days at most. The file is not kept.");

    public static Text Meetings => new("Les rencontres passées", "The past meetings");
    public static Text MeetingsWhy => new("Un tableau ou un calendrier devient la liste des rencontres tenues, avec leurs notes.", "A table or a calendar becomes the list of the meetings that were held, with their notes.");
    public static Text MeetingsTitle => new("Reprendre les rencontres passées", "Bring the past meetings");
    public static Text MeetingsLead => new(
        "Les membres les verront parmi les rencontres passées. Personne ne reçoit de courriel, et aucun nombre déjà envoyé au réseau ne change.",
        "Members will see them among the past meetings. Nobody gets a message, and no number that was sent to the network changes.");
    public static Text File => new("Fichier", "File");
    public static Text MeetingsFileHelp => new(
        "CSV ou iCalendar (.ics), 2\u00a0Mo au plus. Colonnes reconnues\u00a0: Date, Heure, Fin, Durée, Titre, Lieu, Formule, Notes, Présences. Seule la date est obligatoire.",
        "CSV or iCalendar (.ics), 2 MB at most. Columns that are recognized: Date, Time, End, Duration, Title, Place, Format, Notes, Attendance. Only the date is required.");
    public static Text Usual => new("Quand le fichier ne le dit pas", "Where the file does not say");
    public static Text Hour => new("Heure habituelle", "Usual time");
    public static Text Minutes => new("Durée habituelle, en minutes", "Usual length, in minutes");
    public static Text Mode => new("Comment on participait", "How people took part");
    public static Text Language => new("Langue des titres et des notes", "Language of titles and notes");
    public static Text Untitled => new("Rencontre", "Meeting");
    public static Counted Make => new(new("Reprendre {0} rencontre", "Bring {0} meeting"), new("Reprendre {0} rencontres", "Bring {0} meetings"));
    public static Counted Found => new(new("{0} rencontre à reprendre", "{0} meeting to bring"), new("{0} rencontres à reprendre", "{0} meetings to bring"));
    public static Text When => new("Quand", "When");
    public static Text What => new("Titre", "Title");
    public static Text Where => new("Où et comment", "Where and how");
    public static Text Noted => new("Notes et présences", "Notes and attendance");
    public static Text HasNotes => new("notes", "notes");
    public static Text PeoplePresent => new("{0} personnes", "{0} people");

    public static Text Documents => new("Les documents", "The documents");
    public static Text DocumentsWhy => new("Chaque fichier va à la rencontre dont la date est dans son nom.", "Each file goes to the meeting whose date is in its name.");
    public static Text DocumentsTitle => new("Reprendre des documents", "Bring documents");
    public static Text DocumentsLead => new(
        "Un document va à la rencontre dont son nom dit le jour (2024-03-12) ou le mois (mars 2024), s’il n’y en a eu qu’une. Elle doit déjà être ici. Cinq documents au plus par rencontre. Il n’y a pas d’autre endroit pour des documents\u00a0: ce qui vaut pour toute la communauté se met dans un texte ou une pratique.",
        "The name of a document says which meeting it goes to: by the day (2024-03-12), or by the month (March 2024) if there was only one. That meeting must be here already. Five documents at most for each meeting. There is no other place for documents: what concerns the whole community goes into a text or a practice.");
    public static Text DocumentsFileHelp => new("PDF, PNG, JPEG, ODT, DOCX ou TXT; 20 à la fois, 5\u00a0Mo au plus chacun. Les membres pourront les lire.", "PDF, PNG, JPEG, ODT, DOCX or TXT; 20 at a time, 5 MB at most each. Members will be able to read them.");
    public static Text Document => new("Document", "Document");
    public static Text ToMeeting => new("Rencontre", "Meeting");
    public static Counted Add => new(new("Reprendre {0} document", "Bring {0} document"), new("Reprendre {0} documents", "Bring {0} documents"));
    public static Counted FoundDocuments => new(new("{0} document à reprendre", "{0} document to bring"), new("{0} documents à reprendre", "{0} documents to bring"));
    public static Text OfferKept => new("Ces documents attendent une heure. Sans votre accord, ils sont effacés.", "These documents wait for an hour. Unless you agree, they are erased.");

    public static Text Look => new("Lire et montrer", "Read and show");
    public static Text Choose => new("Choisir un fichier", "Choose a file");
    public static Text OtherFile => new("Prendre un autre fichier", "Take another file");
    public static Text Preview => new("Ce qui a été lu", "What was read");
    public static Text NothingYet => new("Rien n’est encore fait.", "Nothing is done yet.");
    public static Counted Faults => new(new("{0} ligne à corriger, laissée de côté", "{0} row to mend, left out"), new("{0} lignes à corriger, laissées de côté", "{0} rows to mend, left out"));
    public static Counted LeftOut => new(new("{0} ligne où il n’y a rien à faire", "{0} row with nothing to do"), new("{0} lignes où il n’y a rien à faire", "{0} rows with nothing to do"));
    public static Text Row => new("Ligne", "Row");
    public static Text Why => new("Ce qu’il y a à savoir", "What there is to know");
    public static Counted AndMore => new(new("… et {0} autre", "… and {0} more"), new("… et {0} autres", "… and {0} more"));
    public static Text Changed => new("Quelque chose a changé\u00a0: regardez de nouveau, puis confirmez.", "Something has changed: look again, then confirm.");
    public static Text Back => new("Retour à ce que l’on reprend", "Back to what is brought along");

    public static Text Moves => new("Ce qui a été repris", "What was brought along");
    public static Text NoMoves => new("Rien pour le moment.", "Nothing for now.");
    public static Text Progress => new("{0} sur {1}. Si ce nombre n’avance plus, choisissez «\u00a0Reprendre le travail\u00a0».", "{0} of {1}. If this number no longer moves, choose “Go on”.");
    public static Text GoOn => new("Reprendre le travail", "Go on");
    public static Text IsUndoing => new("En train d’être annulé.", "Being undone.");
    public static Text IsUndone => new("Annulé.", "Undone.");
    public static Text IsOffered => new("À regarder, puis à confirmer.", "To be looked at, then confirmed.");
    public static Text See => new("Regarder", "Look");
    public static Text Refused => new("N’a pas pu être repris", "Could not be brought");
    public static Text Stays => new("Reste, et pourquoi", "Stays, and why");
    public static Text Undo => new("Annuler", "Undo");
    public static Text UndoAsk => new("Enlever tout ce que ce fichier a apporté?", "Take out all that this file brought?");
    public static Text UndoHow => new("Ce à quoi quelqu’un a ajouté quelque chose depuis reste, et la page le dit. Vous pourrez reprendre le même fichier.", "What somebody added something to since stays, and the page says so. You can bring the same file again.");
    public static Text Waiting => new("{0} attendent que vous les envoyiez; {1} attendent leur tour.", "{0} wait for you to send them; {1} wait their turn.");
    public static Text Send => new("Envoyer les invitations", "Send the invitations");
    public static Text SendHelp => new("Elles partent après dix minutes, au plus {0} par jour.", "They go after ten minutes, {0} a day at most.");

    public static Counted MadeMeetings => new(new("{0} rencontre reprise", "{0} meeting brought"), new("{0} rencontres reprises", "{0} meetings brought"));
    public static Counted MadeInvitations => new(new("{0} invitation préparée", "{0} invitation prepared"), new("{0} invitations préparées", "{0} invitations prepared"));
    public static Counted MadeDocuments => new(new("{0} document repris", "{0} document brought"), new("{0} documents repris", "{0} documents brought"));

    public static Counted MadeOf(MoveKind what) => what switch { MoveKind.Roster => MadeInvitations, MoveKind.Meetings => MadeMeetings, _ => MadeDocuments };

    public static Confirmation[] Done { get; } =
    [
        new("moving-in.made", new("C’est fait. Vous pouvez l’annuler plus bas.", "Done. You can undo it below.")),
        new("moving-in.prepared", new("C’est prêt. Rien ne part avant que vous le disiez, plus bas.", "Ready. Nothing goes before you say so, below.")),
        new("moving-in.on-their-way", new("C’est noté. Rien ne part avant dix minutes.", "Noted. Nothing leaves for ten minutes.")),
        new("moving-in.undone", new("C’est annulé. Ce qui reste est dit plus bas.", "Undone. What stays is said below.")),
        new("moving-in.gone-on", new("C’est fait.", "Done.")),
        new("moving-in.looked", new("Voici où iraient ces documents.", "This is where these documents would go.")),
    ];

    public static RefusalText[] Refusals { get; } =
    [
        new("moving-in.file-missing", new("Choisissez un fichier.", "Choose a file.")),
        new("moving-in.file-too-large", new("Ce fichier dépasse {0}\u00a0Mo. Faites-en plusieurs.", "This file is larger than {0} MB. Make several of it.")),
        new("moving-in.too-long", new("Ce fichier a plus de {0} lignes ou rencontres. Faites-en plusieurs.", "This file has more than {0} rows or meetings. Make several of it.")),
        new("moving-in.empty", new("Ce tableau est vide. Il lui faut une ligne de titres, puis une ligne par rencontre.", "This table is empty. It needs a row of headings, then a row for each meeting.")),
        new("moving-in.no-dates", new("Aucune colonne ne s’appelle «\u00a0Date\u00a0». Écrivez ce mot en haut de la colonne des dates.", "No column is called “Date”. Write that word at the top of the column of dates.")),
        new("moving-in.dates-contradict", new("Certaines dates de ce fichier commencent par le jour, d’autres par le mois. Écrivez-les toutes comme 2024-03-12.", "Some dates in this file begin with the day, others with the month. Write all of them as 2024-03-12.")),
        new("moving-in.not-a-calendar", new("Ce fichier n’est pas un calendrier que l’on peut lire. Exportez-le de nouveau, ou faites un tableau.", "This file is not a calendar that can be read. Export it again, or make a table.")),
        new("moving-in.no-events", new("Ce calendrier n’a aucune rencontre. Exportez celui du groupe.", "This calendar has no meetings. Export the group’s own.")),
        new("moving-in.nothing", new("Il n’y a rien à reprendre dans ce fichier. Corrigez ce qui est relevé, ou prenez-en un autre.", "There is nothing to bring from this file. Fix what is pointed out, or take another one.")),
        new("moving-in.not-serving", new("Démarrez d’abord le serveur\u00a0: c’est lui qui écrit. Lancez ensuite cette commande de nouveau.", "Start the server first: it does the writing. Then give this command again.")),
        new("moving-in.stale", new("Cela a changé depuis que vous avez regardé. Voici où l’on en est.", "This has changed since you looked. Here is where it stands.")),
        new("moving-in.too-late", new("Ces documents n’ont pas été gardés plus d’une heure. Choisissez-les de nouveau.", "These documents were not kept longer than an hour. Choose them again.")),
        new("moving-in.hour-missing", new("Dites à quelle heure les rencontres commençaient d’habitude.", "Say at what time meetings usually began.")),
        new("moving-in.minutes-missing", new("Dites combien de minutes elles duraient d’habitude.", "Say how many minutes they usually lasted.")),
        new("moving-in.date-missing", new("Pas de date. Écrivez-la comme 2024-03-12.", "No date. Write it as 2024-03-12.")),
        new("moving-in.date-unclear", new("Cette date ne se lit pas. Écrivez-la comme 2024-03-12.", "This date cannot be read. Write it as 2024-03-12.")),
        new("moving-in.hour-unclear", new("Cette heure ne se lit pas, ou n’existe pas ce jour-là. Écrivez-la comme 18:30.", "This time cannot be read, or does not exist that day. Write it as 18:30.")),
        new("moving-in.length-unclear", new("La durée doit être de {0} à {1} minutes.", "The length must be from {0} to {1} minutes.")),
        new("moving-in.title-too-long", new("Le titre dépasse {0} caractères. Raccourcissez-le.", "The title is longer than {0} characters. Shorten it.")),
        new("moving-in.place-too-long", new("Le lieu dépasse {0} caractères. Raccourcissez-le.", "The place is longer than {0} characters. Shorten it.")),
        new("moving-in.unreadable", new("Il y a un signe invisible dans cette ligne. Écrivez le texte de nouveau.", "There is an invisible sign in this row. Type the text again.")),
        new("moving-in.mode-unclear", new("Écrivez «\u00a0en personne\u00a0», «\u00a0à distance\u00a0» ou «\u00a0hybride\u00a0».", "Write “in person”, “remote” or “hybrid”.")),
        new("moving-in.present-unclear", new("Le nombre de personnes présentes est un nombre de 0 à {0}. Les noms ne sont pas repris.", "The number of people present is a number from 0 to {0}. Names are not brought along.")),
        new("moving-in.quote-open", new("Un guillemet est ouvert dans cette ligne et jamais fermé. Fermez-le.", "A quotation mark is opened in this row and never closed. Close it.")),
        new("moving-in.event-unclear", new("Cet événement ne se lit pas\u00a0: son fuseau horaire ou sa répétition est inconnu. Ajoutez ses dates dans un tableau.", "This event cannot be read: its time zone or its repetition is unknown. Add its dates in a table.")),
        new("moving-in.repeats-too-often", new("Cet événement se répète trop souvent pour être des rencontres. Laissez-le hors du fichier.", "This event repeats too often to be meetings. Leave it out of the file.")),
        new("moving-in.repeated", new("Déjà à la ligne {0}.", "Already in row {0}.")),
        new("moving-in.here", new("Déjà ici.", "Already here.")),
        new("moving-in.here-otherwise", new("Une rencontre qui commence au même moment est déjà ici, sous un autre titre\u00a0: celle-ci n’est pas reprise. Si c’en est vraiment une autre, planifiez-la à la main.", "A meeting that begins at the same moment is here already under another title: this one is not brought. If it really is another one, plan it by hand.")),
        new("moving-in.not-over", new("Pas encore passée\u00a0: planifiez-la comme une série ou une rencontre.", "Not over yet: plan it as a series or a meeting.")),
        new("moving-in.cancelled", new("Annulée dans le calendrier.", "Cancelled in the calendar.")),
        new("moving-in.days-first", new("Des dates peuvent se lire de deux façons. Elles sont lues avec le jour d’abord\u00a0: 03/04/2024 est le 3 avril. Vérifiez-les ci-dessous.", "Some dates can be read in two ways. They are read with the day first: 03/04/2024 is April 3. Check them below.")),
        new("moving-in.months-first", new("Des dates peuvent se lire de deux façons. Elles sont lues avec le mois d’abord\u00a0: 03/04/2024 est le 4 mars. Vérifiez-les ci-dessous.", "Some dates can be read in two ways. They are read with the month first: 03/04/2024 is March 4. Check them below.")),
        new("moving-in.sent", new("{0} de ces invitations sont déjà parties\u00a0: elles ne se reprennent pas.", "{0} of these invitations have gone already: they cannot be taken back.")),
        new("moving-in.list-gone", new("Le programme s’est arrêté avant que la liste soit écrite. Rien n’en a été gardé\u00a0: prenez le fichier de nouveau.", "The program stopped before the list was written. Nothing of it was kept: take the file again.")),
        new("moving-in.approves", new("Cette rencontre a adopté un procès-verbal\u00a0: elle reste.", "This meeting approved minutes: it stays.")),
        new("moving-in.documents-missing", new("Choisissez au moins un document.", "Choose at least one document.")),
        new("moving-in.documents-too-many", new("Au plus {0} documents à la fois. Envoyez le reste ensuite.", "At most {0} documents at once. Send the rest afterwards.")),
        new("moving-in.document-undated", new("Pas de date dans le nom. Mettez-y le jour de la rencontre, comme 2024-03-12 ou 12-03-2024, ou son mois, comme mars 2024.", "No date in the name. Put the day of the meeting there, such as 2024-03-12 or 12-03-2024, or its month, such as March 2024.")),
        new("moving-in.document-alone", new("Il n’y a pas de rencontre tenue à cette date. Reprenez d’abord les rencontres.", "No meeting was held on that date. Bring the meetings first.")),
        new("moving-in.document-torn", new("Plusieurs rencontres ont été tenues à cette date\u00a0: on ne sait pas à laquelle il va. Dites le jour entier, comme 2024-03-12. S’il y en a eu deux ce jour-là, ajoutez-le sur la page de la sienne.", "Several meetings were held on that date: it is not known to which of them it belongs. Say the whole day, such as 2024-03-12. If two were held on that day, add it on the page of the right one.")),
        new("moving-in.document-gone", new("Ce document n’est plus là. Choisissez-le de nouveau.", "This document is no longer here. Choose it again.")),
    ];
}
