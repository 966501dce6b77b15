namespace RecoveryCoP.Chapter.Committees;

/// <summary>Somebody who writes minutes records what a vote gave that was held elsewhere. The same form sent twice finds its work done.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Committee">On which committee's page it stands.</param>
/// <param name="Corrects">The entry that it corrects; null when it corrects none.</param>
/// <param name="Content">What was voted on, and how.</param>
[GenerateSerializer, Immutable, Alias("vote.record")]
public sealed record RecordVote([property: Id(0)] Actor Actor, [property: Id(1)] Guid Committee, [property: Id(2)] Guid? Corrects, [property: Id(3)] VoteContent Content) : IOperation<RecordedVote>
{
    /// <inheritdoc />
    public static Access Access => RecordedVote.Recorders;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Content.Errors();

    /// <inheritdoc />
    public Result<RecordedVote> On(RecordedVote vote, OperationContext at) =>
        Content.DayRefusal(at.Now) is { } refusal ? refusal
        : !vote.Exists ? vote with { Id = at.Id, Committee = Committee, By = Actor.Id, RecordedAt = at.Now, Corrects = Corrects, Content = Content }
        : vote.By == Actor.Id && vote.Content.Says(Content) ? vote
        : Refusal.Of("vote.exists");
}
