using RecoveryCoP.Node.OutsideQuebec;

namespace RecoveryCoP.Node.Inbox;

/// <summary>The server of the mailbox that is read.</summary>
internal sealed class InboxPlace(CurrentInbox inbox) : IDataPlace
{
    public int Order => 50;

    public Text Name => new("La boîte de réception", "The inbox");

    public Text Holds => new("Les courriels qui reviennent, et les réponses des calendriers", "Messages that come back, and the answers of calendars");

    public Task<string?> Where(CancellationToken cancellationToken) => Task.FromResult<string?>(inbox.IsSetUp ? inbox.Options.Host : null);
}
