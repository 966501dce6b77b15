using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.MailSetup.Pages;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.MailSetup;

/// <summary>Whether letters leave.</summary>
internal sealed class MailHealth(Mailer mailer, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan passing = TimeSpan.FromHours(1);
    private static readonly Text none = new("Aucun serveur n’est réglé\u00a0: aucun courriel ne part, pas même les codes pour entrer.", "No server is set: no message leaves, not even the codes for signing in.");
    private static readonly Text set = new("Réglez un serveur d’envoi.", "Set a mail server.");
    private static readonly Text outSince = new("Aucun courriel ne part depuis le {0}\u00a0: {1}.", "No message has left since {0}: {1}.");
    private static readonly Text repair = new("Vérifiez les réglages et envoyez-vous un essai.", "Check the settings and send yourself a test.");
    private static readonly Text untried = new("Aucun courriel n’est encore parti par ce serveur d’envoi.", "No message has left by this server yet.");
    private static readonly Text test = new("Envoyez-vous un essai.", "Send yourself a test.");
    private static readonly Text unseen = new("Les courriels partent, mais personne n’a encore vérifié ce que le DNS dit du domaine de l’expéditeur.", "Messages leave, but nobody has checked yet what the DNS says of the sender’s domain.");
    private static readonly Text lacking = new("Les courriels partent, mais il manque quelque chose au domaine de l’expéditeur\u00a0: ils peuvent finir dans les indésirables.", "Messages leave, but something is missing from the sender’s domain: they may end up as junk.");
    private static readonly Text look = new("Regardez dans le DNS, au bas de la page.", "Look in the DNS, at the bottom of the page.");
    private static readonly Text well = new("Le dernier courriel est parti le {0}.", "The last message left on {0}.");
    private static readonly Text wellButRefused = new("Le dernier courriel est parti le {0}; la dernière adresse refusée l’a été le {1}.", "The last message left on {0}; an address was last refused on {1}.");

    private static Text Page => PagePath.Of<MailSetupPage>();

    public string Code => "mail";

    public Text Name => MailSetupText.Title;

    public int Order => 40;

    public bool IsToldByLetter => false;

    public Task<Finding?> Look(CancellationToken cancellationToken) => Task.FromResult<Finding?>(Look(mailer.Course));

    private Finding Look(MailCourse course) => course switch
    {
        _ when !mailer.HasServer => Finding.Wrong(none, set, Page),
        { OutSince: { } since } => new(
            clock.GetUtcNow() - since < passing ? Grade.Attention : Grade.Wrong,
            outSince.With(Dates.DayAndTime(since), MailSetupText.WhyOf(course.OutWhy).With(course.OutWhy)), repair, Page),
        { SentAt: null } => Finding.Attention(untried, test, Page),
        { DomainAt: null } => Finding.Attention(unseen, look, Page),
        { DomainLacks: true } => Finding.Attention(lacking, look, Page),
        { SentAt: { } sent, RefusedAt: { } refused } => Finding.Well(wellButRefused.With(Dates.DayAndTime(sent), Dates.DayAndTime(refused))),
        { SentAt: { } sent } => Finding.Well(well.With(Dates.DayAndTime(sent))),
    };
}
