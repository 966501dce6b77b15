namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Where the clock stands to a meeting, on the clocks of its zone.</summary>
public enum MeetingClock
{
    /// <summary>Its planned beginning is still to come.</summary>
    Ahead,

    /// <summary>From its planned beginning until the day of its planned end is over: meetings begin late and last longer.</summary>
    OnItsDay,

    /// <summary>Its day is over.</summary>
    Over,
}

/// <summary>What is done to a meeting, as far as its state and the clock decide whether it can be.</summary>
public enum MeetingAct
{
    /// <summary>The plan is given another text; what may change once it has begun <see cref="RevisePlan"/> says.</summary>
    Revise,

    /// <summary>Members are shown it.</summary>
    Announce,

    /// <summary>A member says whether they come.</summary>
    Answer,

    /// <summary>It begins.</summary>
    Begin,

    /// <summary>That it has begun is taken back.</summary>
    UndoBeginning,

    /// <summary>That it took place is written down afterwards.</summary>
    RecordAfterwards,

    /// <summary>It is called off; once its day is over: it did not take place.</summary>
    Cancel,

    /// <summary>A draft that was given up before anybody was told is taken up again.</summary>
    Restore,

    /// <summary>Who is there is written down.</summary>
    Attend,

    /// <summary>What comes of it is written down.</summary>
    Note,

    /// <summary>A member says that they are late or cannot get in.</summary>
    Tell,

    /// <summary>A guest is not named any more.</summary>
    ForgetGuest,

    /// <summary>A promise is kept.</summary>
    Settle,

    /// <summary>It ends.</summary>
    Close,

    /// <summary>Its minutes are written or approved.</summary>
    KeepMinutes,
}

/// <summary>How a meeting stands to those who look at it: its state, and what the clock makes of it.</summary>
public enum MeetingStanding
{
    /// <summary>Seen by those who plan.</summary>
    Draft,

    /// <summary>Members say whether they come.</summary>
    Announced,

    /// <summary>Announced, its day is over, and nobody has said whether it took place.</summary>
    Unresolved,

    /// <summary>People are in it.</summary>
    InProgress,

    /// <summary>Its day is over, and attendance and notes are still open.</summary>
    BeingRecorded,

    /// <summary>It took place.</summary>
    Closed,

    /// <summary>It was called off.</summary>
    Cancelled,

    /// <summary>Its day was over when somebody said that it had not taken place.</summary>
    NotHeld,
}

/// <summary>
/// The states of a meeting and what leads from one to another, with the clock. Everything that asks whether something can still be done to a
/// meeting, or what is shown of it, asks here. ARCHITECTURE.md has a drawing.
/// </summary>
public static class MeetingStates
{
    /// <summary>Where the clock stands.</summary>
    public static MeetingClock ClockOf(DateTimeOffset startsAt, DateTimeOffset endsAt, DateTimeOffset now, TimeZoneInfo zone)
    {
        // One that ends at midnight ends on the day before.
        var lastDay = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(endsAt.AddTicks(-1), zone).DateTime);
        return now < startsAt ? MeetingClock.Ahead
            : DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime) <= lastDay ? MeetingClock.OnItsDay
            : MeetingClock.Over;
    }

    /// <summary>Where the clock stands to a plan.</summary>
    public static MeetingClock ClockAt(this MeetingPlan plan, DateTimeOffset now) => ClockOf(plan.StartsAt, plan.EndsAt, now, TimeZoneInfo.FindSystemTimeZoneById(plan.Zone));

    /// <summary>The state that an act leads to; null when it cannot be done. What is done already leads to the same state: repeating it changes nothing.</summary>
    public static MeetingState? After(this MeetingAct act, MeetingState state, MeetingClock clock) => (act, state, clock) switch
    {
        (MeetingAct.Revise, MeetingState.Draft or MeetingState.InProgress, _) => state,
        (MeetingAct.Revise, MeetingState.Announced, not MeetingClock.Over) => state,
        (MeetingAct.Announce, MeetingState.Draft, MeetingClock.Ahead) => MeetingState.Announced,
        (MeetingAct.Announce, MeetingState.Announced, _) => state,
        (MeetingAct.Answer, MeetingState.Announced, not MeetingClock.Over) => state,
        (MeetingAct.Begin, MeetingState.Announced, not MeetingClock.Over) => MeetingState.InProgress,
        (MeetingAct.Begin, MeetingState.InProgress, _) => state,
        (MeetingAct.UndoBeginning, MeetingState.Announced or MeetingState.InProgress, _) => MeetingState.Announced,
        // A draft can no longer be announced from its beginning on; whoever met all the same need not wait for midnight.
        (MeetingAct.RecordAfterwards, MeetingState.Draft, not MeetingClock.Ahead) => MeetingState.InProgress,
        (MeetingAct.RecordAfterwards, MeetingState.Announced, MeetingClock.Over) => MeetingState.InProgress,
        (MeetingAct.RecordAfterwards, MeetingState.InProgress, _) => state,
        (MeetingAct.Cancel, MeetingState.Draft or MeetingState.Announced or MeetingState.Cancelled, _) => MeetingState.Cancelled,
        (MeetingAct.Restore, MeetingState.Draft or MeetingState.Cancelled, _) => MeetingState.Draft,
        (MeetingAct.Attend or MeetingAct.Note, MeetingState.InProgress, _) => state,
        (MeetingAct.Tell, MeetingState.Announced or MeetingState.InProgress, not MeetingClock.Over) => state,
        (MeetingAct.ForgetGuest, MeetingState.InProgress or MeetingState.Closed, _) => state,
        (MeetingAct.Settle, MeetingState.InProgress or MeetingState.Closed, _) => state,
        (MeetingAct.Close, MeetingState.InProgress or MeetingState.Closed, _) => MeetingState.Closed,
        (MeetingAct.KeepMinutes, MeetingState.Closed, _) => state,
        _ => null,
    };

    /// <summary>True when it can be done now.</summary>
    public static bool Can(this Meeting meeting, MeetingAct act, DateTimeOffset now) => act.After(meeting.State, meeting.Plan.ClockAt(now)) is not null;

    /// <summary>Why the actor cannot do it now; null when they can. The refusal names the state. Who may not even see the meeting is told that there is nothing.</summary>
    public static Refusal? RefusalFor(this Meeting meeting, MeetingAct act, Actor actor, DateTimeOffset now) =>
        !meeting.MayRead(actor) ? Refusal.Of("meeting.unknown")
        : meeting.Can(act, now) ? null
        : Refusal.Of((meeting.State, act, meeting.Plan.ClockAt(now)) switch
        {
            (MeetingState.Draft, MeetingAct.Announce, _) => "meeting.start-past",
            (MeetingState.Draft, _, _) => "meeting.not-announced",
            (MeetingState.Announced, _, MeetingClock.Over) => "meeting.past",
            (MeetingState.Announced, _, _) => "meeting.not-begun",
            (MeetingState.InProgress, _, _) => "meeting.in-progress",
            (MeetingState.Closed, _, _) => "meeting.closed",
            _ => "meeting.cancelled",
        });

    /// <summary>How a meeting stands.</summary>
    public static MeetingStanding StandingOf(MeetingState state, MeetingClock clock, bool calledOffAfterItsDay) => (state, clock) switch
    {
        (MeetingState.Draft, _) => MeetingStanding.Draft,
        (MeetingState.Announced, MeetingClock.Over) => MeetingStanding.Unresolved,
        (MeetingState.Announced, _) => MeetingStanding.Announced,
        (MeetingState.InProgress, MeetingClock.Over) => MeetingStanding.BeingRecorded,
        (MeetingState.InProgress, _) => MeetingStanding.InProgress,
        (MeetingState.Closed, _) => MeetingStanding.Closed,
        _ => calledOffAfterItsDay ? MeetingStanding.NotHeld : MeetingStanding.Cancelled,
    };

    /// <summary>How a meeting stands now.</summary>
    public static MeetingStanding StandingAt(this Meeting meeting, DateTimeOffset now) => meeting.Exists
        ? StandingOf(meeting.State, meeting.Plan.ClockAt(now), meeting.Cancellation is { } off && meeting.Plan.ClockAt(off.At) == MeetingClock.Over)
        : MeetingStanding.Draft;
}
