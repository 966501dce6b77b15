namespace RecoveryCoP.Chapter.Committees;

/// <summary>Whoever recorded a vote mends their entry, within a day. After that it stands, and a further entry corrects it.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Content">What it says now.</param>
[GenerateSerializer, Immutable, Alias("vote.mend")]
public sealed record MendVote([property: Id(0)] Actor Actor, [property: Id(1)] VoteContent Content) : IOperation<RecordedVote>
{
    /// <inheritdoc />
    public static Access Access => RecordedVote.Recorders;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Content.Errors();

    /// <inheritdoc />
    public Result<RecordedVote> On(RecordedVote vote, OperationContext at) =>
        !vote.Exists ? Refusal.Of("vote.unknown")
        : !vote.IsOpenFor(Actor, at.Now) ? Refusal.Of("vote.stands")
        : Content.DayRefusal(at.Now) is { } refusal ? refusal
        : vote.Content.Says(Content) ? vote
        : vote with { Content = Content with { Unknown = vote.Content.Unknown } };
}
