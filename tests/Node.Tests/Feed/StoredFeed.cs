using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Tests.Feed;

/// <summary>A feed as its stored items alone tell it: read from the beginning and verified again.</summary>
public static class StoredFeed
{
    /// <summary>The position and id that the last item gives it; fails when an item does not continue the one before it.</summary>
    public static async Task<(long Position, ItemId LastItem)> Head(Database database, NodeId node, CancellationToken cancel)
    {
        var state = FeedState.Empty;
        foreach (var entry in (await new EntryPages(database).OfFeed(node, 0, 0, cancel)).Entries)
        {
            var verdict = FeedVerifier.Verify(state, entry.Entry);
            Assert.True(verdict.IsLink, verdict.ReasonCode);
            state = verdict.Next;
        }

        return ((long)state.Position, state.LastItemId!.Value);
    }
}
