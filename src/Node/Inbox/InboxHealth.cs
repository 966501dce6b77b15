using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.MailSetup.Pages;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Inbox;

/// <summary>Whether the mailbox opens that is read for what comes back.</summary>
internal sealed class InboxHealth(CurrentInbox current, InboxReader reader) : IHealthCheck
{
    private static readonly Text none = new("Aucune boîte n’est réglée\u00a0: on répond par les liens des courriels et sur le site.", "No mailbox is set: people answer by the links in messages and on the site.");
    private static readonly Text unread = new("Elle n’a pas été lue depuis le démarrage.", "It has not been read since the start.");
    private static readonly Text well = new("Elle a été lue le {0}.", "It was read on {0}.");
    private static readonly Text shut = new("Elle ne se lit pas\u00a0: {0}. Ce qui arrive y attend.", "It cannot be read: {0}. What arrives waits there.");
    private static readonly Text toDo = new("Vérifiez les réglages et essayez d’y entrer, au bas de la page.", "Check the settings and try to get in, at the bottom of the page.");

    public string Code => "inbox";

    public Text Name { get; } = new("Boîte de réception", "Inbox");

    public int Order => 45;

    public Task<Finding?> Look(CancellationToken cancellationToken) => Task.FromResult<Finding?>(
        !current.IsSetUp ? Finding.Well(none)
        : reader.LookedAt is not { } at ? Finding.Unknown(unread)
        : reader.Trouble.Length == 0 ? Finding.Well(well.With(Dates.DayAndTime(at)))
        : Finding.Wrong(shut.With(InboxText.WhyOf(reader.Trouble).With(reader.Trouble)), toDo, PagePath.Of<MailSetupPage>()));
}
