namespace RecoveryCoP.Node.Mail;

/// <summary>What is said of mail on the pages of others.</summary>
public static class MailText
{
    /// <summary>That letters go nowhere.</summary>
    public static Text NoServer => new("Ce serveur n’envoie pas encore de courriels\u00a0: ils s’accumulent dans un dossier. La personne qui s’en occupe peut le régler.", "This server does not send mail yet: letters pile up in a folder. The person who looks after it can set it up.");
}
