using RecoveryCoP.Chapter.Templates;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>
/// A date of a series is about something of its own, as the community's template says: its draft is made, says something else, or is as the series makes it again. A draft
/// that somebody touched, and whatever members were told, stays. Done twice, it finds its work done.
/// </summary>
/// <param name="Actor">Who.</param>
/// <param name="Of">The date, and what the template calls it.</param>
/// <param name="Usual">What the series says of that date.</param>
/// <param name="Before">What it is about until now; null where that is what the series says.</param>
/// <param name="After">What it is about from now on; null where that is what the series says.</param>
[GenerateSerializer, Immutable, Alias("meeting.set-occasion")]
public sealed record SetOccasion(
    [property: Id(0)] Actor Actor, [property: Id(1)] Occurrence Of, [property: Id(2)] MeetingPlan Usual, [property: Id(3)] MeetingPlan? Before, [property: Id(4)] MeetingPlan? After) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => (After ?? Usual).Errors();

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at)
    {
        var plan = After is null ? Usual : Usual.OnOccasion(After);
        return Stands(meeting, After) ? meeting
            : meeting.Exists && meeting.Occurrence is not { IsAsMade: true } ? TemplateRefusals.InUse
            : !Stands(meeting, Before) ? TemplateRefusals.Changed
            : plan.StartsAt <= at.Now ? Refusal.Of("meeting.start-past")
            : !meeting.Exists ? meeting with { Id = at.Id, PlannedAt = at.Now, Version = 1, Plan = plan, Occurrence = Of }
            : meeting with
            {
                State = MeetingState.Draft, Cancellation = null, Version = meeting.Version + 1, RevisedAt = at.Now,
                Plan = plan with { Unknown = meeting.Plan.Unknown }, Occurrence = After is null ? Of with { Occasion = null } : Of,
            };
    }

    // One that the series took out again, as when it was ended, is there no longer.
    private bool Stands(Meeting meeting, MeetingPlan? about) => about is null
        ? meeting.Occurrence?.Occasion is not { } occasion || (occasion == Of.Occasion && meeting.State == MeetingState.Cancelled)
        : meeting.Occurrence?.Occasion == Of.Occasion && meeting.State == MeetingState.Draft && meeting.Plan.IsAbout(about);
}
