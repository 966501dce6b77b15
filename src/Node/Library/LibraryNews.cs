using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Library;

/// <summary>
/// What a batch of items says to the library. Only accepted items speak; the feed has verified them, their content and its hash. What was
/// superseded, or is not believed any more, goes; but what it withdrew before it was superseded stays withdrawn.
/// </summary>
internal sealed record LibraryNews(
    IReadOnlyList<LibraryRevision> Revisions,
    IReadOnlyList<LibraryRevision> Gone,
    IReadOnlyList<Withdrawn> Withdrawals,
    IReadOnlyList<(SharedItem Item, NodeProfile Profile)> Profiles,
    IReadOnlyDictionary<string, byte[]> Contents)
{
    private const string Accepted = "accepted";

    /// <summary>The practices that have news.</summary>
    public IReadOnlyList<PracticeKey> Practices => [.. Revisions.Concat(Gone).Select(r => r.Key).Concat(Withdrawals.Select(w => w.Key)).Distinct()];

    /// <summary>Reads a batch.</summary>
    public static LibraryNews Of(IReadOnlyList<SharedItem> items)
    {
        List<LibraryRevision> revisions = [], gone = [];
        List<Withdrawn> withdrawals = [];
        List<(SharedItem, NodeProfile)> profiles = [];
        foreach (var item in items.Where(i => i.Status != "quarantined"))
        {
            switch (item.PayloadType)
            {
                case var type when type == PracticeRevision.Descriptor.FullName:
                    (item.Status == Accepted ? revisions : gone).Add(LibraryRevision.Of(item, PracticeRevision.Parser.ParseFrom(item.Payload), item.Payload));
                    break;
                case var type when type == Withdrawal.Descriptor.FullName && item.Status != "disbelieved":
                    withdrawals.Add(Withdrawn.Of(item, Withdrawal.Parser.ParseFrom(item.Payload)));
                    break;
                case var type when type == NodeProfile.Descriptor.FullName && item.Status == Accepted:
                    profiles.Add((item, NodeProfile.Parser.ParseFrom(item.Payload)));
                    break;
            }
        }

        var contents = items.Where(i => i.Content is not null).ToDictionary(i => Convert.ToHexStringLower(i.ItemId), i => i.Content!);
        return new(revisions, gone, withdrawals, profiles, contents);
    }
}

/// <summary>That a chapter took a practice back.</summary>
/// <param name="Key">Which.</param>
/// <param name="Position">Where the item stands in this node's order; it speaks of what came before.</param>
/// <param name="Revisions">Their numbers; empty means all, for good.</param>
/// <param name="At">When this node learned of it.</param>
internal sealed record Withdrawn(PracticeKey Key, long Position, IReadOnlyList<long> Revisions, DateTimeOffset At)
{
    public static Withdrawn Of(SharedItem item, Withdrawal payload) => new(
        new PracticeKey(item.NodeId, PracticeKey.IdOf(payload.About)), item.Position, [.. payload.Revisions.Select(r => (long)r)], item.ReceivedAt);

    public bool Covers(LibraryRevision revision) =>
        revision.Key == Key && (Revisions.Count == 0 || (revision.Position < Position && Revisions.Contains(revision.Revision)));
}
