using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Library;

/// <summary>
/// What a batch of items says to the library. Only accepted items speak; the feed has verified them, their content and its hash. What was
/// superseded, or is not believed any more, goes; but what it withdrew before it was superseded stays withdrawn.
/// </summary>
internal sealed record LibraryNews(
    IReadOnlyList<LibraryRevision> Revisions,
    IReadOnlyList<LibraryRevision> Superseded,
    IReadOnlyList<Withdrawn> Withdrawals,
    IReadOnlyList<(SharedItem Item, NodeProfile Profile)> Profiles,
    IReadOnlyList<(SharedItem Item, DirectoryEntry Entry)> DirectoryEntries,
    IReadOnlyDictionary<string, byte[]> Contents)
{
    private const string Accepted = "accepted";

    /// <summary>The practices that have news.</summary>
    public IReadOnlyList<PracticeKey> Practices => [.. Revisions.Concat(Superseded).Select(r => r.Key).Concat(Withdrawals.Select(w => w.Key)).Distinct()];

    /// <summary>Reads a batch.</summary>
    /// <param name="items">Of all feeds.</param>
    /// <param name="hub">Whose word counts on what is taken down and how chapters are called.</param>
    public static LibraryNews Of(IReadOnlyList<SharedItem> items, string? hub)
    {
        List<LibraryRevision> revisions = [], superseded = [];
        List<Withdrawn> withdrawals = [];
        List<(SharedItem, NodeProfile)> profiles = [];
        List<(SharedItem, DirectoryEntry)> entries = [];
        foreach (var item in items.Where(i => i.Status != "quarantined"))
        {
            switch (item.PayloadType)
            {
                case var type when type == PracticeRevision.Descriptor.FullName:
                    (item.Status == Accepted ? revisions : superseded).Add(LibraryRevision.Of(item, PracticeRevision.Parser.ParseFrom(item.Payload), item.Payload));
                    break;
                case var type when type == Withdrawal.Descriptor.FullName && item.Status != "disbelieved":
                    withdrawals.Add(Withdrawn.Of(item, Withdrawal.Parser.ParseFrom(item.Payload)));
                    break;
                case var type when type == TakeDown.Descriptor.FullName && item.NodeId == hub && item.Status != "disbelieved":
                    withdrawals.Add(Withdrawn.Of(item, TakeDown.Parser.ParseFrom(item.Payload)));
                    break;
                case var type when type == DirectoryEntry.Descriptor.FullName && item.NodeId == hub && item.Status == Accepted:
                    entries.Add((item, DirectoryEntry.Parser.ParseFrom(item.Payload)));
                    break;
                case var type when type == NodeProfile.Descriptor.FullName && item.Status == Accepted && item.Content is not null:
                    profiles.Add((item, NodeProfile.Parser.ParseFrom(item.Payload)));
                    break;
            }
        }

        var contents = items.Where(i => i.Content is not null).ToDictionary(i => Convert.ToHexStringLower(i.ItemId), i => i.Content!);
        return new(revisions, superseded, withdrawals, profiles, entries, contents);
    }
}

/// <summary>That a chapter took a practice back, or the hub took it down.</summary>
/// <param name="Key">Which.</param>
/// <param name="Position">Where the item stands in this node's order; it speaks of what came before.</param>
/// <param name="Revisions">Their numbers; empty means all, for good.</param>
/// <param name="At">When this node learned of it.</param>
/// <param name="TakenDown">Why the hub took it down; unspecified where its own chapter withdrew it.</param>
internal sealed record Withdrawn(PracticeKey Key, long Position, IReadOnlyList<long> Revisions, DateTimeOffset At, TakeDownReason TakenDown = TakeDownReason.Unspecified)
{
    public static Withdrawn Of(SharedItem item, Withdrawal payload) => new(
        new PracticeKey(item.NodeId, PracticeKey.IdOf(payload.About)), item.Position, [.. payload.Revisions.Select(r => (long)r)], item.ReceivedAt);

    public static Withdrawn Of(SharedItem item, TakeDown payload) => new(
        new PracticeKey(payload.NodeId, PracticeKey.IdOf(payload.About)), item.Position, [.. payload.Revisions.Select(r => (long)r)], item.ReceivedAt, payload.Reason);

    public Gone Gone => new(At, TakenDown);

    public bool Covers(LibraryRevision revision) =>
        revision.Key == Key && (Revisions.Count == 0 || (revision.Position < Position && Revisions.Contains(revision.Revision)));
}

/// <summary>That nothing of a practice is left.</summary>
/// <param name="At">When this node learned of it.</param>
/// <param name="TakenDown">Why the hub took it down; unspecified where its own chapter withdrew it.</param>
internal sealed record Gone(DateTimeOffset At, TakeDownReason TakenDown);
