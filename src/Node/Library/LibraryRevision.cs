using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Library;

/// <summary>One revision of a shared practice, as its chapter signed it.</summary>
internal sealed record LibraryRevision
{
    public required byte[] ItemId { get; init; }

    public required long Position { get; init; }

    public required string NodeId { get; init; }

    public required Guid PracticeId { get; init; }

    public required long Revision { get; init; }

    public required byte[] Payload { get; init; }

    public required DateTimeOffset RevisedAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public SubjectKey Key => new(NodeId, PracticeId);

    public PracticeRevision Signed => PracticeRevision.Parser.ParseFrom(Payload);

    /// <summary>The row for an item and its payload.</summary>
    public static LibraryRevision Of(SharedItem item, PracticeRevision payload, byte[] signed) => new()
    {
        ItemId = item.ItemId,
        Position = item.Position,
        NodeId = item.NodeId,
        PracticeId = SubjectKey.IdOf(payload.About),
        Revision = payload.About.Revision,
        Payload = signed,
        RevisedAt = NotAfter(item.ReceivedAt, payload.RevisedAt.ToDateTimeOffset()),
        ReceivedAt = item.ReceivedAt,
    };

    // A clock in the future would keep its chapter's practices first for ever. Microseconds: what both engines can keep.
    private static DateTimeOffset NotAfter(DateTimeOffset received, DateTimeOffset claimed)
    {
        var earlier = claimed < received ? claimed : received;
        return new DateTimeOffset(earlier.UtcTicks - (earlier.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
    }
}

/// <summary>What tells apart what items are about: a node can only speak of its own.</summary>
internal sealed record SubjectKey(string NodeId, Guid Id)
{
    /// <summary>The id that a payload is about.</summary>
    public static Guid IdOf(Subject about) => new(about.Id.Span, bigEndian: true);
}
