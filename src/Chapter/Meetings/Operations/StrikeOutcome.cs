namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Takes out what was written down by mistake; what is not there is already out.</summary>
/// <param name="Actor">Who takes it out.</param>
/// <param name="Id">Which outcome.</param>
[GenerateSerializer, Immutable, Alias("meeting.strike-outcome")]
public sealed record StrikeOutcome([property: Id(0)] Actor Actor, [property: Id(1)] Guid Id) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Scribes;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.RefusalFor(MeetingAct.Note, Actor, at.Now) is { } refusal ? refusal
        : meeting.Outcomes.All(o => o.Id != Id) ? meeting
        : meeting.With([.. meeting.Outcomes.Where(o => o.Id != Id)]);
}
