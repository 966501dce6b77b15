using RecoveryCoP.Federation.V1;
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
        var stored = await database.Query<byte[]>("select item from item where node_id = @node order by feed_position limit 1000", new { node = node.Value }, cancel);
        var state = stored.Aggregate(FeedState.Empty, (state, item) =>
        {
            var verdict = FeedVerifier.Verify(state, new ItemWithContent { Item = SignedItem.Parser.ParseFrom(item) }, ContentRule.MayBeAbsent);
            Assert.True(verdict.IsLink, verdict.ReasonCode);
            return verdict.Next;
        });
        return ((long)state.Position, state.LastItemId!.Value);
    }
}
