using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>What the pages of meetings say, before and around a meeting.</summary>
internal static class MeetingText
{
    public static readonly Text OpenTitle = new("Venez à la prochaine rencontre", "Come to the next meeting");
    public static readonly Text OpenWelcome = new("Elle est ouverte à tout le monde. Pas besoin d’être membre, ni de dire pourquoi vous venez.", "It is open to everybody. You need not be a member, or say why you are coming.");
    public static readonly Text OpenRemote = new("On peut aussi y participer à distance\u00a0: joignez-vous à nous, et le lien vous attendra dans votre espace.", "You can also take part remotely: join us, and the link will be waiting in your space.");
    public static readonly Text OpenCancelled = new("La rencontre du {0} est annulée.", "The meeting on {0} is cancelled.");
    public static readonly Text OpenNone = new("La prochaine rencontre ouverte à tout le monde sera annoncée ici.", "The next meeting that is open to everybody will be announced here.");
    public static readonly Text NextTitle = new("La prochaine rencontre", "The next meeting");
    public static readonly Text OnNow = new("En ce moment", "On now");
    public static readonly Text Go = new("Ouvrir la rencontre", "Open the meeting");
    public static readonly Text SeeAgenda = new("Voir l’ordre du jour", "See the agenda");
    public static readonly Text NoneTitle = new("La prochaine rencontre sera ici", "The next meeting will be here");
    // For a tab that others may see: which meeting, without what it is about.
    private static readonly Text meetingOn = new("Rencontre du {0}", "Meeting of {0}"), partOf = new("{0}, {1}", "{0}, {1}");

    public static readonly Text NoneWhy = new("Dès qu’elle sera annoncée, vous verrez ici la date, le lieu et ce qu’il y a à lire, et vous pourrez répondre en un geste.", "As soon as it is announced, you will see here when, where and what to read, and can answer in one tap.");
    public static readonly Text PromisedTitle = new("Vos suivis", "Your actions");
    public static readonly Text ThisWeek = new("Une rencontre cette semaine", "A meeting this week");
    public static readonly Text MinutesThisWeek = new("Un procès-verbal adopté", "Minutes that were approved");
    public static readonly Text Meetings = new("Rencontres", "Meetings");
    public static readonly Text ListLead = new("Nous nous rencontrons sur un pied d’égalité\u00a0: pour apprendre de ce que d’autres ont essayé, et pour agir ensemble sur le système.", "We meet as equals: to learn from what others have tried, and to change the system together.");
    public static readonly Text EmptyTitle = new("Vos rencontres paraîtront ici", "Your meetings will be here");
    public static readonly Text EmptyWhy = new("Une communauté vit de ses rencontres. Quand la prochaine sera annoncée, vous verrez la date, le lieu et ce qu’il y a à lire, et vous pourrez répondre en un geste.", "A community lives by its meetings. Once the next one is announced, you will see when, where and what to read, and can answer in one tap.");
    public static readonly Text PlanOne = new("Planifier une rencontre", "Plan a meeting");
    public static readonly Text Ahead = new("À venir", "Coming up");
    public static readonly Text NothingAhead = new("Aucune rencontre n’est annoncée pour le moment.", "No meeting is announced for now.");
    public static readonly Text Drafts = new("Brouillons", "Drafts");
    public static readonly Text PastDrafts = new("Brouillons dont le jour est passé", "Drafts whose day has passed");
    public static readonly Text PastDraftsHelp = new("Personne n’en a été prévenu. Si la rencontre a eu lieu, ouvrez-la pour la consigner; sinon, annulez-la.", "Nobody was told of them. If the meeting took place, open it to record it; otherwise, cancel it.");
    public static readonly Text BehindIn = new("Rencontres passées de {0}", "Past meetings in {0}");
    public static readonly Text Beside = new("En chiffres", "In figures");
    public static readonly Text OfThe = new(" du {0}", " of {0}");
    public static readonly Text Years = new("Années", "Years");
    public static readonly Text NothingThatYear = new("Aucune rencontre cette année-là.", "No meeting that year.");
    public static readonly Text Attendance = new("Les présences, rencontre par rencontre", "Attendance, meeting by meeting");
    public static readonly Text HasMinutes = new("Procès-verbal", "Minutes");
    public static readonly Text HasDraftMinutes = new("Procès-verbal à adopter", "Minutes to be approved");
    public static readonly Text ToResolve = new("Ont-elles eu lieu?", "Did they take place?");
    public static readonly Text ToResolveHelp = new("Le jour de ces rencontres est passé. Ouvrez chacune\u00a0: consignez-la et terminez-la, ou dites qu’elle n’a pas eu lieu.", "The day of these meetings is over. Open each: record it and end it, or say that it did not take place.");

    public static readonly Text WhenAndWhere = new("Quand et où", "When and where");
    public static readonly Text When = new("Quand", "When");
    public static readonly Text Moved = new("Ce n’est plus\u00a0:", "No longer:");
    public static readonly Text ZoneOfTimes = new("heure de Montréal", "Montréal time");
    public static readonly Text Where = new("Où", "Where");
    public static readonly Text Remotely = new("À distance", "Remotely");
    public static readonly Text Join = new("Se joindre à la vidéoconférence", "Join the video call");
    public static readonly Text NoLinkYet = new("Pas encore de lien ni de numéro; il en faut un pour annoncer la rencontre.", "No link or number yet; the meeting cannot be announced without one.");
    public static readonly Text LinkLater = new("Le lien et le numéro s’afficheront ici quand vous aurez dit que vous venez.", "The link and the number show here once you say that you are coming.");
    public static readonly Text ByPhone = new("Par téléphone\u00a0: {0}", "By telephone: {0}");
    public static readonly Text ForWhom = new("Pour qui", "For whom");
    public static readonly Text Guests = new("Tout le monde", "Everyone");
    public static readonly Text MembersOnly = new("Membres", "Members");
    public static readonly Text How = new("Comment", "How");
    public static readonly Text Documents = new("Documents", "Documents");
    public static readonly Text Reading = new("À lire avant", "To read before");
    public static readonly Text Agenda = new("Ordre du jour", "Agenda");
    public static readonly Text NoAgenda = new("L’ordre du jour est encore vide.", "The agenda is still empty.");
    public static readonly Text MinutesOf = new("{0}\u00a0min", "{0} min");
    public static readonly Text ThePractice = new("La pratique\u00a0:", "The practice:");

    public static readonly Text AddToCalendar = new("Ajouter à mon calendrier", "Add to my calendar");
    public static readonly Text AreYouComing = new("Venez-vous?", "Are you coming?");
    public static readonly Text YourAnswer = new("Votre réponse\u00a0: {0}. Vous pouvez la changer.", "Your answer: {0}. You can change it.");
    public static readonly Text WhichWay = new("En personne ou à distance?", "In person or remotely?");
    public static readonly Text WhichWayHelp = new("Votre calendrier a répondu que vous venez, sans pouvoir dire comment.", "Your calendar answered that you are coming; it cannot say how.");
    public static readonly Text ComesSomehow = new("Vient", "Coming");
    public static readonly Text AskedAgain = new("La rencontre a changé depuis votre réponse", "The meeting has changed since you answered");
    public static readonly Text ToConfirm = new("Vous aviez répondu\u00a0: {0}. Le jour, l’heure, le lieu ou la façon de participer n’est plus le même. Votre réponse est à confirmer\u00a0: venez-vous?", "You had answered: {0}. The day, the time, the place or the way to take part is no longer the same. Your answer is to be confirmed: are you coming?");
    public static readonly Text CountToConfirm = new("à confirmer\u00a0: {0}", "to be confirmed: {0}");
    public static readonly Text IsToConfirm = new("à confirmer", "to be confirmed");
    public static readonly Text WhoComes = new("Qui vient", "Who is coming");
    public static readonly Text NobodyYet = new("Personne n’a encore répondu.", "Nobody has answered yet.");
    public static readonly Text Names = new("Voir les noms", "See the names");
    public static readonly Text NamesHelp = new("Tous les noms, pour l’animation, le comité exécutif et le secrétariat seulement.", "All names, for facilitators, the executive committee and the secretary only.");
    public static readonly Text NamesShown = new("Les personnes qui ont choisi de se montrer aux autres membres.", "People who chose to be seen by other members.");
    public static readonly Text AMember = new("Une personne membre", "A member");
    public static readonly Text PrintedOn = new("Imprimé le {0}", "Printed on {0}");
    public static readonly Text You = new("Vous", "You");

    public static readonly Text Promised = new("Suivis en cours", "Open actions");
    public static readonly Text PromisedHelp = new("Les suivis des rencontres précédentes qui ne sont pas encore faits.", "Actions from earlier meetings that are not done yet.");
    public static readonly Text Until = new("pour le", "by");
    public static readonly Text Overdue = new("En retard", "Overdue");
    public static readonly Text DueToday = new("Aujourd’hui", "Today");
    public static readonly Text DueSoon = new("Bientôt", "Soon");
    public static readonly Text Settle = new("C’est fait", "It is done");
    public static readonly Text IsDone = new("Fait", "Done");
    public static readonly Text At = new("Décidé à la rencontre\u00a0:", "Decided at the meeting:");

    public static readonly Text ForYou = new("Pour l’animation", "For facilitators");
    public static readonly Text Revise = new("Revoir le plan", "Revise the plan");
    public static readonly Text Announce = new("Annoncer aux membres", "Announce to members");
    public static readonly Text AnnounceHelp = new("C’est un brouillon\u00a0: seuls l’animation et le comité exécutif le lisent; le calendrier des membres en dit l’heure, «\u00a0à confirmer\u00a0». Une fois la rencontre annoncée, chaque membre la verra.", "This is a draft: only facilitators and the executive committee read it; members’ calendars say its time, “to be confirmed”. Once the meeting is announced, every member sees it.");
    public static readonly Text Begin = new("Commencer la rencontre", "Begin the meeting");
    public static readonly Text BeginUndo = new("On peut revenir en arrière tant que rien n’est noté.", "You can go back as long as nothing is written down.");
    public static readonly Text BeginEarlyAsk = new("Cette rencontre est prévue le {0}. La commencer dès maintenant? Les membres ne pourront plus répondre à l’invitation.", "This meeting is planned for {0}. Begin it already? Members will no longer be able to answer the invitation.");
    public static readonly Text Run = new("Animer la rencontre", "Run the meeting");
    public static readonly Text Cancel = new("Annuler la rencontre", "Cancel the meeting");
    public static readonly Text CancelAsk = new("Annuler la rencontre? Les membres verront qu’elle est annulée, et pourquoi.", "Cancel the meeting? Members will see that it is cancelled, and why.");
    public static readonly Text CancelDraftAsk = new("Annuler ce brouillon? Personne ne recevra de courriel\u00a0: il n’a pas été annoncé. Ses fichiers, s’il en a, sont effacés.", "Cancel this draft? Nobody gets a message: it was not announced. Its files, if it has any, are erased.");
    public static readonly Text Why = new("Pourquoi?", "Why?");
    public static readonly Text CancelledBecause = new("Cette rencontre est annulée\u00a0: {0}", "This meeting is cancelled: {0}");
    public static readonly Text NotHeldBecause = new("Cette rencontre n’a pas eu lieu\u00a0: {0}", "This meeting did not take place: {0}");
    public static readonly Text WithdrawnBySeries = new("Ce brouillon a été retiré\u00a0: sa série n’a pas de rencontre à cette date.", "This draft was withdrawn: its series has no meeting on that date.");
    public static readonly Text Restore = new("Reprendre ce brouillon", "Take up this draft again");
    public static readonly Text IsPast = new("Le jour de cette rencontre est passé.", "The day of this meeting is over.");
    public static readonly Text DidItTakePlace = new("A-t-elle eu lieu?", "Did it take place?");
    public static readonly Text RecordHelp = new("Si oui, notez qui y était et ce qui en est ressorti, puis terminez-la\u00a0: son procès-verbal pourra être rédigé.", "If so, write down who was there and what came of it, then end it: its minutes can then be written.");
    public static readonly Text RecordDraftHelp = new("Le début de ce brouillon est passé. Si la rencontre a eu lieu, notez qui y était et ce qui en est ressorti\u00a0: chaque membre la verra. Sinon, choisissez un autre jour, ou annulez-la.", "The start of this draft has passed. If the meeting took place, write down who was there and what came of it: every member will see it. If not, choose another day, or cancel it.");
    public static readonly Text Record = new("Elle a eu lieu\u00a0: la consigner", "It took place: record it");
    public static readonly Text NotHeld = new("Elle n’a pas eu lieu", "It did not take place");
    public static readonly Text NotHeldAsk = new("Dire qu’elle n’a pas eu lieu? Les membres le verront, et pourquoi.", "Say that it did not take place? Members will see that, and why.");
    public static readonly Text Back = new("Retour à la rencontre", "Back to the meeting");

    public static readonly Counted SaidSo = new(new("{0} personne", "{0} person"), new("{0} personnes", "{0} people"));
    public static readonly Text MovedState = new("Déplacée", "Moved");
    public static readonly Text TroubleTitle = new("Un contretemps?", "A hitch?");
    public static readonly Text TroubleHelp = new("L’animation et le comité exécutif le voient. C’est effacé dès que vous y êtes, à la fin de la rencontre ou du jour.", "Facilitators and the executive committee see it. It is erased once you are there, or the meeting or the day is over.");
    public static readonly Text TroubleTold = new("L’animation et le comité exécutif le voient\u00a0: {0}. Touchez encore pour l’enlever.", "Facilitators and the executive committee can see it: {0}. Tap again to take it back.");

    public static readonly Text IAmHere = new("Vous y êtes?", "Are you there?");
    public static readonly Text HereInPerson = new("J’y suis en personne", "I am there in person");
    public static readonly Text HereRemote = new("J’y suis à distance", "I am there remotely");
    public static readonly Text YouAreHere = new("C’est noté\u00a0: {0}.", "Noted: {0}.");
    public static readonly Text WereYouThere = new("Vous y étiez?", "Were you there?");
    public static readonly Text WasInPerson = new("J’y étais en personne", "I was there in person");
    public static readonly Text WasRemote = new("J’y étais à distance", "I was there remotely");
    public static readonly Text NotThere = new("Finalement, non", "No, after all");
    public static readonly Text SeeMinutes = new("Lire le procès-verbal", "Read the minutes");
    public static readonly Text MinutesToCome = new("Le procès-verbal sera ici dès qu’il sera rédigé.", "The minutes will be here as soon as they are written.");
    public static readonly Text WriteMinutes = new("Rédiger le procès-verbal", "Write the minutes");
    public static readonly Text FromBefore = new("Cette rencontre a eu lieu avant que la communauté tienne ses registres ici.", "This meeting was held before the community kept its records here.");
    public static readonly Text PresentThen = new("Personnes présentes\u00a0: {0}.", "People present: {0}.");
    public static readonly Text NotesFromBefore = new("Notes reprises telles quelles", "Notes brought along as they were");
    public static readonly Text SeeNotes = new("Lire les notes", "Read the notes");
    public static readonly Text Came = new("{0} en personne, {1} à distance", "{0} in person, {1} remotely");

    public static Text CountOf(RsvpAnswer answer, int count) => answer switch
    {
        RsvpAnswer.InPerson => new($"{count} en personne", $"{count} in person"),
        RsvpAnswer.Remote => new($"{count} à distance", $"{count} remotely"),
        _ => new Counted(new("{0} ne peut pas venir", "{0} cannot come"), new("{0} ne peuvent pas venir", "{0} cannot come")).For(count),
    };

    public static Text NameOf(TroubleKind kind) => kind switch
    {
        TroubleKind.Late => new("en retard", "late"),
        _ => new("n’arrive pas à entrer", "cannot get in"),
    };

    public static Text NameOf(MeetingStanding standing) => standing switch
    {
        MeetingStanding.Draft => new("Brouillon", "Draft"),
        MeetingStanding.Announced => new("Annoncée", "Announced"),
        MeetingStanding.Unresolved => new("Passée", "Past"),
        MeetingStanding.InProgress => new("En cours", "In progress"),
        MeetingStanding.BeingRecorded => new("À terminer", "To be ended"),
        MeetingStanding.Closed => new("Terminée", "Over"),
        MeetingStanding.NotHeld => new("N’a pas eu lieu", "Did not take place"),
        _ => new("Annulée", "Cancelled"),
    };

    public static IReadOnlyList<Confirmation> Done { get; } =
    [
        new("meeting.planned", new("Le plan est enregistré.", "The plan is saved.")),
        new("meeting.announced", new("La rencontre est annoncée\u00a0: les membres la voient.", "The meeting is announced: every member can see it.")),
        new("meeting.answered", new("Merci! Votre réponse est notée.", "Thank you! Your answer is noted.")),
        new("meeting.begun", new("La rencontre est commencée.", "The meeting has begun.")),
        new("meeting.not-begun-after-all", new("C’est noté\u00a0: elle n’a pas commencé.", "Noted: it has not begun.")),
        new("meeting.recorded", new("C’est noté\u00a0: elle a eu lieu.", "Noted: it took place.")),
        new("meeting.absent", new("Votre absence est notée.", "Your absence is noted.")),
        new("meeting.present", new("Votre présence est notée.", "Your presence is noted.")),
        new("meeting.guest-forgotten", new("Le prénom est effacé.", "The first name is erased.")),
        new("meeting.at-item", new("C’est noté\u00a0: voici le point.", "Noted: here is the item.")),
        new("meeting.told", new("L’animation le voit.", "Facilitators can see it.")),
        new("meeting.untold", new("C’est enlevé.", "It is taken back.")),
        new("meeting.noted", new("C’est noté.", "It is noted.")),
        new("meeting.settled", new("C’est noté. Merci!", "It is noted. Thank you!")),
        new("meeting.ended", new("La rencontre est terminée. Le procès-verbal peut être rédigé.", "The meeting is over. Its minutes can be written.")),
        new("meeting.minutes-saved", new("Le procès-verbal est enregistré\u00a0: les membres peuvent le lire.", "The minutes are saved: every member can read them.")),
        new("meeting.minutes-adopted", new("L’adoption du procès-verbal est notée.", "The approval of the minutes is noted.")),
        new("meeting.called-off", new("La rencontre est annulée.", "The meeting is cancelled.")),
        new("meeting.restored", new("Le brouillon est de retour.", "The draft is back.")),
        new("meeting.not-held", new("C’est noté\u00a0: elle n’a pas eu lieu.", "Noted: it did not take place.")),
        BalanceText.Done,
    ];

    /// <summary>A meeting as its tab calls it.</summary>
    public static Text TabOf(Meeting meeting) => meetingOn.With(DayOf(meeting));

    /// <summary>A page about a meeting as its tab calls it.</summary>
    public static Text TabOf(Text page, Meeting meeting) => partOf.With(page, DayOf(meeting));

    private static Text DayOf(Meeting meeting)
    {
        var day = DateOnly.FromDateTime(meeting.Plan.Start);
        return new(Dates.Day(day, Language.French), Dates.Day(day, Language.English));
    }
}
