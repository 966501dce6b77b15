using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>An entry of a feed as it is stored, and as it travels.</summary>
/// <param name="Position">Its place in the order of transport.</param>
/// <param name="NodeId">Whose feed.</param>
/// <param name="First">Where in that feed it begins.</param>
/// <param name="Last">And ends.</param>
/// <param name="Entry">As it is sent, with the contents that are still here.</param>
public sealed record StoredEntry(long Position, string NodeId, long First, long Last, FeedEntry Entry)
{
    /// <summary>How many items it holds.</summary>
    public int Count => (int)(Last - First) + 1;
}

/// <summary>A page of entries.</summary>
/// <param name="Entries">In order.</param>
/// <param name="UpTo">The position a reader has seen everything up to, entries that were left out included: the next page begins after it.</param>
/// <param name="More">True when the page was full and more is waiting.</param>
public sealed record StoredPage(IReadOnlyList<StoredEntry> Entries, long UpTo, bool More)
{
    /// <summary>How many items it holds.</summary>
    public int Items => Entries.Sum(e => e.Count);

    /// <summary>The page as it travels.</summary>
    public FeedPage ToPage() => FeedPages.Of(Entries.Select(e => e.Entry));
}

/// <summary>A verified entry about to be stored at the end of its feed.</summary>
/// <param name="Node">Whose feed.</param>
/// <param name="Epoch">Its items' epoch.</param>
/// <param name="Signed">What carries the signatures: the run, or the key statement itself.</param>
/// <param name="Bytes">What it weighs in a page.</param>
/// <param name="Items">Its items in order.</param>
internal sealed record NewEntry(NodeId Node, byte[] Epoch, SignedItem Signed, int Bytes, IReadOnlyList<ItemVerdict> Items)
{
    /// <summary>True when it takes the place of what stood there.</summary>
    public bool Supersedes { get; init; }

    /// <summary>True when it is the first in its epoch.</summary>
    public bool BeginsEpoch { get; init; }

    /// <summary>Positions that its key statement takes back; null for none.</summary>
    public Disbelieved? Disbelieves { get; init; }

    public long First => (long)Items[0].Position;

    public long Last => (long)Items[^1].Position;

    public bool IsKeys => Signed.PayloadType == KeyStatement.Descriptor.FullName;

    public static NewEntry Of(NodeId node, FeedEntry entry, Verdict verdict) =>
        new(node, verdict.Next.Epoch.ToByteArray(), entry.Run?.Run ?? entry.KeyStatement, FeedPages.SizeOf(entry), verdict.Items)
        {
            Supersedes = verdict.Supersedes,
            BeginsEpoch = verdict.BeginsEpoch,
            Disbelieves = entry.KeyStatement is not null && verdict.Next.Keys.Disbelieved is [.., var last] && last.Until == verdict.From ? last : null,
        };
}

/// <summary>The words in column <c>item.status</c>.</summary>
internal static class ItemStatuses
{
    public const string Accepted = "accepted";
    public const string Quarantined = "quarantined";

    public static string Of(ItemVerdict item) => item.Quarantined == Reason.Unspecified ? Accepted : Quarantined;
}
