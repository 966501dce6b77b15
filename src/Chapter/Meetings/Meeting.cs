using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Where a meeting stands. It only ever moves forward, but for a beginning by mistake and a draft that was given up: both can be taken back.</summary>
public enum MeetingState
{
    /// <summary>Seen by those who plan.</summary>
    Draft,

    /// <summary>Seen by every member, who says whether they come.</summary>
    Announced,

    /// <summary>People are in it: attendance and outcomes are written down.</summary>
    InProgress,

    /// <summary>Over; its minutes are written and approved.</summary>
    Closed,

    /// <summary>It will not take place.</summary>
    Cancelled,
}

/// <summary>
/// A meeting from its first draft to its approved minutes: the plan with its agenda, who said they would come, who came, what came of
/// each item and who promised what. The text of the minutes is in the text store, under the hash that <see cref="Minutes"/> names.
/// Facilitators and the executive committee plan, announce, run and cancel. The secretary writes down outcomes and minutes. Every member
/// answers the invitation, says that they are there, and settles what they promised. A steward looks after the server: here they are a
/// member like any other.
/// </summary>
public sealed record Meeting : GrainRecord, IErasable
{
    /// <summary>The name of its state in storage and in the change log.</summary>
    public const string Kind = "meeting";

    /// <summary>The agenda of a long day; every save rewrites it, so it has an end.</summary>
    public const int MostItems = 30;

    /// <summary>What a phone can fetch before a meeting.</summary>
    public const int MostFiles = 5;

    /// <summary>What anybody can read before a meeting, and more.</summary>
    public const int MostReadings = 20;

    /// <summary>Every save rewrites them, so they have an end.</summary>
    public const int MostOutcomes = 500;

    private static readonly TimeSpan BeforeJoining = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan BeforeTrouble = TimeSpan.FromHours(1);

    /// <summary>The roles of <see cref="Leaders"/>, as pages are guarded by them.</summary>
    public const string LeaderRoles = ChapterRoles.Facilitator + "," + ChapterRoles.Executive;

    /// <summary>The roles of <see cref="Scribes"/>, as pages are guarded by them.</summary>
    public const string ScribeRoles = LeaderRoles + "," + ChapterRoles.Secretary;

    /// <summary>Those who plan and run meetings.</summary>
    public static Access Leaders { get; } = Access.Roles(LeaderRoles.Split(','));

    /// <summary>Those who write down what came of a meeting.</summary>
    public static Access Scribes { get; } = Access.Roles(ScribeRoles.Split(','));

    /// <summary>Who planned it: a member's id; empty for one that the node made from a series.</summary>
    public Guid PlannedBy { get; init; }

    /// <summary>When its first plan was saved.</summary>
    public DateTimeOffset PlannedAt { get; init; }

    /// <summary>Number of the plan, 1 upwards: who revises says which one they had before their eyes.</summary>
    public int Version { get; init; }

    /// <summary>Where it stands.</summary>
    public MeetingState State { get; init; }

    /// <summary>When, where, how and about what.</summary>
    public MeetingPlan Plan { get; init; } = new();

    /// <summary>
    /// The days and hours that members were told before it was moved, in the order in which they were told: shown struck out, because somebody
    /// still has one of them in their diary.
    /// </summary>
    public IReadOnlyList<DateTime> EarlierStarts { get; init; } = [];

    /// <summary>When the plan was last changed; null while it is as it was first saved.</summary>
    public DateTimeOffset? RevisedAt { get; init; }

    /// <summary>How often something changed, since the announcement, that people need to know to be there.</summary>
    public int Changes { get; init; }

    /// <summary>When that was last; null while nothing did.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>What it was, each once; what changed last is last.</summary>
    public IReadOnlyList<PlanPart> Changed { get; init; } = [];

    /// <summary>What goes with the plan to be read before, in the order in which it was added.</summary>
    public IReadOnlyList<MeetingFile> Files { get; init; } = [];

    /// <summary>How often readings or files were added since the announcement.</summary>
    public int ReadingsAdded { get; init; }

    /// <summary>When that was last.</summary>
    public DateTimeOffset? ReadingsAddedAt { get; init; }

    /// <summary>How often members were asked again, because the day, the hour or the place changed after the announcement.</summary>
    public int Round { get; init; }

    /// <summary>Version of the plan with which they were asked last: a calendar that answers says which version it has.</summary>
    public int RoundSince { get; init; }

    /// <summary>Who said that they come, or that they do not; one a member, the last word counts.</summary>
    public IReadOnlyList<Rsvp> Rsvps { get; init; } = [];

    /// <summary>Members who came; one a member.</summary>
    public IReadOnlyList<Attendee> Attendees { get; init; } = [];

    /// <summary>People who came and are no members: counted, never named.</summary>
    public GuestCount Guests { get; init; } = new(0, 0);

    /// <summary>First names of guests who wanted to be written down, for a year. They never leave the chapter.</summary>
    public IReadOnlyList<NamedGuest> GuestNames { get; init; } = [];

    /// <summary>Members who are late or cannot get in, as those who run it are told; nobody stays here once they are there.</summary>
    public IReadOnlyList<Trouble> Troubles { get; init; } = [];

    /// <summary>The item that it is at, while it is on; null before somebody said so.</summary>
    public CurrentItem? Current { get; init; }

    /// <summary>The first day on which something of <see cref="GuestNames"/> or <see cref="Troubles"/> is to be erased; null while there is nothing.</summary>
    public DateOnly? ForgetOn { get; init; }

    /// <summary>What came of the items, in the order in which it was said.</summary>
    public IReadOnlyList<ItemOutcome> Outcomes { get; init; } = [];

    /// <summary>How many of the actions are not done: lists find them without opening every meeting there ever was.</summary>
    public int OpenActions { get; init; }

    /// <summary>The minutes; null until somebody saved some.</summary>
    public Minutes? Minutes { get; init; }

    /// <summary>Which date of which series it stands for; null for one that was planned by itself.</summary>
    public Occurrence? Occurrence { get; init; }

    /// <summary>For one that was held before the community came here: what is known of how it came along. Null for all others.</summary>
    public MovedIn? MovedIn { get; init; }

    /// <summary>When every member could see it.</summary>
    public DateTimeOffset? AnnouncedAt { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When, by whom and why it was cancelled.</summary>
    public Cancellation? Cancellation { get; init; }

    /// <summary>False for a meeting that nobody has planned yet.</summary>
    [JsonIgnore]
    public bool Exists => Id != Guid.Empty;

    /// <summary>True when the actor may see it: a plan that was never announced is for those who plan.</summary>
    public bool MayRead(Actor actor) => Exists && (Leaders.Allows(actor) || (Access.Members.Allows(actor) && AnnouncedAt is not null));

    /// <summary>True when the actor may read the minutes there are: members read them before they approve them.</summary>
    public bool MayReadMinutes(Actor actor) => Minutes is not null && MayRead(actor);

    /// <summary>True when there is something to read before, elsewhere or here.</summary>
    [JsonIgnore]
    public bool HasReading => Plan.PreReadings.Count > 0 || Files.Count > 0;

    /// <summary>The member's answer; null while they have not given one.</summary>
    public RsvpAnswer? AnswerOf(Actor actor) => RsvpOf(actor)?.Answer;

    /// <summary>True when the member answered something that is no longer asked so: they are asked again.</summary>
    public bool IsToConfirm(Actor actor) => RsvpOf(actor) is { } rsvp && IsToConfirm(rsvp);

    /// <summary>True for an answer to another day, hour or place, or in a way that the meeting no longer has. It stands, and is counted apart.</summary>
    public bool IsToConfirm(Rsvp rsvp) => rsvp.Round != Round || !Plan.Takes(rsvp.Answer);

    /// <summary>True when the member comes, and there are several ways to: their calendar, which answered for them, cannot say which.</summary>
    public bool IsWayUnknown(Actor actor) => RsvpOf(actor) is { Answer: RsvpAnswer.Coming } rsvp && rsvp.Round == Round;

    /// <summary>How many said this of the meeting as it is planned now.</summary>
    public int Count(RsvpAnswer answer) => Rsvps.Count(r => r.Answer == answer && !IsToConfirm(r));

    /// <summary>How many answered and are asked again.</summary>
    [JsonIgnore]
    public int ToConfirm => Rsvps.Count(IsToConfirm);

    /// <summary>True of one that was recorded afterwards from a draft: members first saw it when it was over.</summary>
    [JsonIgnore]
    public bool WasNeverAnnounced => AnnouncedAt >= Plan.StartsAt;

    /// <summary>True when its notes came along with it: no meeting here approved them.</summary>
    [JsonIgnore]
    public bool HasNotesFromBefore => MovedIn is not null && Minutes is { State: MinutesState.Approved, ApprovedAtMeeting: null };

    /// <summary>True when nobody has been written down as there, no guest and no outcome.</summary>
    [JsonIgnore]
    public bool IsBlank => Attendees.Count == 0 && Guests == new GuestCount(0, 0) && GuestNames.Count == 0 && Outcomes.Count == 0;

    /// <summary>The address of the video call, for those who may see it; null otherwise and when the meeting is past.</summary>
    public string? VideoLinkFor(Actor actor, DateTimeOffset now) => Plan.VideoLink.Length > 0 && LetsIn(actor, now) ? Plan.VideoLink : null;

    /// <summary>The number to call in, for the same people: it leads into the same call.</summary>
    public string? PhoneFor(Actor actor, DateTimeOffset now) => Plan.Phone.Length > 0 && LetsIn(actor, now) ? Plan.Phone : null;

    /// <summary>How a member is or was there; null: they were not.</summary>
    public AttendanceMode? PresenceOf(Guid member) => Attendees.FirstOrDefault(a => a.Member == member)?.Mode;

    /// <summary>What a member said last that keeps them from being there; null: nothing, or they are there by now.</summary>
    public TroubleKind? TroubleOf(Actor actor) => Troubles.FirstOrDefault(t => t.Member == actor.Id)?.Kind;

    /// <summary>How many took part this way, guests included.</summary>
    public int Attendance(AttendanceMode mode) =>
        Attendees.Count(a => a.Mode == mode) + (mode == AttendanceMode.InPerson ? Guests.InPerson : Guests.Remote);

    /// <summary>What came of an item.</summary>
    public IEnumerable<ItemOutcome> OutcomesOf(AgendaItem item) => Outcomes.Where(o => o.Item == item.Id);

    /// <summary>An action; null when there is none with that id.</summary>
    public ItemOutcome? ActionOf(Guid id) => Outcomes.FirstOrDefault(o => o.Id == id && o.Kind == OutcomeKind.Action);

    /// <summary>Why the actor cannot say now what should be otherwise in the minutes; null when they can, as far as the minutes decide.</summary>
    public Refusal? RefusalToCorrect(Actor actor, DateTimeOffset now) =>
        this.RefusalFor(MeetingAct.KeepMinutes, actor, now)
        ?? (Minutes is null ? Refusal.Of("meeting.minutes-none") : Minutes.State == MinutesState.Draft ? null : Refusal.Of("meeting.minutes-approved"));

    /// <summary>The same with another outcome in place of one.</summary>
    internal Meeting With(ItemOutcome changed) => With([.. Outcomes.Select(o => o.Id == changed.Id ? changed : o)]);

    IEnumerable<Erasure> IErasable.Erasable =>
    [
        .. GuestNames.Select(g => new Erasure("guest-name", g.Id)),
        .. Files.Select(f => new Erasure("file", f.Id)),
        .. (Minutes?.Corrections ?? []).Select(c => new Erasure("correction", c.Id)),
    ];

    GrainRecord IErasable.Without(Erasure erased, DateTimeOffset now) => erased.Kind switch
    {
        "guest-name" => With([.. GuestNames.Where(g => g.Id != erased.Id)]),
        "file" => this with { Files = [.. Files.Where(f => f.Id != erased.Id)] },
        _ => With([.. Minutes!.Corrections.Where(c => c.Id != erased.Id)]),
    };

    /// <summary>The same with other corrections to its minutes.</summary>
    internal Meeting With(IReadOnlyList<Correction> corrections) => this with { Minutes = Minutes! with { Corrections = corrections } };

    /// <summary>The same with other outcomes.</summary>
    internal Meeting With(IReadOnlyList<ItemOutcome> outcomes) =>
        this with { Outcomes = outcomes, OpenActions = outcomes.Count(o => o.Kind == OutcomeKind.Action && o.DoneAt is null) };

    /// <summary>The same with other names of guests.</summary>
    internal Meeting With(IReadOnlyList<NamedGuest> guests) => (this with { GuestNames = guests }).Dated();

    /// <summary>The same with others who are late or cannot get in.</summary>
    internal Meeting With(IReadOnlyList<Trouble> troubles) => (this with { Troubles = troubles }).Dated();

    private Meeting Dated() => this with
    {
        ForgetOn = Troubles.Count > 0 ? Troubles.Min(t => t.LastDay).AddDays(1) : GuestNames.Count > 0 ? GuestNamesUntil : null,
    };

    /// <summary>The first day on which no guest is named any more.</summary>
    [JsonIgnore]
    public DateOnly GuestNamesUntil => Plan.Day.AddYears(1);

    internal Rsvp? RsvpOf(Actor actor) => Rsvps.FirstOrDefault(r => r.Member == actor.Id);

    /// <summary>True while somebody can join from elsewhere: until it ends, or its day does without its having begun.</summary>
    public bool IsOpenRemotely(DateTimeOffset now) =>
        Plan.Has(AttendanceMode.Remote) && this.StandingAt(now) is MeetingStanding.Draft or MeetingStanding.Announced or MeetingStanding.InProgress or MeetingStanding.BeingRecorded;

    /// <summary>True from a quarter of an hour before until it ends: to join is then what people look for.</summary>
    public bool IsAboutToBeJoined(DateTimeOffset now) =>
        IsOpenRemotely(now) && State is MeetingState.Announced or MeetingState.InProgress && now >= Plan.StartsAt - BeforeJoining && (State == MeetingState.InProgress || now < Plan.EndsAt);

    /// <summary>True from an hour before until it ends: whoever is late or cannot get in says so now.</summary>
    public bool IsNear(DateTimeOffset now) => now >= Plan.StartsAt - BeforeTrouble && this.StandingAt(now) is MeetingStanding.Announced or MeetingStanding.InProgress;

    private bool LetsIn(Actor actor, DateTimeOffset now)
    {
        var comes = AnswerOf(actor) is not (null or RsvpAnswer.Regrets) || Attendees.Any(a => a.Member == actor.Id);
        // Those who may read a draft are those who wrote it.
        return IsOpenRemotely(now) && MayRead(actor) && (Plan.LinkFor == LinkAudience.Members || comes || Leaders.Allows(actor));
    }
}

/// <summary>That somebody comes, or does not.</summary>
public enum RsvpAnswer
{
    /// <summary>Comes to the place.</summary>
    InPerson,

    /// <summary>Comes by video or telephone.</summary>
    Remote,

    /// <summary>Cannot come.</summary>
    Regrets,

    /// <summary>Comes, in which of several ways is not said yet. Only a calendar answers so.</summary>
    Coming,
}

/// <summary>A member's answer to the invitation.</summary>
/// <param name="Member">Whose.</param>
/// <param name="Answer">What they said last.</param>
/// <param name="At">When.</param>
/// <param name="Round">How often members had been asked again by then.</param>
/// <param name="Reply">What a calendar said of the reply that this was; null for an answer on a page.</param>
public sealed record Rsvp(Guid Member, RsvpAnswer Answer, DateTimeOffset At, int Round, CalendarReply? Reply = null);

/// <summary>Which reply of somebody's calendar it is: programs send them late, and twice.</summary>
/// <param name="Sequence">The version of the meeting that the calendar has.</param>
/// <param name="Stamp">When it was made, by the calendar's clock.</param>
[GenerateSerializer, Immutable, Alias("calendar-reply")]
public sealed record CalendarReply([property: Id(0)] int Sequence, [property: Id(1)] DateTimeOffset Stamp)
{
    /// <summary>True when nothing was said since (RFC 5546, 2.1.5): the higher SEQUENCE counts, then the later stamp. What was said on a page has only its hour.</summary>
    public bool IsNewerThan(Rsvp? answer) => answer switch
    {
        null => true,
        { Reply: { } earlier } => Sequence > earlier.Sequence || (Sequence == earlier.Sequence && Stamp > earlier.Stamp),
        _ => Stamp > answer.At,
    };
}

/// <summary>How somebody took part.</summary>
public enum AttendanceMode
{
    /// <summary>In the room.</summary>
    InPerson,

    /// <summary>By video or telephone.</summary>
    Remote,
}

/// <summary>A member who came.</summary>
/// <param name="Member">Who.</param>
/// <param name="Mode">How.</param>
/// <param name="By">Who wrote it down: themselves, or whoever ran the meeting.</param>
public sealed record Attendee(Guid Member, AttendanceMode Mode, Guid By);

/// <summary>A guest who wanted to be written down.</summary>
/// <param name="Id">Chosen with the empty form.</param>
/// <param name="Name">A first name.</param>
/// <param name="Mode">How they were there.</param>
public sealed record NamedGuest(Guid Id, string Name, AttendanceMode Mode);

/// <summary>Why somebody is not there yet.</summary>
public enum TroubleKind
{
    /// <summary>They are on their way.</summary>
    Late,

    /// <summary>The door is closed, the link does not work.</summary>
    CannotGetIn,
}

/// <summary>That a member is late or cannot get in.</summary>
/// <param name="Member">Who.</param>
/// <param name="Kind">What they said last.</param>
/// <param name="At">When.</param>
public sealed record Trouble(Guid Member, TroubleKind Kind, DateTimeOffset At)
{
    /// <summary>The day on which it was said: nobody needs to know it on the next one.</summary>
    [JsonIgnore]
    public DateOnly LastDay => Dates.DayOf(At);
}

/// <summary>Where a meeting is.</summary>
/// <param name="Item">The agenda item.</param>
/// <param name="Since">When it came to it.</param>
public sealed record CurrentItem(Guid Item, DateTimeOffset Since);

/// <summary>What came of an item.</summary>
public enum OutcomeKind
{
    /// <summary>Something that people now know.</summary>
    Information,

    /// <summary>Something that was decided.</summary>
    Decision,

    /// <summary>Something that somebody promised to do.</summary>
    Action,
}

/// <summary>One thing that came of an agenda item. An action has an owner and a day, and is carried on until it is done.</summary>
public sealed record ItemOutcome
{
    /// <summary>Its own id, chosen with the empty form: sent twice it is one outcome.</summary>
    public required Guid Id { get; init; }

    /// <summary>The agenda item that it came of.</summary>
    public required Guid Item { get; init; }

    /// <summary>Of which kind.</summary>
    public required OutcomeKind Kind { get; init; }

    /// <summary>In words.</summary>
    public required string Text { get; init; }

    /// <summary>When it was written down, or last changed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who wrote it down.</summary>
    public required Guid By { get; init; }

    /// <summary>Of an action: the member who promised it.</summary>
    public Guid? Owner { get; init; }

    /// <summary>Of an action: until when.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Of an action: when it was said to be done.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Of an action: who is asked to take it on; until they accept it stays with its owner.</summary>
    public ActionOffer? Offered { get; init; }

    /// <summary>What a newer program wrote, written back untouched.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}

/// <summary>That a member is asked to take an action on.</summary>
/// <param name="To">Who.</param>
/// <param name="At">Since when.</param>
public sealed record ActionOffer(Guid To, DateTimeOffset At);

/// <summary>How far minutes have come.</summary>
public enum MinutesState
{
    /// <summary>Read by every member, and still changed.</summary>
    Draft,

    /// <summary>Approved by a later meeting; no longer changed.</summary>
    Approved,
}

/// <summary>The minutes of a meeting.</summary>
public sealed record Minutes
{
    /// <summary>Number of the text, 1 upwards: who edits or approves says which one they had before their eyes.</summary>
    public required int Version { get; init; }

    /// <summary>How far they have come.</summary>
    public required MinutesState State { get; init; }

    /// <summary>SHA-256 of the text's bytes, in hexadecimal.</summary>
    public required string TextHash { get; init; }

    /// <summary>When the text was last saved.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who saved it.</summary>
    public required Guid By { get; init; }

    /// <summary>The meeting that approved them.</summary>
    public Guid? ApprovedAtMeeting { get; init; }

    /// <summary>When the approval was written down.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>What members proposed to correct before that, in the order in which they did.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>What a newer program wrote, written back untouched.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}

/// <summary>That a meeting will not take place.</summary>
/// <param name="At">When it was cancelled.</param>
/// <param name="By">Who cancelled it.</param>
/// <param name="Reason">Why, in words for the members.</param>
public sealed record Cancellation(DateTimeOffset At, Guid By, string Reason);

/// <summary>The date of a series that a meeting stands for. It stays when the meeting itself is moved.</summary>
/// <param name="Series">The series' id.</param>
/// <param name="Date">The date.</param>
/// <param name="Version">Of the series, when it last had a say.</param>
/// <param name="IsAsMade">True while nobody has touched the meeting: until then it follows its series.</param>
/// <param name="Occasion">By what a template calls this date, whose title and agenda it gave; in all else it follows its series. Null for most: they begin as the series does.</param>
[GenerateSerializer, Immutable, Alias("occurrence")]
public sealed record Occurrence(
    [property: Id(0)] Guid Series, [property: Id(1)] DateOnly Date, [property: Id(2)] int Version, [property: Id(3)] bool IsAsMade = true, [property: Id(4)] string? Occasion = null)
{
    /// <summary>The same, touched by somebody: from here on the series leaves it alone.</summary>
    [JsonIgnore]
    public Occurrence ByHand => this with { IsAsMade = false };
}
