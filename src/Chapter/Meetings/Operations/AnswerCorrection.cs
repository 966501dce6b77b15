using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Says what became of a correction; a later word takes the place of an earlier one. What is not taken in is told why.</summary>
/// <param name="Actor">Who writes the minutes.</param>
/// <param name="Correction">Which.</param>
/// <param name="IsTaken">True: the text says so now.</param>
/// <param name="Word">A word for its author.</param>
[GenerateSerializer, Immutable, Alias("meeting.answer-correction")]
public sealed record AnswerCorrection([property: Id(0)] Actor Actor, [property: Id(1)] Guid Correction, [property: Id(2)] bool IsTaken, [property: Id(3)] string Word) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Scribes;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors =>
        !IsTaken && string.IsNullOrWhiteSpace(Word) ? [Refusal.Of("meeting.correction-word-missing", nameof(Word))]
        : TypedText.Length(Word) > Meetings.Correction.LongestWord ? [Refusal.Of("meeting.correction-too-long", nameof(Word), Meetings.Correction.LongestWord)]
        : [];

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.RefusalToCorrect(Actor, at.Now) is { } refusal ? refusal
        : meeting.Minutes!.Corrections.FirstOrDefault(c => c.Id == Correction) is not { } correction ? Refusal.Of("meeting.correction-unknown")
        : correction.Answer is { } answer && answer.IsTaken == IsTaken && answer.Word == Word ? meeting
        : meeting.With([.. meeting.Minutes.Corrections.Select(c => c.Id == Correction ? c with { Answer = new(at.Now, Actor.Id, IsTaken, Word) } : c)]);
}
