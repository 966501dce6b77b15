using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>A follower that reads items in this node's numbering and must be sent back where one counts differently from now on: understood after an upgrade, with a content that came late, superseded or not believed any more.</summary>
/// <param name="Cursor">The follower's name.</param>
public sealed record ItemReader(string Cursor);

/// <summary>A follower that says things in this node's feed and must look at everything again when some of what it said is no part of the feed any more.</summary>
/// <param name="Cursor">The follower's name.</param>
public sealed record FeedSpeaker(string Cursor);

/// <summary>Tells those who follow the feeds: wakes who waits for items, and sends followers back, in the transaction that gives them a reason to look again.</summary>
public sealed class FeedFollowers(IEnumerable<ItemReader> readers, IEnumerable<FeedSpeaker> speakers)
{
    private readonly IReadOnlyList<ItemReader> readers = [.. readers];
    private readonly IReadOnlyList<FeedSpeaker> speakers = [.. speakers];

    /// <summary>Raised when there are new items, or some are given once more; by this process, as every item is stored by it.</summary>
    public ChangeSignal NewItems { get; } = new();

    /// <summary>An item counts differently: who has gone past it comes back to it.</summary>
    internal async Task LookAgain(Transaction transaction, long position)
    {
        foreach (var reader in readers)
        {
            await FollowerLoop.Rewind(transaction, reader.Cursor, position - 1).ConfigureAwait(false);
        }
    }

    /// <summary>Items of a feed are no part of it any more: if it is this node's, what they said has to be said again.</summary>
    internal async Task SpeakAgain(Transaction transaction, NodeId feed)
    {
        if (await transaction.Find<long>("select count(*) from node where node_id = @feed", new { feed = feed.Value }).ConfigureAwait(false) > 0)
        {
            foreach (var speaker in speakers)
            {
                await FollowerLoop.Rewind(transaction, speaker.Cursor, 0).ConfigureAwait(false);
            }
        }
    }
}
