using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>Well signed entries that were not taken, kept to be shown: a fork proves that two programs speak as one node; others wait for what is missing, or for room.</summary>
internal static class FeedEvidence
{
    // A node that forks without end proves no more with the thousandth entry than with the first hundred, and must not fill the disk.
    private const int MostOfOneNode = 100;

    internal static async Task Keep(Transaction transaction, NodeId node, Verdict verdict, SignedItem signed, DateTimeOffset now) => await transaction.Execute(
        """
        insert into feed_evidence (node_id, signed_id, feed_position, reason, signed, seen_at)
        select @node, @id, @position, @reason, @signed, @now
         where (select count(*) from feed_evidence where node_id = @node and reason = @reason) < @most
        on conflict (node_id, signed_id) do nothing
        """,
        new
        {
            node = node.Value,
            id = SigningInput.IdOf(signed).ToBytes(),
            position = (long)Math.Min(verdict.From, long.MaxValue),
            reason = verdict.ReasonCode,
            signed = signed.ToByteArray(),
            now,
            most = MostOfOneNode,
        }).ConfigureAwait(false);

    /// <summary>A gap that the feed has grown past is closed, and what there was no room for has come.</summary>
    internal static Task Close(Transaction transaction, NodeId node, long position) => transaction.Execute(
        "delete from feed_evidence where node_id = @node and reason <> 'FORK' and feed_position <= @position", new { node = node.Value, position });
}
