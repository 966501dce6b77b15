namespace RecoveryCoP.Chapter.Meetings;

/// <summary>What the form of a plan says.</summary>
internal static class PlanText
{
    public static readonly Text Lead = new("Un titre, un jour et une heure suffisent pour un brouillon. Rien n’est montré aux membres avant que vous n’annonciez la rencontre.", "A title, a day and a time are enough for a draft. Nothing is shown to members until you announce the meeting.");
    public static readonly Text AnnouncedLead = new("Cette rencontre est annoncée\u00a0: ce que vous enregistrez se voit tout de suite. Si le jour, l’heure ou le lieu change, on redemande à chaque personne si elle vient.", "This meeting is announced: what you save is seen at once. If the day, the time or the place changes, everybody is asked again whether they are coming.");
    public static readonly Text BegunLead = new("Cette rencontre est commencée\u00a0: changez le lieu, le lien ou le téléphone, ou ajoutez des points. Le reste ne change plus.", "This meeting has begun: change the place, the link or the telephone number, or add items. The rest no longer changes.");
    public static readonly Text Title = new("Titre", "Title");
    public static readonly Text TitleHelp = new("Exemple\u00a0: «\u00a0Rencontre de mai\u00a0: les plans de rétablissement\u00a0».", "Example: “May meeting: recovery plans”.");
    public static readonly Text Language = new("Langue de l’ordre du jour", "Language of the agenda");
    public static readonly Text Date = new("Jour", "Day");
    public static readonly Text DateHelp = new("Par exemple 2026-03-02.", "For example 2026-03-02.");
    public static readonly Text Time = new("Heure du début", "Start time");
    public static readonly Text TimeHelp = new("Sur 24 heures, à l’heure de Montréal. Par exemple 18:30.", "24-hour clock, Montréal time. For example 18:30.");
    public static readonly Text Minutes = new("Durée, en minutes", "Length, in minutes");
    public static readonly Text Ways = new("Où et comment", "Where and how");
    public static readonly Text WaysAre = new("Où et comment\u00a0: {0}", "Where and how: {0}");
    public static readonly Text Mode = new("Comment participer", "How to take part");
    public static readonly Text Place = new("Lieu", "Place");
    public static readonly Text PlaceHelp = new("Avec ce qu’il faut pour y arriver\u00a0: étage, porte, accès en fauteuil roulant.", "With what people need to get there: floor, door, wheelchair access.");
    public static readonly Text VideoLink = new("Lien de la vidéoconférence", "Video link");
    public static readonly Text VideoHelp = new("Aucune page publique ne le montre.", "No public page shows it.");
    public static readonly Text LinkFor = new("Qui voit ce lien et ce numéro", "Who sees this link and this number");
    public static readonly Text Phone = new("Numéro de téléphone à composer", "Telephone number to call in");
    public static readonly Text PhoneHelp = new("Pour les personnes qui n’ont pas une bonne connexion.", "For those without a good connection.");
    public static readonly Text OpenToGuests = new("Ouverte au public\u00a0: elle paraît sur la page d’accueil publique, avec les titres de l’ordre du jour. Qui dit venir et confirme son adresse reçoit le lien la veille.", "Open to everyone: it appears on the public home page, with the titles of its agenda. Whoever says they are coming and confirms their address gets the link the day before.");
    public static readonly Text Readings = new("À lire avant", "To read before");
    public static readonly Text Reading = new("Lecture {0}", "Reading {0}");
    public static readonly Text ReadingTitle = new("Titre de la lecture {0}", "Title of reading {0}");
    public static readonly Text ReadingLink = new("Lien de la lecture {0}", "Link of reading {0}");
    public static readonly Text AddReading = new("Ajouter une lecture", "Add a reading");
    public static readonly Text RemoveReading = new("Enlever la lecture {0}", "Remove reading {0}");
    public static readonly Text Items = new("Ordre du jour", "Agenda");
    public static readonly Text ItemsHelp = new("Une ligne laissée vide n’est pas conservée.", "A row left empty is not kept.");
    public static readonly Text Item = new("Point {0}", "Item {0}");
    public static readonly Text ItemTitle = new("Sujet du point {0}", "Subject of item {0}");
    public static readonly Text Stream = new("Volet du point {0}", "Stream of item {0}");
    public static readonly Text Kind = new("Ce qu’on fait au point {0}", "What people do in item {0}");
    public static readonly Text ItemMinutes = new("Minutes du point {0}", "Minutes of item {0}");
    public static readonly Text Presenter = new("Qui présente le point {0}", "Who presents item {0}");
    public static readonly Text Practice = new("Pratique liée au point {0}", "Practice linked to item {0}");
    public static readonly Text ItemDetails = new("Ce qu’on y fait, pratique liée", "What people do, linked practice");
    public static readonly Text AsLastTime = new("Comme la dernière fois", "As last time");
    public static readonly Text BeginWithModel = new("Commencer par un ordre du jour type", "Begin with a model agenda");
    public static readonly Text BeginWith = new("Commencer par «\u00a0{0}\u00a0»", "Begin with “{0}”");
    public static readonly Text BeginWithIt = new("Commencer par celui-ci", "Begin with this one");
    public static readonly Text AddItem = new("Ajouter un point", "Add an item");
    public static readonly Text Up = new("Monter le point {0}", "Move item {0} up");
    public static readonly Text Down = new("Descendre le point {0}", "Move item {0} down");
    public static readonly Text Remove = new("Enlever le point {0}", "Remove item {0}");
    public static readonly Text Offers = new("Ce que des membres proposent", "What members propose");
    public static readonly Text OffersHelp = new("Les volets qui ont eu le moins de temps viennent d’abord. Ajouter un sujet n’enregistre rien encore\u00a0: changez-en la durée ou le titre comme vous voulez.", "Streams that have had the least time come first. Adding a topic saves nothing yet: change its length or its title as you like.");
    public static readonly Text TakeUp = new("Ajouter «\u00a0{0}\u00a0»", "Add “{0}”");
    public static readonly Text Save = new("Enregistrer le plan", "Save the plan");
    public static readonly Text Theirs = new("L’autre plan, déjà enregistré", "The other plan, already saved");
}
