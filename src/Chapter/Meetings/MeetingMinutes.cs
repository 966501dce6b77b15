using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>What may be done with the minutes of a meeting that is over: written, approved by a later meeting, published.</summary>
public sealed partial record Meeting
{
    /// <summary>Saves a text. Nobody overwrites what they have not seen, and what a meeting approved is no longer changed.</summary>
    public Result<Meeting> WriteMinutes(WriteMinutes command, string textHash, DateTimeOffset at)
    {
        if (RefusalFor(command.Actor, MayWriteDown(command.Actor), State == MeetingState.Closed) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(command.Text))
        {
            return Refusal.Of("meeting.minutes-text-missing", nameof(command.Text));
        }

        if (Minutes?.TextHash == textHash)
        {
            return this;
        }

        return Minutes is { State: not MinutesState.Draft } ? Refusal.Of("meeting.minutes-approved")
            : command.BasedOn != (Minutes?.Version ?? 0) ? Refusal.Of("meeting.minutes-stale", "", Minutes?.Version ?? 0)
            : this with
            {
                Minutes = (Minutes ?? new Minutes { Version = 0, State = MinutesState.Draft, TextHash = "", At = at, By = command.Actor.Id }) with
                {
                    Version = command.BasedOn + 1,
                    TextHash = textHash,
                    At = at,
                    By = command.Actor.Id,
                },
            };
    }

    /// <summary>A later meeting approved them: whoever ran that meeting writes it down.</summary>
    public Result<Meeting> ApproveMinutes(ApproveMinutes command, DateTimeOffset at)
    {
        if (RefusalFor(command.Actor, MayPlan(command.Actor), State == MeetingState.Closed) is { } refusal)
        {
            return refusal;
        }

        return Minutes is null ? Refusal.Of("meeting.minutes-none")
            : Minutes.State != MinutesState.Draft ? this
            : command.BasedOn != Minutes.Version ? Refusal.Of("meeting.minutes-stale", "", Minutes.Version)
            : command.AtMeeting == Guid.Empty || command.AtMeeting == Id ? Refusal.Of("meeting.approval-missing", nameof(command.AtMeeting))
            : this with { Minutes = Minutes with { State = MinutesState.Approved, ApprovedAtMeeting = command.AtMeeting, ApprovedAt = at } };
    }

    /// <summary>Shows approved minutes to every member.</summary>
    public Result<Meeting> PublishMinutes(PublishMinutes command, DateTimeOffset at)
    {
        if (RefusalFor(command.Actor, MayWriteDown(command.Actor), State == MeetingState.Closed) is { } refusal)
        {
            return refusal;
        }

        return Minutes switch
        {
            null => Refusal.Of("meeting.minutes-none"),
            { State: MinutesState.Published } => this,
            { State: MinutesState.Draft } => Refusal.Of("meeting.minutes-not-approved"),
            _ => this with { Minutes = Minutes with { State = MinutesState.Published, PublishedAt = at } },
        };
    }

    /// <summary>True when the actor may read the minutes there are.</summary>
    public bool MayReadMinutes(Actor actor) =>
        Minutes is not null && (MayWriteDown(actor) || (MayRead(actor) && Minutes.State == MinutesState.Published));
}
