namespace RecoveryCoP.Chapter.Meetings;

/// <summary>
/// Gives a meeting another plan. Once announced, it must stay complete; and answers that fit the new plan no longer (another day, no such mode)
/// are taken out, because nobody said yes to that: these members are asked again.
/// </summary>
/// <param name="Actor">Who revises it.</param>
/// <param name="BasedOn">Version of the plan that the actor had before their eyes.</param>
/// <param name="Plan">The plan now, whole.</param>
[GenerateSerializer, Immutable, Alias("meeting.revise")]
public sealed record RevisePlan([property: Id(0)] Actor Actor, [property: Id(1)] int BasedOn, [property: Id(2)] MeetingPlan Plan) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Plan.Errors();

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at)
    {
        if (meeting.RefusalFor(Actor, MeetingState.Draft, MeetingState.Announced) is { } refusal)
        {
            return refusal;
        }

        if (meeting.Plan.Says(Plan))
        {
            return meeting;
        }

        return BasedOn != meeting.Version ? Refusal.Of("meeting.stale", "", meeting.Version)
            : meeting.State == MeetingState.Announced && Plan.Lacking(at.Now) is { Count: > 0 } lacking ? Result<Meeting>.Refused(lacking)
            : meeting with
            {
                Version = meeting.Version + 1,
                Plan = Plan with { Unknown = meeting.Plan.Unknown },
                Rsvps = Plan.Day == meeting.Plan.Day ? [.. meeting.Rsvps.Where(r => Plan.Takes(r.Answer))] : [],
            };
    }
}
