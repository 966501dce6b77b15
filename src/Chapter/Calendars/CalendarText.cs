using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Calendars;

/// <summary>What the page of one's calendar says.</summary>
internal static class CalendarText
{
    public static readonly Text Title = new("Votre calendrier", "Your calendar");
    public static readonly Text Why = new("Voir les rencontres dans votre calendrier, avec leurs changements", "See the meetings in your own calendar, with their changes");
    public static readonly Text Lead = new(
        "Votre calendrier, sur votre téléphone ou votre ordinateur, peut montrer les rencontres. Il en dit le moins possible\u00a0: «\u00a0Rencontre\u00a0», l’heure et la rue; et le lien ou le numéro pour y participer, si tous les membres peuvent les voir.",
        "The calendar on your phone or computer can show the meetings. It says as little as it can: “Meeting”, the time and the street; and the link or number for taking part, if every member may see them.");
    public static readonly Text Slow = new(
        "Les calendriers se mettent à jour quand ils veulent\u00a0: un jour de retard est normal. Si une rencontre change, c’est le courriel qui compte.",
        "Calendars update when they like: a day’s delay is normal. If a meeting changes, the email is what counts.");
    public static readonly Text Drafts = new(
        "Une rencontre qui n’est pas encore annoncée y est «\u00a0à confirmer\u00a0». Une rencontre annulée y reste 30\u00a0jours, marquée «\u00a0Annulée\u00a0».",
        "A meeting that is not yet announced is “to be confirmed”. A cancelled one stays for 30 days, marked “Cancelled”.");
    public static readonly Text Make = new("Créer mon adresse secrète", "Make my secret address");
    public static readonly Text MakeWhy = new("L’adresse est pour vous seulement\u00a0: toute personne qui l’a voit les rencontres, sans s’identifier, et peut s’y joindre.", "The address is for you alone: whoever has it sees the meetings without signing in, and can join them.");
    public static readonly Text Address = new("Votre adresse secrète", "Your secret address");
    public static readonly Text AddressHelp = new(
        "Ne la donnez à personne, et ne la collez que dans un calendrier. Une entreprise qui tient votre calendrier (Google, Apple, Microsoft) la connaît, voit les rencontres et pourrait s’y joindre.",
        "Give it to nobody, and paste it only into a calendar. A company that keeps your calendar (Google, Apple, Microsoft) knows it, sees the meetings and could join them.");
    public static readonly Text Open = new("L’ouvrir dans mon calendrier", "Open it in my calendar");
    public static readonly Text Unshown = new(
        "Votre adresse fonctionne encore, mais ce serveur ne peut plus la montrer\u00a0: il a été rétabli d’une sauvegarde. Renouvelez-la pour en voir une.",
        "Your address still works, but this server can no longer show it: it was restored from a backup. Renew it to see one.");
    public static readonly Text HowTitle = new("L’ajouter à votre calendrier", "Add it to your calendar");
    public static readonly Text Apple = new("Apple (iPhone, iPad, Mac)", "Apple (iPhone, iPad, Mac)");
    public static readonly Text AppleHow = new("Ouvrez le lien ci-dessus, puis touchez S’abonner.", "Open the link above, then tap Subscribe.");
    public static readonly Text Google = new("Google Agenda", "Google Calendar");
    public static readonly Text GoogleHow = new(
        "Sur un ordinateur, à côté de «\u00a0Autres agendas\u00a0», choisissez\u00a0+, puis «\u00a0À partir de l’URL\u00a0», et collez l’adresse.",
        "On a computer, beside “Other calendars”, choose +, then “From URL”, and paste the address.");
    public static readonly Text Outlook = new("Outlook", "Outlook");
    public static readonly Text OutlookHow = new(
        "Dans le calendrier, choisissez «\u00a0Ajouter un calendrier\u00a0», puis «\u00a0S’abonner à partir du web\u00a0», et collez l’adresse.",
        "In the calendar, choose “Add calendar”, then “Subscribe from web”, and paste the address.");
    public static readonly Text Thunderbird = new("Thunderbird", "Thunderbird");
    public static readonly Text ThunderbirdHow = new(
        "Choisissez «\u00a0Nouvel agenda\u00a0», puis «\u00a0Sur le réseau\u00a0», et collez l’adresse.", "Choose “New Calendar”, then “On the Network”, and paste the address.");
    public static readonly Text ChangeTitle = new("Changer ou arrêter", "Change or stop");
    public static readonly Text Renew = new("Renouveler l’adresse", "Renew the address");
    public static readonly Text RenewAsk = new(
        "Vous recevrez une nouvelle adresse, et l’ancienne cessera de fonctionner tout de suite\u00a0: il faudra ajouter la nouvelle à votre calendrier.",
        "You will get a new address, and the old one will stop working at once: you will have to add the new one to your calendar.");
    public static readonly Text End = new("Arrêter", "Stop");
    public static readonly Text EndAsk = new(
        "L’adresse cessera de fonctionner tout de suite. Ce que votre calendrier a déjà pris y reste peut-être\u00a0: enlevez-y aussi l’abonnement.",
        "The address will stop working at once. What your calendar has already taken may stay there: remove the subscription there too.");

    public static readonly Text OpenTitle = new("Dans votre calendrier", "In your calendar");
    public static readonly Text OpenLead = new("Les rencontres ouvertes à tout le monde, avec leurs changements. Vous n’avez rien à dire de vous.", "The meetings that are open to everybody, with their changes. You need not say anything of yourself.");
    public static readonly Text OpenFollow = new("S’abonner à ces rencontres", "Subscribe to these meetings");
    public static readonly Text OpenPaste = new("Pour un calendrier où l’on colle une adresse\u00a0:", "For a calendar into which an address is pasted:");

    public static readonly Confirmation[] Done =
    [
        new("calendar.made", new("Votre adresse est prête.", "Your address is ready.")),
        new("calendar.ended", new("C’est fait\u00a0: l’adresse ne fonctionne plus.", "Done: the address no longer works.")),
    ];
}
