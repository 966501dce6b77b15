using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>
/// What may be done with a meeting before it begins, and by whom.
/// Facilitators and the executive committee plan, announce, run and cancel. The secretary writes down outcomes and minutes. Every member
/// answers the invitation, says that they are there, and settles what they promised. A steward looks after the server: here they are a
/// member like any other.
/// </summary>
public sealed partial record Meeting
{
    /// <summary>The roles that plan and run meetings.</summary>
    private static readonly string[] _leaders = [ChapterRoles.Facilitator, ChapterRoles.Executive];

    /// <summary>The roles that write down what came of a meeting.</summary>
    private static readonly string[] _scribes = [.. _leaders, ChapterRoles.Secretary];

    /// <summary>True when the actor plans and runs meetings.</summary>
    public static bool MayPlan(Actor actor) => actor.Id != Guid.Empty && actor.Is(_leaders);

    /// <summary>True when the actor writes down outcomes and minutes.</summary>
    public static bool MayWriteDown(Actor actor) => actor.Id != Guid.Empty && actor.Is(_scribes);

    /// <summary>The first plan of a new meeting.</summary>
    public Result<Meeting> Draft(Guid id, PlanMeeting command, DateTimeOffset at)
    {
        if (!MayPlan(command.Actor))
        {
            return NotAllowed;
        }

        if (Exists)
        {
            // The same form sent twice: the second finds its work done.
            return PlannedBy == command.Actor.Id && Plan.Says(command.Plan) ? this : Refusal.Of("meeting.exists");
        }

        return Fault(command.Plan) is { } fault
            ? fault
            : this with { Id = id, PlannedBy = command.Actor.Id, PlannedAt = at, Version = 1, Plan = command.Plan };
    }

    /// <summary>
    /// Another plan. Once announced, it must stay complete; and answers that fit the new plan no longer (another day, no such mode) are
    /// taken out, because nobody said yes to that: these members are asked again.
    /// </summary>
    public Result<Meeting> Revise(RevisePlan command, DateTimeOffset at)
    {
        if (RefusalFor(command.Actor, MayPlan(command.Actor), State is MeetingState.Draft or MeetingState.Announced) is { } refusal)
        {
            return refusal;
        }

        if (Plan.Says(command.Plan))
        {
            return this;
        }

        if (command.BasedOn != Version)
        {
            return Refusal.Of("meeting.stale", "", Version);
        }

        if (Fault(command.Plan) is { } fault)
        {
            return fault;
        }

        var plan = command.Plan with { Unknown = Plan.Unknown };
        if (State == MeetingState.Announced && Lacking(plan, at) is { Count: > 0 } lacking)
        {
            return Result<Meeting>.Refused(lacking);
        }

        return this with { Version = Version + 1, Plan = plan, Rsvps = plan.Day == Plan.Day ? [.. Rsvps.Where(r => plan.Takes(r.Answer))] : [] };
    }

    /// <summary>Shows it to every member. From here on it is a promise: it has an agenda, and people know how to get there.</summary>
    public Result<Meeting> Announce(AnnounceMeeting command, DateTimeOffset at)
    {
        if (RefusalFor(command.Actor, MayPlan(command.Actor), State is MeetingState.Draft or MeetingState.Announced) is { } refusal)
        {
            return refusal;
        }

        if (State == MeetingState.Announced)
        {
            return this;
        }

        if (command.BasedOn != Version)
        {
            return Refusal.Of("meeting.announce-stale", "", Version);
        }

        // The page with the button has none of the plan's fields: the words say what lacks.
        return Lacking(Plan, at) is { Count: > 0 } lacking
            ? Result<Meeting>.Refused(lacking.Select(p => p with { Field = "" }))
            : this with { State = MeetingState.Announced, AnnouncedAt = at };
    }

    /// <summary>A member says whether they come.</summary>
    public Result<Meeting> Answer(AnswerInvitation command, DateTimeOffset at)
    {
        if (RefusalFor(command.Actor, IsMember(command.Actor), State == MeetingState.Announced) is { } refusal)
        {
            return refusal;
        }

        if (!Plan.Takes(command.Answer))
        {
            return Refusal.Of("meeting.no-such-mode");
        }

        return AnswerOf(command.Actor) == command.Answer
            ? this
            : this with { Rsvps = [.. Rsvps.Where(r => r.Member != command.Actor.Id), new(command.Actor.Id, command.Answer, at)] };
    }

    /// <summary>It will not take place. What was agreed on stays readable, with the reason.</summary>
    public Result<Meeting> Cancel(CancelMeeting command, DateTimeOffset at)
    {
        if (RefusalFor(command.Actor, MayPlan(command.Actor), State is MeetingState.Draft or MeetingState.Announced or MeetingState.Cancelled) is { } refusal)
        {
            return refusal;
        }

        return State == MeetingState.Cancelled ? this
            : string.IsNullOrWhiteSpace(command.Reason) ? Refusal.Of("meeting.reason-missing", nameof(command.Reason))
            : this with { State = MeetingState.Cancelled, Cancellation = new(at, command.Actor.Id, command.Reason) };
    }

    /// <summary>True when the actor may see it: a plan that was never announced is for those who plan.</summary>
    public bool MayRead(Actor actor) => Exists && (MayPlan(actor) || (IsMember(actor) && AnnouncedAt is not null));

    /// <summary>The member's answer; null while they have not given one.</summary>
    public RsvpAnswer? AnswerOf(Actor actor) => Rsvps.FirstOrDefault(r => r.Member == actor.Id)?.Answer;

    /// <summary>How many said this.</summary>
    public int Count(RsvpAnswer answer) => Rsvps.Count(r => r.Answer == answer);

    /// <summary>The address of the video call, for those who may see it; null otherwise and when the meeting is over.</summary>
    public string? VideoLinkFor(Actor actor) => Plan.VideoLink.Length > 0 && LetsIn(actor) ? Plan.VideoLink : null;

    /// <summary>The number to call in, for the same people: it leads into the same call.</summary>
    public string? PhoneFor(Actor actor) => Plan.Phone.Length > 0 && LetsIn(actor) ? Plan.Phone : null;

    private bool LetsIn(Actor actor)
    {
        // Those who may read a draft are those who wrote it.
        var open = State is MeetingState.Draft or MeetingState.Announced or MeetingState.InProgress && Plan.Has(AttendanceMode.Remote);
        var comes = AnswerOf(actor) is RsvpAnswer.InPerson or RsvpAnswer.Remote || Attendees.Any(a => a.Member == actor.Id);
        return open && MayRead(actor) && (Plan.LinkFor == LinkAudience.Members || comes || MayPlan(actor));
    }

    private static Refusal NotAllowed => Refusal.Of("meeting.not-allowed");

    private static bool IsMember(Actor actor) => actor.Id != Guid.Empty;

    /// <summary>What an announced meeting must not lack; each beside its field.</summary>
    private static List<Refusal> Lacking(MeetingPlan plan, DateTimeOffset now)
    {
        var lacking = new List<Refusal>();
        if (plan.StartsAt <= now)
        {
            lacking.Add(Refusal.Of("meeting.start-past", "Date"));
        }

        if (plan.Items.Count == 0)
        {
            lacking.Add(Refusal.Of("meeting.items-missing"));
        }

        if (plan.Has(AttendanceMode.InPerson) && plan.Place.Length == 0)
        {
            lacking.Add(Refusal.Of("meeting.place-missing", nameof(plan.Place)));
        }

        if (plan.Has(AttendanceMode.Remote) && plan.VideoLink.Length == 0 && plan.Phone.Length == 0)
        {
            lacking.Add(Refusal.Of("meeting.remote-missing", nameof(plan.VideoLink)));
        }

        return lacking;
    }

    /// <summary>What no plan may be, a draft neither; forms refuse most of it earlier.</summary>
    private static Refusal? Fault(MeetingPlan plan) =>
        plan.StartsAt.Offset != TimeSpan.Zero || plan.StartsAt.Ticks % TimeSpan.TicksPerMinute != 0 ? Refusal.Of("meeting.start-missing", "Date")
        : plan.Minutes <= 0 ? Refusal.Of("meeting.minutes-missing", nameof(plan.Minutes))
        : plan.Items.Count > MostItems ? Refusal.Of("meeting.items-too-many", "", MostItems)
        : plan.PreReadings.Count > MostReadings ? Refusal.Of("meeting.readings-too-many", "", MostReadings)
        : plan.Items.Any(i => i.Id == Guid.Empty || i.Minutes < 0) || plan.Items.DistinctBy(i => i.Id).Count() < plan.Items.Count ? Refusal.Of("meeting.items-unclear")
        : null;

    // Who may not even see it is told that there is nothing.
    private Refusal? RefusalFor(Actor actor, bool allowed, bool timely) =>
        !MayRead(actor) ? Refusal.Of("meeting.unknown")
        : !allowed ? NotAllowed
        : timely ? null
        : Refusal.Of(State switch
        {
            MeetingState.Draft => "meeting.not-announced",
            MeetingState.Announced => "meeting.not-begun",
            MeetingState.InProgress => "meeting.in-progress",
            MeetingState.Closed => "meeting.closed",
            _ => "meeting.cancelled",
        });
}
