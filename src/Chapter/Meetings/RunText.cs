namespace RecoveryCoP.Chapter.Meetings;

/// <summary>What the pages say on which a meeting is run and its minutes are written.</summary>
internal static class RunText
{
    public static readonly Text Running = new("Animation", "Running the meeting");
    public static readonly Text WriteDown = new("Prendre des notes", "Take notes");
    public static readonly Text AddItems = new("Ajouter un point, changer le lien", "Add an item, change the link");
    public static readonly Text UndoBeginning = new("Dire qu’elle n’a pas commencé", "Say that it has not begun");
    public static readonly Text UndoBeginningAsk = new("Commencée par erreur? Elle sera de nouveau annoncée\u00a0: on pourra y répondre, la déplacer ou l’annuler.", "Begun by mistake? It will be announced again: people can answer, and you can move or cancel it.");
    public static readonly Text UndoDraftAsk = new("Consignée par erreur? Elle redeviendra un brouillon, que les membres ne voient pas.", "Recorded by mistake? It will be a draft again, which members do not see.");
    public static readonly Text UndoRecordingAsk = new("Consignée par erreur? On demandera de nouveau si elle a eu lieu.", "Recorded by mistake? You will be asked again whether it took place.");
    public static readonly Text NotOn = new("Cette rencontre n’est pas en cours.", "This meeting is not in progress.");
    public static readonly Text NotBegun = new("Les présences et les notes s’ouvrent quand la rencontre commence.", "Attendance and notes open when the meeting begins.");

    public static readonly Text Attendance = new("Présences", "Attendance");
    public static readonly Text AttendanceHelp = new("Touchez la façon dont la personne participe; touchez encore pour l’enlever. Chaque personne peut aussi le dire elle-même.", "Tap how the person takes part; tap again to take it back. Everybody can also say so themselves.");
    public static readonly Text SaidInPerson = new("Ont dit\u00a0: en personne", "Said: in person");
    public static readonly Text SaidComing = new("Ont dit qu’elles et ils viennent, sans dire comment", "Said they are coming, not how");
    public static readonly Text SaidRemote = new("Ont dit\u00a0: à distance", "Said: remotely");
    public static readonly Text SaidNothing = new("Sans réponse, venues récemment", "No answer, there lately");
    public static readonly Text Found = new("Trouvées", "Found");
    public static readonly Text Regrets = new("Ne peut pas venir", "Cannot come");
    public static readonly Counted SaidRegrets = new(new("{0} personne ne peut pas venir", "{0} person cannot come"), new("{0} personnes ne peuvent pas venir", "{0} people cannot come"));
    public static readonly Text ModeOf = new("{0}, {1}", "{0}, {1}");
    public static readonly Text Guests = new("Personnes invitées", "Guests");
    public static readonly Text GuestsMore = new("Une personne invitée de plus, {0}", "One more guest, {0}");
    public static readonly Text GuestsManyMore = new("+5 personnes invitées, {0}", "+5 guests, {0}");
    public static readonly Text GuestsFewer = new("Une personne invitée de moins, {0}", "One guest fewer, {0}");
    public static readonly Text GuestNames = new("Noter un prénom", "Write down a first name");
    public static readonly Text GuestName = new("Prénom", "First name");
    public static readonly Text GuestNameHelp = new("Seulement si la personne le veut. Lu par l’animation et le comité exécutif, effacé un an après la rencontre. Compte une personne invitée de plus.", "Only if the person wants it. Read by facilitators and the executive committee, erased a year after the meeting. Counts one more guest.");
    public static readonly Text GuestMode = new("Façon de participer", "How they take part");
    public static readonly Text SaveGuest = new("Noter et compter", "Write down and count");
    public static readonly Text ForgetGuestHelp = new("Le nombre de personnes invitées ne change pas.", "The number of guests does not change.");
    public static readonly Text GuestsNamed = new("Prénoms de personnes invitées", "First names of guests");
    public static readonly Text GuestsNamedHelp = new("Lus par l’animation et le comité exécutif; effacés le {0}.", "Read by facilitators and the executive committee; erased on {0}.");

    public static readonly Text Troubles = new("En retard, ou à la porte", "Late, or at the door");
    public static readonly Text TroubleAt = new("{0}, à {1}", "{0}, at {1}");

    public static readonly Text ItemOf = new("Point {0} de {1}", "Item {0} of {1}");
    public static readonly Text AllItems = new("Tous les points", "All items");
    public static readonly Text NoItems = new("L’ordre du jour est vide.", "The agenda is empty.");
    public static readonly Text Now = new("En ce moment", "Now");
    public static readonly Text PreviousItem = new("Point précédent", "Previous item");
    public static readonly Text NextItem = new("Point suivant", "Next item");
    public static readonly Text GoOn = new("Passer au point {0}", "Go on to item {0}");
    public static readonly Text GoHere = new("Nous en sommes à ce point", "We are at this item");
    public static readonly Text MeetingIsAt = new("La rencontre en est au point {0}.", "The meeting is at item {0}.");
    public static readonly Text SeeIt = new("Y aller", "Go there");
    public static readonly Text ItemTime = new("{0}\u00a0min, {1}", "{0} min, {1}");
    public static readonly Text Left = new("reste {0}\u00a0min", "{0} min left");
    public static readonly Text Over = new("dépassé de {0}\u00a0min", "{0} min over");
    public static readonly Counted Present = new(new("{0} présence", "{0} present"), new("{0} présences", "{0} present"));
    public static readonly Text Unsent = new("La connexion est coupée\u00a0: le dernier geste n’est pas enregistré. Rien de ce que vous avez écrit n’est perdu; réessayez.", "The connection is down: your last tap was not saved. Nothing that you wrote is lost; try again.");
    public static readonly Text Search = new("Quelqu’un d’autre\u00a0: une partie du nom", "Somebody else: part of their name");
    public static readonly Text NobodyFound = new("Personne ne porte ce nom ici.", "Nobody here has that name.");

    public static readonly Text Note = new("Noter ce qui en ressort", "Write down what comes of it");
    public static readonly Text Kind = new("Qu’est-ce que c’est?", "What is it?");
    public static readonly Text What = new("En quelques mots", "In a few words");
    public static readonly Text Owner = new("Qui s’en charge (pour un suivi)", "Who takes it on (for an action)");
    public static readonly Text Due = new("Pour quand (pour un suivi)", "By when (for an action)");
    public static readonly Text SaveNote = new("Noter", "Write it down");
    public static readonly Text Strike = new("Enlever", "Take out");

    public static readonly Text ToApprove = new("Procès-verbaux à adopter", "Minutes to approve");
    public static readonly Text ToApproveHelp = new("Lisez-les ensemble; la page de chacun permet de noter son adoption.", "Read them together; each has a page where you can note its approval.");
    public static readonly Text Close = new("Terminer la rencontre", "End the meeting");
    public static readonly Text CloseAsk = new("Terminer la rencontre? Les présences et les notes ne changeront plus; ce qui manque ira dans le procès-verbal.", "End the meeting? Attendance and notes will no longer change; what is missing goes into the minutes.");

    public static readonly Text Minutes = new("Procès-verbal", "Minutes");
    public static readonly Text WriteLead = new("Le texte commence avec ce qui a été noté. Corrigez, ajoutez; une prochaine rencontre l’adoptera. Dès que vous l’enregistrez, les membres le lisent, avec la mention qu’il n’est pas encore adopté.", "The text begins with what was written down. Correct it, add to it; a later meeting will approve it. As soon as you save it members read it, marked as not yet approved.");
    public static readonly Text WriteHelp = new("Une ligne qui commence par # et un espace est un titre; par un tiret, un élément de liste. Une adresse qui commence par https:// devient un lien. Pour écrire un nom, il faut l’accord de la personne.", "A line that begins with # and a space is a heading; with a dash, a list item. An address that begins with https:// becomes a link. A name needs that person’s consent.");
    public static readonly Text TheText = new("Texte du procès-verbal", "Text of the minutes");
    public static readonly Text Save = new("Enregistrer le procès-verbal", "Save the minutes");
    public static readonly Text NotYetApproved = new("Ce procès-verbal n’est pas encore adopté. Une prochaine rencontre l’adoptera; d’ici là, il peut encore changer.", "These minutes are not yet approved. A later meeting will approve them; until then they can still change.");
    public static readonly Text Edit = new("Corriger le texte", "Edit the text");
    public static readonly Text Theirs = new("L’autre texte, déjà enregistré", "The other text, already saved");
    public static readonly Text CompareLead = new("Souligné\u00a0: nouveau. Barré\u00a0: enlevé.", "Underlined: new. Struck through: removed.");
    public static readonly Text Approve = new("Noter l’adoption", "Note the approval");
    public static readonly Text ApproveHelp = new("Une rencontre adopte le procès-verbal de la précédente. Ensuite, on n’y change plus rien.", "A meeting approves the minutes of the one before. After that, they can no longer change.");
    public static readonly Text ApproveWait = new("La prochaine rencontre pourra l’adopter, dès qu’elle aura commencé.", "The next meeting can approve them once it has begun.");
    public static readonly Text ApprovedAt = new("Adopté à la rencontre\u00a0:", "Approved at the meeting:");
    public static readonly Text ApprovedAtWhich = new("À quelle rencontre?", "At which meeting?");

    public static readonly Text DraftAttendance = new("{0} en personne, {1} à distance; personnes invitées\u00a0: {2}.", "{0} in person, {1} remotely; guests: {2}.");

    public static Text StateOf(MinutesState state) => state switch
    {
        MinutesState.Draft => new("Procès-verbal, à adopter", "Minutes, to be approved"),
        _ => new("Procès-verbal adopté", "Approved minutes"),
    };
}
