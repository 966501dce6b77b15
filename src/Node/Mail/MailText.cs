namespace RecoveryCoP.Node.Mail;

/// <summary>What is said of mail on the pages of others.</summary>
public static class MailText
{
    /// <summary>Leads to where that is mended.</summary>
    public static Text SetUp => new("Régler l’envoi des courriels", "Set up sending email");

    /// <summary>That letters go nowhere.</summary>
    public static Text NoServer => new("Ce serveur n’envoie pas encore de courriels\u00a0: ils s’écrivent dans un dossier, et ne partiront pas plus tard. La personne qui s’en occupe peut le régler.", "This server does not send mail yet: letters are written into a folder, and will not leave later. The person who looks after it can set it up.");
}
