namespace RecoveryCoP.Chapter.Committees;

/// <summary>The executive, or whoever is in charge of personal information, erases the words of an entry that named somebody. Its counts stay, and that its words were erased.</summary>
/// <param name="Actor">Who.</param>
[GenerateSerializer, Immutable, Alias("vote.erase-words")]
public sealed record EraseVoteWords([property: Id(0)] Actor Actor) : IOperation<RecordedVote>
{
    /// <inheritdoc />
    public static Access Access => RecordedVote.Erasers;

    /// <inheritdoc />
    public Result<RecordedVote> On(RecordedVote vote, OperationContext at) =>
        !vote.Exists ? Refusal.Of("vote.unknown")
        : vote.WordsErasedAt is not null ? vote
        : vote.WithoutWords(at.Now);
}
