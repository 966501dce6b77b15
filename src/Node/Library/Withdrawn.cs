using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Library;

/// <summary>That a chapter took something back, or the hub took it down.</summary>
/// <param name="Key">Which.</param>
/// <param name="Position">Where the item stands in this node's order; it speaks of what came before.</param>
/// <param name="Revisions">Their numbers; empty means all, for good.</param>
/// <param name="At">When this node learned of it.</param>
/// <param name="TakenDown">Why the hub took it down; unspecified where its own chapter withdrew it.</param>
internal sealed record Withdrawn(SubjectKey Key, long Position, IReadOnlyList<long> Revisions, DateTimeOffset At, TakeDownReason TakenDown = TakeDownReason.Unspecified)
{
    /// <summary>Those in a batch: of each node about its own, and of the hub whose word counts here about anybody's. What was superseded later still holds.</summary>
    public static IReadOnlyList<Withdrawn> In(IEnumerable<SharedItem> items, string? hub) =>
    [
        .. items.Where(item => item.Status is not (SharedItem.Quarantined or SharedItem.Disbelieved)).Select(item =>
            item.PayloadType == Withdrawal.Descriptor.FullName ? Of(item, Withdrawal.Parser.ParseFrom(item.Payload))
            : item.PayloadType == TakeDown.Descriptor.FullName && item.NodeId == hub ? Of(item, TakeDown.Parser.ParseFrom(item.Payload))
            : null).OfType<Withdrawn>(),
    ];

    private static Withdrawn Of(SharedItem item, Withdrawal payload) => new(
        new SubjectKey(item.NodeId, SubjectKey.IdOf(payload.About)), item.Position, [.. payload.Revisions.Select(r => (long)r)], item.ReceivedAt);

    private static Withdrawn Of(SharedItem item, TakeDown payload) => new(
        new SubjectKey(payload.NodeId, SubjectKey.IdOf(payload.About)), item.Position, [.. payload.Revisions.Select(r => (long)r)], item.ReceivedAt, payload.Reason);

    public Gone Gone => new(At, TakenDown);

    public bool Covers(LibraryRevision revision) =>
        revision.Key == Key && (Revisions.Count == 0 || (revision.Position < Position && Revisions.Contains(revision.Revision)));
}

/// <summary>That nothing of it is left.</summary>
/// <param name="At">When this node learned of it.</param>
/// <param name="TakenDown">Why the hub took it down; unspecified where its own chapter withdrew it.</param>
internal sealed record Gone(DateTimeOffset At, TakeDownReason TakenDown);
