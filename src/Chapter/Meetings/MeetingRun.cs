using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>What may be done with a meeting while people are in it: who is there, what comes of each item.</summary>
public sealed partial record Meeting
{
    /// <summary>More guests than any room holds: a slip of the finger.</summary>
    public const int MostGuests = 1000;

    /// <summary>Begins it. Whoever runs it knows when: no clock decides.</summary>
    public Result<Meeting> Begin(BeginMeeting command, DateTimeOffset at) =>
        RefusalFor(command.Actor, MayPlan(command.Actor), State is MeetingState.Announced or MeetingState.InProgress) is { } refusal ? refusal
        : State == MeetingState.InProgress ? this
        : this with { State = MeetingState.InProgress, StartedAt = at };

    /// <summary>Writes down who is there. A mode that was not planned is taken all the same: somebody may call in to a meeting in person.</summary>
    public Result<Meeting> TakeAttendance(TakeAttendance command)
    {
        if (RefusalFor(command.Actor, MayPlan(command.Actor), State == MeetingState.InProgress) is { } refusal)
        {
            return refusal;
        }

        if (command.Guests.InPerson is < 0 or > MostGuests)
        {
            return Refusal.Of("meeting.guests-unclear", "GuestsInPerson", MostGuests);
        }

        if (command.Guests.Remote is < 0 or > MostGuests)
        {
            return Refusal.Of("meeting.guests-unclear", "GuestsRemote", MostGuests);
        }

        if (command.Present.Any(p => p.Member == Guid.Empty))
        {
            return Refusal.Of("meeting.member-unknown");
        }

        var now = command.Present.GroupBy(p => p.Member).Select(g => g.Last()).ToDictionary(p => p.Member, p => p.Mode);
        return this with
        {
            Guests = command.Guests,
            Attendees =
            [
                .. Attendees.Where(a => !now.TryGetValue(a.Member, out var mode) || mode == a.Mode),
                .. now.Where(n => n.Value is not null && !Attendees.Any(a => a.Member == n.Key && a.Mode == n.Value)).Select(n => new Attendee(n.Key, n.Value!.Value, command.Actor.Id)),
            ],
        };
    }

    /// <summary>A member says that they are there.</summary>
    public Result<Meeting> MarkPresent(MarkPresent command)
    {
        if (RefusalFor(command.Actor, IsMember(command.Actor), State == MeetingState.InProgress) is { } refusal)
        {
            return refusal;
        }

        return !Plan.Has(command.Mode) ? Refusal.Of("meeting.no-such-mode")
            : PresenceOf(command.Actor.Id) == command.Mode ? this
            : this with { Attendees = [.. Attendees.Where(a => a.Member != command.Actor.Id), new(command.Actor.Id, command.Mode, command.Actor.Id)] };
    }

    /// <summary>Writes down what came of an item, or puts it otherwise. An action names who promised it.</summary>
    public Result<Meeting> RecordOutcome(RecordOutcome command, DateTimeOffset at)
    {
        if (RefusalFor(command.Actor, MayWriteDown(command.Actor), State == MeetingState.InProgress) is { } refusal)
        {
            return refusal;
        }

        if (command.Id == Guid.Empty || Plan.Items.All(i => i.Id != command.Item))
        {
            return Refusal.Of("meeting.item-unknown");
        }

        if (string.IsNullOrWhiteSpace(command.Text))
        {
            return Refusal.Of("meeting.outcome-missing", nameof(command.Text));
        }

        var promises = command.Kind == OutcomeKind.Action;
        if (promises && (command.Owner is null || command.Owner == Guid.Empty))
        {
            return Refusal.Of("meeting.owner-missing", nameof(command.Owner));
        }

        var earlier = Outcomes.FirstOrDefault(o => o.Id == command.Id);
        if (earlier is null && Outcomes.Count == MostOutcomes)
        {
            return Refusal.Of("meeting.outcomes-too-many", "", MostOutcomes);
        }

        var outcome = new ItemOutcome
        {
            Id = command.Id,
            Item = command.Item,
            Kind = command.Kind,
            Text = command.Text,
            Owner = promises ? command.Owner : null,
            Due = promises ? command.Due : null,
            DoneAt = promises ? earlier?.DoneAt : null,
            At = at,
            By = command.Actor.Id,
            Unknown = earlier?.Unknown,
        };
        return WithOutcomes(earlier is null ? [.. Outcomes, outcome] : [.. Outcomes.Select(o => o.Id == command.Id ? outcome : o)]);
    }

    /// <summary>Takes out what was written down by mistake; what is not there is already out.</summary>
    public Result<Meeting> StrikeOutcome(StrikeOutcome command) =>
        RefusalFor(command.Actor, MayWriteDown(command.Actor), State == MeetingState.InProgress) is { } refusal ? refusal
        : WithOutcomes([.. Outcomes.Where(o => o.Id != command.Id)]);

    /// <summary>Says that an action is done, or that it is not after all; the meeting may long be over.</summary>
    public Result<Meeting> SettleAction(SettleAction command, DateTimeOffset at)
    {
        var action = Outcomes.FirstOrDefault(o => o.Id == command.Id && o.Kind == OutcomeKind.Action);
        var theirs = IsMember(command.Actor) && action is not null && action.Owner == command.Actor.Id;
        if (RefusalFor(command.Actor, theirs || MayPlan(command.Actor), State is MeetingState.InProgress or MeetingState.Closed) is { } refusal)
        {
            return refusal;
        }

        return action is null ? Refusal.Of("meeting.action-unknown")
            : (action.DoneAt is not null) == command.Done ? this
            : WithOutcomes([.. Outcomes.Select(o => o.Id == command.Id ? o with { DoneAt = command.Done ? at : null } : o)]);
    }

    /// <summary>Ends it. Attendance and outcomes stand from here on: what was forgotten goes into the minutes.</summary>
    public Result<Meeting> Close(CloseMeeting command, DateTimeOffset at) =>
        RefusalFor(command.Actor, MayPlan(command.Actor), State is MeetingState.InProgress or MeetingState.Closed) is { } refusal ? refusal
        : State == MeetingState.Closed ? this
        : this with { State = MeetingState.Closed, ClosedAt = at };

    /// <summary>How a member is or was there; null: they were not.</summary>
    public AttendanceMode? PresenceOf(Guid member) => Attendees.FirstOrDefault(a => a.Member == member)?.Mode;

    /// <summary>How many took part this way, guests included.</summary>
    public int Attendance(AttendanceMode mode) =>
        Attendees.Count(a => a.Mode == mode) + (mode == AttendanceMode.InPerson ? Guests.InPerson : Guests.Remote);

    /// <summary>What came of an item.</summary>
    public IEnumerable<ItemOutcome> OutcomesOf(AgendaItem item) => Outcomes.Where(o => o.Item == item.Id);

    private Meeting WithOutcomes(IReadOnlyList<ItemOutcome> outcomes) =>
        this with { Outcomes = outcomes, OpenActions = outcomes.Count(o => o.Kind == OutcomeKind.Action && o.DoneAt is null) };
}
