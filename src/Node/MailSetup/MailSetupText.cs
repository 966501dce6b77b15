using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.MailSetup;

/// <summary>Words of the page that sets the mail server.</summary>
internal static class MailSetupText
{
    public static Text Title => new("Envoi des courriels", "Sending email");
    public static Text For => new("Le serveur par lequel partent les courriels, et l’adresse qu’ils portent.", "The server that messages leave by, and the address they bear.");
    public static Text Lead => new(
        "Le serveur qui prend les courriels de cet espace et les porte aux gens. Votre fournisseur de courriel donne ces renseignements sous «\u00a0SMTP\u00a0» ou «\u00a0serveur sortant\u00a0».",
        "The server that takes this place’s messages and carries them to people. Your email provider lists these details under “SMTP” or “outgoing server”.");
    public static Text Discreet => new(
        "Prenez une adresse dont le nom ne dit rien\u00a0: elle paraît sur l’écran de chaque personne qui reçoit un courriel.",
        "Use an address whose name gives nothing away: it shows on the screen of everybody who gets a message.");
    public static Text None => new("Aucun courriel ne part\u00a0: ils s’écrivent dans un dossier du serveur, et ne partiront pas plus tard.", "No message leaves: they are written into a folder on the server, and will not leave later.");
    public static Text Fixed => new(
        "Les courriels partent par {0}, au nom de {1}. C’est la personne qui s’occupe du serveur qui l’a réglé; cela ne se change pas ici.",
        "Messages leave through {0}, as {1}. Whoever runs the server has set this; it cannot be changed here.");
    public static Text Now => new("Les courriels partent par {0}, au nom de {1}.", "Messages leave through {0}, as {1}.");
    public static Text Host => new("Serveur", "Server");
    public static Text HostHelp => new("Par exemple smtp.exemple.org", "For example smtp.example.org");
    public static Text Port => new("Port", "Port");
    public static Text Security => new("Protection", "Protection");
    public static Text StartTls => new("STARTTLS, habituelle avec le port 587", "STARTTLS, usual with port 587");
    public static Text Tls => new("TLS dès le début, habituelle avec le port 465", "TLS from the start, usual with port 465");
    public static Text NoTls => new("Aucune, seulement pour un serveur sur cette machine", "None, only for a server on this machine");
    public static Text User => new("Nom d’utilisateur", "User name");
    public static Text UserHelp => new("Souvent l’adresse courriel au complet", "Often the whole email address");
    public static Text Password => new("Mot de passe", "Password");
    public static Text PasswordHelp => new(
        "Certains fournisseurs demandent un «\u00a0mot de passe d’application\u00a0». Il n’est jamais affiché; laissez vide pour garder celui du même serveur.",
        "Some providers ask for an “app password”. It is never shown; leave it empty to keep the one for the same server.");
    public static Text Sender => new("Adresse d’expédition", "Sender’s address");
    public static Text SenderHelp => new("Vide\u00a0: le nom d’utilisateur. Une autre adresse arrive souvent dans les indésirables.", "Empty: the user name. Messages from another address often end up as junk.");
    public static Text MostPerDay => new("Courriels par jour, au plus", "Messages a day, at most");
    public static Text MostPerDayHelp => new("Votre fournisseur a une limite; le reste part le lendemain.", "Your provider has a limit; the rest leaves the next day.");
    public static Text Save => new("Enregistrer", "Save");
    public static Text TestTitle => new("Essayer", "Try it");
    public static Text TestWhy => new("Vous recevrez un courriel d’essai à votre adresse. Regardez aussi dans les indésirables.", "You will get a test message at your address. Look among the junk, too.");
    public static Text Test => new("M’envoyer un courriel d’essai", "Send me a test message");
    public static Text Forget => new("Ne plus passer par ce serveur", "Stop using this server");
    public static Text ForgetAsk => new("Plus aucun courriel ne partira, même les codes pour entrer\u00a0: ils s’écriront dans un dossier du serveur, et ne partiront pas plus tard.", "No message will leave any more, not even the codes for signing in: they will be written into a folder on the server, and will not leave later.");
    public static Text TestSubject => new("Essai", "Test");
    public static Text TestBody => new("Bonjour,\n\nCe courriel d’essai montre que les courriels partent.\n", "Hello,\n\nThis test message shows that messages leave.\n");

    /// <summary>What a failure to hand a letter in comes down to, and what to do about it.</summary>
    public static Text WhyOf(string why) => why switch
    {
        Delivery.Denied => new("il refuse le nom d’utilisateur ou le mot de passe", "it refuses the user name or the password"),
        Delivery.NoTrust => new("la connexion n’a pas pu être protégée; vérifiez le nom, le port et la protection", "the connection could not be protected; check the name, the port and the protection"),
        Delivery.NotReached => new("personne ne répond à ce nom et à ce port", "nobody answers at that name and port"),
        Delivery.TooSlow => new("il ne répond pas à temps; c’est souvent le port ou la protection", "it does not answer in time; often it is the port or the protection"),
        Delivery.HungUp or Delivery.NotUnderstood => new("ce qui répond là n’est pas un serveur d’envoi, ou l’est avec une autre protection", "what answers there is no outgoing server, or is one with another protection"),
        "530" or "535" or "534" => new("il demande un autre nom d’utilisateur ou mot de passe (code {0})", "it wants another user name or password (code {0})"),
        _ => new("il ne prend pas le courriel (code {0})", "it does not take the message (code {0})"),
    };

    public static Confirmation[] Done { get; } =
    [
        new("mail.chosen", new("C’est enregistré. Envoyez-vous un essai.", "Saved. Send yourself a test.")),
        new("mail.tested", new("Le serveur a pris le courriel d’essai. Regardez s’il arrive; plus bas, ce que les autres serveurs en pensent.", "The server took the test message. See whether it arrives; further down, what other servers think of it.")),
        new("mail.forgotten", new("Les courriels ne passent plus par un serveur.", "Messages go through no server any more.")),
    ];

    public static RefusalText[] Refusals { get; } =
    [
        new("mail.fixed", new("La personne qui s’occupe du serveur a réglé cela; cela ne se change pas ici.", "Whoever runs the server has set this; it cannot be changed here.")),
        new("mail.stale", new("Quelqu’un d’autre vient de changer ce serveur : ce qui vaut maintenant est écrit plus haut. Enregistrez de nouveau si c’est bien le vôtre qu’il faut.", "Somebody else has just changed this server: what holds now is written above. Save again if yours is the right one.")),
        new("mail.host", new("Écrivez le nom du serveur, comme smtp.exemple.org.", "Write the server’s name, such as smtp.example.org.")),
        new("mail.port", new("Écrivez un port entre {0} et {1}; c’est presque toujours 587 ou 465.", "Write a port between {0} and {1}; it is nearly always 587 or 465.")),
        new("mail.security", new("Choisissez comment la connexion est protégée.", "Choose how the connection is protected.")),
        new("mail.in-the-clear", new("Sans protection, n’importe qui sur le chemin lirait les courriels\u00a0: choisissez STARTTLS ou TLS.", "Without protection, anybody on the way would read the messages: choose STARTTLS or TLS.")),
        new("mail.most", new("Écrivez un nombre entre {0} et {1}.", "Write a number between {0} and {1}.")),
        new("mail.not-taken", new("Le courriel d’essai n’est pas parti\u00a0: {0}.", "The test message did not leave: {0}.")),
        new("mail.no-server", new("Réglez d’abord un serveur.", "Set a server first.")),
    ];
}
