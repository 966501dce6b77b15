using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.MailSetup;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Inbox;

/// <summary>Words of the part of the page that sets the inbox.</summary>
internal static class InboxText
{
    public static Text Title => new("Ce qui revient", "What comes back");
    public static Text Lead => new(
        "Quand une boîte de réception est réglée ici, les membres peuvent répondre aux invitations depuis leur calendrier, et les adresses dont les courriels reviennent se voient sur votre page d’accueil. Sans elle, on répond par les liens des courriels et sur le site.",
        "Once an inbox is set here, members can answer invitations from their calendars, and addresses whose messages come back show on your home page. Without it, people answer by the links in messages and on the site.");
    public static Text Which => new(
        "C’est la boîte de l’adresse d’expédition, {0}\u00a0: les réponses et les retours y arrivent. Prenez de préférence une boîte qui ne sert qu’à cela. Le programme y lit seulement les réponses des calendriers et les avis de non-remise, et les marque comme lus; il ne touche pas au reste.",
        "It is the mailbox of the sender’s address, {0}: answers and returned messages arrive there. A mailbox that serves nothing else is best. The program reads only calendar replies and delivery failures there, and marks them as read; it leaves the rest alone.");
    public static Text Now => new("La boîte {0} est lue, sur {1}.", "The mailbox of {0} is read, at {1}.");
    public static Text Fixed => new(
        "La boîte {0} est lue, sur {1}. C’est la personne qui s’occupe du serveur qui l’a réglé; cela ne se change pas ici.",
        "The mailbox of {0} is read, at {1}. Whoever runs the server has set this; it cannot be changed here.");
    public static Text Trouble => new("La boîte de réception ne se lit pas en ce moment\u00a0: {0}. Ce qui arrive y attend.", "The inbox cannot be read at the moment: {0}. What arrives waits there.");
    public static Text HostHelp => new("Sous «\u00a0IMAP\u00a0» ou «\u00a0serveur entrant\u00a0» chez votre fournisseur; par exemple imap.exemple.org", "Under “IMAP” or “incoming server” at your provider; for example imap.example.org");
    public static Text Tls => new("TLS dès le début, habituelle avec le port 993", "TLS from the start, usual with port 993");
    public static Text StartTls => new("STARTTLS, habituelle avec le port 143", "STARTTLS, usual with port 143");
    public static Text Folder => new("Dossier", "Folder");
    public static Text FolderHelp => new("INBOX, si aucune règle ne classe ces courriels ailleurs", "INBOX, unless a rule files these messages elsewhere");
    public static Text Minutes => new("Regarder toutes les … minutes", "Look every … minutes");
    public static Text Save => new("Enregistrer la boîte", "Save the inbox");
    public static Text Test => new("Essayer d’y entrer", "Try to get in");
    public static Text Forget => new("Ne plus lire cette boîte", "Stop reading this mailbox");
    public static Text ForgetAsk => new("On ne pourra plus répondre depuis son calendrier\u00a0: les réponses aux invitations déjà parties resteront dans la boîte.", "Nobody will be able to answer from their calendar any more: answers to invitations that have already left will stay in the mailbox.");

    /// <summary>What a try found.</summary>
    public static Text FoundOf(int messages) => new Counted(
        new("La boîte s’ouvre. Elle contient {0} courriel.", "The mailbox opens. It holds {0} message."),
        new("La boîte s’ouvre. Elle contient {0} courriels.", "The mailbox opens. It holds {0} messages.")).For(messages);

    /// <summary>What a failure comes down to, and what to do about it.</summary>
    public static Text WhyOf(string why) => why switch
    {
        InboxConnection.NoFolder => new("elle n’a pas de dossier de ce nom", "it has no folder of that name"),
        InboxConnection.NotOpened => new("le serveur ne veut pas l’ouvrir", "the server does not want to open it"),
        Delivery.HungUp or Delivery.NotUnderstood => new("ce qui répond là n’est pas un serveur IMAP, ou l’est avec une autre protection", "what answers there is no IMAP server, or is one with another protection"),
        _ => MailSetupText.WhyOf(why),
    };

    public static Confirmation[] Done { get; } =
    [
        new("inbox.chosen", new("C’est enregistré. Essayez d’y entrer.", "Saved. Try to get in.")),
        new("inbox.forgotten", new("Cette boîte n’est plus lue.", "That mailbox is not read any more.")),
    ];

    public static RefusalText[] Refusals { get; } =
    [
        new("inbox.host", new("Écrivez le nom du serveur, comme imap.exemple.org.", "Write the server’s name, such as imap.example.org.")),
        new("inbox.port", new("Écrivez un port entre {0} et {1}; c’est presque toujours 993.", "Write a port between {0} and {1}; it is nearly always 993.")),
        new("inbox.user", new("Écrivez le nom d’utilisateur de la boîte.", "Write the mailbox’s user name.")),
        new("inbox.minutes", new("Écrivez un nombre de minutes entre {0} et {1}.", "Write a number of minutes between {0} and {1}.")),
        new("inbox.not-read", new("La boîte ne s’ouvre pas\u00a0: {0}.", "The mailbox does not open: {0}.")),
        new("inbox.none", new("Réglez d’abord une boîte.", "Set a mailbox first.")),
    ];
}
