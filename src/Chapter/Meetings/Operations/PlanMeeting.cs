namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Plans a new meeting, as a draft.</summary>
/// <param name="Actor">Who plans it.</param>
/// <param name="Plan">The plan; may still lack what an announcement needs.</param>
[GenerateSerializer, Immutable, Alias("meeting.plan")]
public sealed record PlanMeeting([property: Id(0)] Actor Actor, [property: Id(1)] MeetingPlan Plan) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Plan.Errors();

    /// <inheritdoc />
    /// <remarks>The same form sent twice finds its work done.</remarks>
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        !meeting.Exists ? meeting with { Id = at.Id, PlannedBy = Actor.Id, PlannedAt = at.Now, Version = 1, Plan = Plan }
        : meeting.PlannedBy == Actor.Id && meeting.Plan.Says(Plan) ? meeting
        : Refusal.Of("meeting.exists");
}
