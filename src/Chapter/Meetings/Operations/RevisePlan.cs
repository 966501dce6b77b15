namespace RecoveryCoP.Chapter.Meetings;

/// <summary>
/// Gives a meeting another plan. Once announced, it must stay complete; and whoever answered is asked again when the day, the hour or the place
/// changes, because nobody said yes to that. Once begun, only how to get there or in still changes, and items can be added.
/// </summary>
/// <param name="Actor">Who revises it.</param>
/// <param name="BasedOn">Version of the plan that the actor had before their eyes.</param>
/// <param name="Plan">The plan now, whole.</param>
[GenerateSerializer, Immutable, Alias("meeting.revise")]
public sealed record RevisePlan([property: Id(0)] Actor Actor, [property: Id(1)] int BasedOn, [property: Id(2)] MeetingPlan Plan) : IOperation<Meeting>
{
    // Who was told an earlier day than these has been told another one often enough.
    private const int MostEarlierStarts = 5;

    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Plan.Errors();

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at)
    {
        if (meeting.RefusalFor(MeetingAct.Revise, Actor, at.Now) is { } refusal)
        {
            return refusal;
        }

        if (meeting.Plan.Says(Plan))
        {
            return meeting;
        }

        return BasedOn != meeting.Version ? Refusal.Of("meeting.stale", "", meeting.Version)
            : RefusalsOf(meeting, at.Now) is { Count: > 0 } refusals ? Result<Meeting>.Refused(refusals)
            : Revised(meeting, at.Now);
    }

    private IReadOnlyList<Refusal> RefusalsOf(Meeting meeting, DateTimeOffset now) => meeting.State switch
    {
        MeetingState.Draft => [],
        MeetingState.Announced when IsMoved(meeting) && Plan.StartsAt <= now => [Refusal.Of("meeting.start-past", nameof(MeetingForm.Date)), .. Plan.Lacking()],
        MeetingState.Announced => Plan.Lacking(),
        _ when !Plan.Continues(meeting.Plan) => [Refusal.Of("meeting.begun-plan")],
        // One that was recorded afterwards may never have had a link.
        _ => meeting.Plan.Lacking().Count == 0 ? Plan.Lacking() : [],
    };

    private Meeting Revised(Meeting meeting, DateTimeOffset now)
    {
        var promised = meeting.State == MeetingState.Announced;
        var moved = promised && IsMoved(meeting);
        var asks = promised && (moved || Plan.Place != meeting.Plan.Place);
        List<PlanPart> changed = promised ? [.. meeting.Plan.PartsChangedBy(Plan)] : [];
        var addsReading = promised && Plan.PreReadings.Except(meeting.Plan.PreReadings).Any();
        return meeting with
        {
            Version = meeting.Version + 1,
            RevisedAt = now,
            Changes = meeting.Changes + (changed.Count > 0 ? 1 : 0),
            ChangedAt = changed.Count > 0 ? now : meeting.ChangedAt,
            Changed = [.. meeting.Changed.Except(changed), .. changed],
            ReadingsAdded = meeting.ReadingsAdded + (addsReading ? 1 : 0),
            ReadingsAddedAt = addsReading ? now : meeting.ReadingsAddedAt,
            Occurrence = meeting.Occurrence?.ByHand,
            Plan = Plan with { Unknown = meeting.Plan.Unknown, Items = [.. Plan.Items.Select(i => i with { Unknown = meeting.Plan.Items.FirstOrDefault(earlier => earlier.Id == i.Id)?.Unknown })] },
            Round = asks ? meeting.Round + 1 : meeting.Round,
            // A calendar answers to a way of taking part too, which it does not name.
            RoundSince = asks || (promised && Plan.Mode != meeting.Plan.Mode) ? meeting.Version + 1 : meeting.RoundSince,
            EarlierStarts = moved ? [.. meeting.EarlierStarts.Where(s => s != Plan.Start && s != meeting.Plan.Start).Append(meeting.Plan.Start).TakeLast(MostEarlierStarts)] : meeting.EarlierStarts,
        };
    }

    private bool IsMoved(Meeting meeting) => Plan.Start != meeting.Plan.Start || Plan.Zone != meeting.Plan.Zone;
}
