namespace RecoveryCoP.Chapter.Meetings;

/// <summary>
/// Makes the draft for a date of a series, or brings it to where the series stands now. What somebody touched, and what a newer version of the series said, stays:
/// so it can be done any number of times, in any order.
/// </summary>
/// <param name="Actor">The node itself.</param>
/// <param name="Of">The date.</param>
/// <param name="Plan">What the series says of it; null when there is to be no meeting.</param>
[GenerateSerializer, Immutable, Alias("meeting.plan-occurrence")]
public sealed record PlanOccurrence([property: Id(0)] Actor Actor, [property: Id(1)] Occurrence Of, [property: Id(2)] MeetingPlan? Plan) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Plan?.Errors() ?? [];

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        !meeting.Exists ? Plan is null ? meeting : meeting with { Id = at.Id, PlannedAt = at.Now, Version = 1, Plan = Plan, Occurrence = Of }
        : meeting.Occurrence is not { IsAsMade: true } earlier || earlier.Version > Of.Version ? meeting
        : Plan is null ? Withdrawn(meeting, at.Now)
        : Brought(meeting, earlier, Plan, at.Now);

    // What the date is about, where that is something of its own, stays: it may have been said while the series was looked at.
    private Meeting Brought(Meeting meeting, Occurrence earlier, MeetingPlan says, DateTimeOffset now)
    {
        var plan = earlier.Occasion is null ? says : says.OnOccasion(meeting.Plan);
        return meeting.State == MeetingState.Draft && earlier.Date == Of.Date && meeting.Plan.Says(plan) ? meeting
            : meeting with { State = MeetingState.Draft, Cancellation = null, Version = meeting.Version + 1, RevisedAt = now, Plan = plan, Occurrence = Of with { Occasion = earlier.Occasion } };
    }

    // It may come back: a skip is taken back, the end of the series is put off.
    private Meeting Withdrawn(Meeting meeting, DateTimeOffset now) =>
        meeting.State != MeetingState.Draft ? meeting : meeting with { State = MeetingState.Cancelled, Cancellation = new(now, Actor.Id, ""), Occurrence = Of };
}
