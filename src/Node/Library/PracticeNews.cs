using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Library;

/// <summary>
/// What a batch says of practices. Only accepted items speak; the feed has verified them, their content and its hash. What was superseded, or is not believed
/// any more, goes.
/// </summary>
internal sealed record PracticeNews(
    IReadOnlyList<LibraryRevision> Revisions, IReadOnlyList<LibraryRevision> Superseded, IReadOnlyList<Withdrawn> Withdrawals, IReadOnlyDictionary<string, byte[]> Contents)
{
    /// <summary>The practices that have news.</summary>
    public IReadOnlyList<SubjectKey> Practices => [.. Revisions.Concat(Superseded).Select(r => r.Key).Concat(Withdrawals.Select(w => w.Key)).Distinct()];

    /// <summary>Reads a batch.</summary>
    public static PracticeNews Of(Batch batch)
    {
        var byStatus = batch.Items.ToLookup(
            item => item.Status == SharedItem.Accepted, item => LibraryRevision.Of(item, PracticeRevision.Parser.ParseFrom(item.Payload), item.Payload));
        return new(
            [.. byStatus[true]], [.. byStatus[false]], batch.Withdrawals,
            batch.Items.Where(i => i.Content is not null).ToDictionary(i => Convert.ToHexStringLower(i.ItemId), i => i.Content!));
    }
}
