namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Takes back what one proposed to correct.</summary>
/// <param name="Actor">Who proposed it.</param>
/// <param name="Correction">Which.</param>
[GenerateSerializer, Immutable, Alias("meeting.take-back-correction")]
public sealed record TakeBackCorrection([property: Id(0)] Actor Actor, [property: Id(1)] Guid Correction) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.RefusalToCorrect(Actor, at.Now) is { } refusal ? refusal
        : meeting.Minutes!.Corrections.FirstOrDefault(c => c.Id == Correction) is not { } correction ? meeting
        : !correction.IsBy(Actor) ? Refusal.Of("meeting.correction-unknown")
        : meeting.With([.. meeting.Minutes.Corrections.Where(c => c.Id != Correction)]);
}
