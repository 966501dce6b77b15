using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>A verified item about to be stored at the end of its feed.</summary>
internal sealed record FeedLink(NodeId Node, long Position, byte[] Epoch, ItemId Id, SignedItem Item, Content? Content, string Reason)
{
    private PracticeRevision? revision;

    public bool IsAccepted => Reason.Length == 0;

    /// <summary>What it says about a practice. Also read from a quarantined item: a text that is over a limit can be withdrawn like any other.</summary>
    public PracticeRevision? Revision => revision ??= Parse(PracticeRevision.Parser);

    /// <summary>Its withdrawal, if it is one and accepted.</summary>
    public PracticeWithdrawal? Withdrawal => IsAccepted ? Parse(PracticeWithdrawal.Parser) : null;

    private T? Parse<T>(MessageParser<T> parser) where T : class, IMessage<T>, new()
    {
        if (Item.PayloadType != new T().Descriptor.FullName)
        {
            return null;
        }

        try
        {
            return parser.ParseFrom(Item.Payload);
        }
        catch (Exception fault) when (fault is InvalidProtocolBufferException or ArgumentException)
        {
            return null; // quarantined as unreadable
        }
    }
}
