using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Founding;

/// <summary>What the pages after the founding say, and the verb that does the same.</summary>
internal static class FoundingPathText
{
    public const string Told = "founding.told", Kept = "founding.answer-kept";

    public static readonly Text Step = new("Fondation, étape {0} sur {1}", "Setting up, step {0} of {1}");
    public static readonly Text CanWait = new("Chaque réponse est gardée. Vous pouvez fermer cette page et reprendre plus tard depuis l’accueil.", "Each answer is kept. You can close this page and go on later from the home page.");
    public static readonly Text GoOn = new("Continuer", "Go on");
    public static readonly Text Earlier = new("Étape précédente", "Previous step");

    public static readonly Text TemplateTitle = new("De quoi partir?", "What to begin with?");
    public static readonly Text TemplateLead = new("Un modèle apporte une charte, des ordres du jour, les premières rencontres, des sujets et des textes. Vous changez ensuite ce que vous voulez. Rien n’est fait avant que vous ayez vu la liste.", "A template brings a charter, agendas, the first meetings, topics and texts. You then change what you like. Nothing is made before you have seen the list.");
    public static readonly Text Template = new("Votre point de départ", "Your starting point");
    public static readonly Text TemplateName = new("{0}, version {1}", "{0}, version {1}");
    public static readonly Text None = new("Sans modèle", "Without a template");
    public static readonly Text NoneHelp = new("La communauté commence vide. Vous pourrez prendre un modèle plus tard.", "The community begins empty. You can take a template later.");
    public static readonly Text FromFile = new("Un modèle en fichier", "A template in a file");
    public static readonly Text FromFileWhy = new("Quelqu’un vous a donné un modèle? Envoyez-le ici, puis choisissez-le dans la liste.", "Did somebody give you a template? Send it here, then choose it from the list.");
    public static readonly Text Send = new("Envoyer le fichier", "Send the file");

    public static readonly Text MeetingTitle = new("Votre première rencontre", "Your first meeting");
    public static readonly Text MeetingLead = new("Dans ce modèle, les rencontres ont lieu ainsi\u00a0: {0}. Les suivantes seront à la même heure et au même endroit.", "In this template, meetings are held like this: {0}. The following ones will be at the same time and place.");
    public static readonly Text Date = new("Date de la première rencontre", "Date of the first meeting");
    public static readonly Text DateHelp = new("Laissez-vous le temps d’inviter. Par exemple 2026-03-17.", "Leave yourself time to invite people. For example 2026-03-17.");
    public static readonly Text Time = new("Heure", "Time");
    public static readonly Text OwnDays = new("Les suivantes suivent cette date, et non celle du modèle", "The following ones go by this date, not the template’s");
    public static readonly Text OwnDaysHelp = new("Par exemple, si la première est un deuxième jeudi du mois, les suivantes aussi.", "For example, when the first one is on a second Thursday of the month, so are the others.");
    public static readonly Text PlaceHelp = new("Laissez vide si l’on se voit seulement par vidéo.", "Leave empty if you meet by video only.");
    public static readonly Text VideoHelp = new("Laissez vide si l’on se voit seulement en personne.", "Leave empty if you meet in person only.");
    public static readonly Text Leads = new("J’anime les rencontres", "I lead the meetings");
    public static readonly Text LeadsHelp = new("Vous pourrez annoncer la première. D’autres personnes pourront aussi recevoir ce rôle.", "You can then announce the first one. Other people can be given this role too.");

    public static readonly Text HubTitle = new("Rejoindre le réseau?", "Join the network?");
    public static readonly Text HubLead = new("Un carrefour relie les communautés\u00a0: vous y recevez leurs pratiques et partagez les vôtres. Son équipe vous donne un code et une adresse. Sans code, passez cette étape; vous la ferez quand vous voudrez.", "A hub links communities: you receive their practices and share yours. Its operator gives you a code and an address. Without a code, skip this step; you can do it whenever you like.");
    public static readonly Text Skip = new("Plus tard", "Later");

    public static readonly Text PreviewTitle = new("Voici ce qui sera fait", "This is what will be made");
    public static readonly Text PreviewLead = new("Rien n’est encore fait. Tout pourra être changé ensuite, ou annulé d’un coup.", "Nothing is made yet. All of it can be changed afterwards, or undone at once.");
    public static readonly Text LeadsToo = new("Vous recevez le rôle d’animation.", "You get the role of facilitator.");
    public static readonly Text CharterToo = new("La charte du modèle devient celle de la communauté. On vous demandera ensuite de l’accepter.", "The template’s charter becomes the community’s. You will then be asked to accept it.");
    public static readonly Text Make = new("Tout faire", "Make it all");
    public static readonly Text ChangeTemplate = new("Changer de modèle", "Change the template");
    public static readonly Text ChangeMeeting = new("Changer la première rencontre", "Change the first meeting");
    public static readonly Text OnDate = new("{0}\u00a0: {1}", "{0}: {1}");
    public static readonly Text SeriesLine = new("{0}\u00a0: {1}. Les premières\u00a0: {2}.", "{0}: {1}. The first ones: {2}.");
    public static readonly Text AtPlace = new("{0} {1}", "{0} {1}");
    public static readonly Text KindAndLine = new("{0}\u00a0: {1}", "{0}: {1}");
    public static readonly Text Balance = new("La part des ordres du jour que l’on vise pour les pratiques, le système et la vie de la communauté.", "The share of agendas that is aimed at for practice, the system and the community’s own life.");
    public static readonly Text HubToo = new("La communauté est ensuite reliée au carrefour.", "The community is then linked to the hub.");
    public static readonly Text HubsTemplate = new("Le modèle du carrefour\u00a0: il est demandé au moment de fonder. template-fetch dit d’avance ce que le carrefour offre.", "The hub’s template: it is asked for when the community is set up. template-fetch says beforehand what the hub offers.");
    public static readonly Text NothingMade = new("Sans modèle\u00a0: la communauté commence vide.", "Without a template: the community begins empty.");
    public static readonly Text MadeAll = new("C’est fait\u00a0: {0} éléments du modèle.", "Done: {0} items of the template.");
    public static readonly Text MadeSome = new("C’est fait\u00a0: {0} éléments du modèle; {1} n’ont pas pu l’être. La page «\u00a0Notre modèle\u00a0» dit pourquoi.", "Done: {0} items of the template; {1} could not be made. The page “Our template” says why.");

    public static readonly Text MakingTitle = new("Votre communauté se prépare", "Your community is being prepared");
    public static readonly Text UndoingTitle = new("Le modèle est en train d’être annulé", "The template is being undone");
    public static readonly Text HowFar = new("{0} sur {1}", "{0} of {1}");
    public static readonly Text HowFarWhat = new("éléments sont faits", "items are made");
    public static readonly Text LeftWhat = new("éléments restent à enlever", "items are still to be removed");
    public static readonly Text Reloads = new("Cette page se recharge automatiquement. Vous pouvez aussi la fermer\u00a0: le travail continue.", "This page reloads automatically. You can also close it: the work goes on.");
    public static readonly Text Look = new("Voir où cela en est", "See how far it is");
    public static readonly Text Stuck = new("Si le nombre ne change plus, vérifiez qu’il reste de la place sur le serveur, puis choisissez «\u00a0Reprendre\u00a0».", "If the number no longer changes, check that there is room on the server, then choose “Go on”.");
    public static readonly Text Resume = new("Reprendre", "Go on");

    public static readonly Text MadeTitle = new("Votre communauté est prête", "Your community is ready");
    public static readonly Text MadeLead = new("Il reste à l’annoncer et à inviter.", "What is left is to announce it and to invite people.");
    public static readonly Text EmptyLead = new("Elle commence sans modèle.", "It begins without a template.");
    public static readonly Text Announce = new("Relire et annoncer la première rencontre", "Read over and announce the first meeting");
    public static readonly Text AnnounceOf = new("{0}, {1}", "{0}, {1}");
    public static readonly Text GiveRoles = new("Dire qui anime", "Say who facilitates");
    public static readonly Text GiveRolesWhy = new("Qui anime peut annoncer la première rencontre, qui est prête.", "Who facilitates can announce the first meeting, which is ready.");
    public static readonly Text Invite = new("Inviter", "Invite people");
    public static readonly Text InviteWhy = new("Par courriel, par lien ou par une carte imprimée.", "By email, by a link or by a printed card.");
    public static readonly Text See = new("Voir tout ce qui a été fait, ou l’annuler", "See all that was made, or undo it");
    public static readonly Text SeeWhy = new("La page «\u00a0Notre modèle\u00a0» montre chaque élément.", "The page “Our template” shows each item.");
    public static readonly Text TakeTemplate = new("Partir tout de même d’un modèle", "Begin from a template after all");
    public static readonly Text Home = new("Aller à l’accueil", "Go to the home page");
    public static readonly Text HomeWhy = new("Vous y trouverez la liste des premiers jours.", "The list of the first days is there.");
    public static readonly Text NotMade = new("N’a pas pu être fait", "Could not be made");

    public static IReadOnlyList<Confirmation> Confirmations { get; } =
    [
        new("founding.file-sent", new("Le fichier est lu. Il est maintenant dans la liste.", "The file is read. It is in the list now.")),
        new(Kept, new("C’est noté.", "Noted.")),
        new(Told, new("Quelqu’un l’a déjà demandé. Une seule fois suffit.", "Somebody has asked for it already. Once is enough.")),
    ];

    public static IReadOnlyList<RefusalText> Refusals { get; } =
    [
        new("founding.template-missing", new("Choisissez un modèle, ou «\u00a0Sans modèle\u00a0».", "Choose a template, or “Without a template”.")),
        new("founding.template-not-there", new("Il n’y a ni dossier ni fichier à cet endroit. Vérifiez le chemin, ou écrivez built-in ou none.", "There is neither a folder nor a file at that place. Check the path, or write built-in or none.")),
        new("founding.answer-too-long", new("Une réponse dépasse {0} caractères. Raccourcissez-la.", "An answer is longer than {0} characters. Shorten it.")),
        new("founding.date-unclear", new("Écrivez la date ainsi\u00a0: 2026-03-17.", "Write the date like this: 2026-03-17.")),
        new("founding.time-unclear", new("Écrivez l’heure ainsi\u00a0: 18:30.", "Write the time like this: 18:30.")),
        new("founding.date-past", new("Ce moment est passé. Choisissez une date à venir.", "That moment is past. Choose a date to come.")),
        new("founding.date-far", new("C’est dans plus d’un an. Choisissez une date plus proche.", "That is more than a year away. Choose a closer date.")),
        new("founding.date-not-in-series", new("Ce jour n’est pas une date du modèle. Les prochaines\u00a0: {0}. Choisissez-en une, ou dites que les rencontres suivent votre date.", "That day is not one of the template’s dates. The next ones: {0}. Choose one of them, or say that meetings go by your date.")),
        new("founding.date-holiday", new("Ce jour est férié, et cette série n’a pas de rencontre les jours fériés. Choisissez une autre date.", "That day is a public holiday, on which this series has no meeting. Choose another date.")),
        new("founding.place-missing", new("Dites où\u00a0: un lieu, le lien d’une vidéoconférence, ou les deux.", "Say where: a place, the link of a video call, or both.")),
        new("founding.hub-has-none", new("Aucun modèle d’un carrefour que cette communauté puisse prendre n’est là. Donnez --hub-code et --hub-address, ou choisissez built-in.", "There is no template of a hub that this community can take. Give --hub-code and --hub-address, or choose built-in.")),
        new("founding.hub-has-several", new("Le carrefour offre plusieurs modèles. Écrivez l’un de ces mots\u00a0: {0}.", "The hub offers several templates. Write one of these words: {0}.")),
        new("founding.choice-unknown", new("Écrivez l’un de ces mots\u00a0: {0}.", "Write one of these words: {0}.")),
        new("founding.preview-stale", new("Quelque chose a changé depuis que vous avez lu la liste. La voici à jour\u00a0: relisez-la.", "Something has changed since you read the list. Here it is up to date: read it again.")),
    ];
}
