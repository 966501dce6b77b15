using System.Text.Json;
using System.Text.Json.Serialization;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>How people can take part.</summary>
public enum MeetingMode
{
    /// <summary>At a place only.</summary>
    InPerson,

    /// <summary>By video or telephone only.</summary>
    Remote,

    /// <summary>Both, side by side.</summary>
    Hybrid,
}

/// <summary>Who sees the link of the video call.</summary>
public enum LinkAudience
{
    /// <summary>Every member.</summary>
    Members,

    /// <summary>Members who said that they come.</summary>
    Answered,
}

/// <summary>What people need to know of a plan to be there, and are told when it changes.</summary>
public enum PlanPart
{
    /// <summary>The day or the hour at which it begins.</summary>
    Start,

    /// <summary>How long it lasts.</summary>
    End,

    /// <summary>How people can take part.</summary>
    Mode,

    /// <summary>Where.</summary>
    Place,

    /// <summary>The address of the video call.</summary>
    VideoLink,

    /// <summary>The number to call in.</summary>
    Phone,
}

/// <summary>What an agenda item speaks to: the two interests that an agenda has to balance, and the life of the community itself.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "The communities' own word; nothing is read or written through it.")]
public enum TopicStream
{
    /// <summary>Recovery-oriented practices.</summary>
    Practice,

    /// <summary>System aspects of care.</summary>
    System,

    /// <summary>The community's own life.</summary>
    Community,
}

/// <summary>What people do with an agenda item.</summary>
public enum ItemKind
{
    /// <summary>Somebody shows what they do.</summary>
    Showcase,

    /// <summary>Everybody talks.</summary>
    Discussion,

    /// <summary>A text is talked about.</summary>
    Reading,

    /// <summary>Something is learned.</summary>
    Training,

    /// <summary>Something is decided.</summary>
    Decision,

    /// <summary>Minutes, dates, tasks.</summary>
    Business,
}

/// <summary>A meeting as it is planned, whole: a revision replaces it.</summary>
[GenerateSerializer, Immutable, Alias("meeting-plan")]
public sealed record MeetingPlan
{
    /// <summary>What it is called.</summary>
    [Id(0)] public string Title { get; init; } = "";

    /// <summary>The language that the plan is written in: <c>fr</c> or <c>en</c>.</summary>
    [Id(1)] public string Language { get; init; } = "fr";

    /// <summary>
    /// The day and hour at which it begins, on the clocks of its zone and in whole minutes: what people were told. It stays when a law changes the
    /// clocks. Always written at the same length, so that beginnings as text are in order.
    /// </summary>
    [Id(2)] public DateTime Start { get; init; }

    /// <summary>The zone in which people agreed on the hour.</summary>
    [Id(3)] public string Zone { get; init; } = Dates.Zone.Id;

    /// <summary>How long it is planned to last, in minutes.</summary>
    [Id(4)] public int Minutes { get; init; }

    /// <summary>How people can take part.</summary>
    [Id(5)] public MeetingMode Mode { get; init; }

    /// <summary>Where; empty for one that is remote only.</summary>
    [Id(6)] public string Place { get; init; } = "";

    /// <summary>The address of the video call; may be empty.</summary>
    [Id(7)] public string VideoLink { get; init; } = "";

    /// <summary>Who sees that address, and the number to call in.</summary>
    [Id(8)] public LinkAudience LinkFor { get; init; }

    /// <summary>The number to call in; may be empty.</summary>
    [Id(9)] public string Phone { get; init; } = "";

    /// <summary>True when people may come who are no members: it then stands on the public home page.</summary>
    [Id(10)] public bool OpenToGuests { get; init; }

    /// <summary>What to read before, in order.</summary>
    [Id(11)] public IReadOnlyList<PreReading> PreReadings { get; init; } = [];

    /// <summary>The agenda, in order.</summary>
    [Id(12)] public IReadOnlyList<AgendaItem> Items { get; init; } = [];

    /// <summary>What a newer program wrote, written back untouched. It stays in the state and is no part of a command.</summary>
    [JsonExtensionData]
    [field: NonSerialized]
    public Dictionary<string, JsonElement>? Unknown { get; init; }

    /// <summary>When it begins, in UTC, by what is known of the clocks of its zone.</summary>
    [JsonIgnore]
    public DateTimeOffset StartsAt => Dates.InstantOf(Start, TimeZoneInfo.FindSystemTimeZoneById(Zone));

    /// <summary>When it is planned to end.</summary>
    [JsonIgnore]
    public DateTimeOffset EndsAt => StartsAt.AddMinutes(Minutes);

    /// <summary>The minutes of all items together.</summary>
    [JsonIgnore]
    public int AgendaMinutes => Items.Sum(i => i.Minutes);

    /// <summary>By how many minutes the agenda is longer than the meeting; 0 when it is not.</summary>
    [JsonIgnore]
    public int Overrun => Math.Max(0, AgendaMinutes - Minutes);

    /// <summary>The day it begins, where people live who planned it.</summary>
    [JsonIgnore]
    public DateOnly Day => DateOnly.FromDateTime(Start);

    /// <summary>True when one can come this way.</summary>
    public bool Has(AttendanceMode mode) => Mode == MeetingMode.Hybrid || (Mode == MeetingMode.InPerson) == (mode == AttendanceMode.InPerson);

    /// <summary>True when the answer is one that this meeting can take, and nothing is left to ask.</summary>
    public bool Takes(RsvpAnswer answer) => answer switch
    {
        RsvpAnswer.InPerson => Has(AttendanceMode.InPerson),
        RsvpAnswer.Remote => Has(AttendanceMode.Remote),
        RsvpAnswer.Coming => false,
        _ => true,
    };

    /// <summary>True when the other says the same: lists in a record are compared by what they hold.</summary>
    public bool Says(MeetingPlan other) =>
        PreReadings.SequenceEqual(other.PreReadings) && Items.Select(AgendaItem.Plain).SequenceEqual(other.Items.Select(AgendaItem.Plain))
        && Plain(this) == Plain(other);

    /// <summary>True when both are about the same: title and agenda.</summary>
    internal bool IsAbout(MeetingPlan other) => Title == other.Title && Items.Select(AgendaItem.Plain).SequenceEqual(other.Items.Select(AgendaItem.Plain));

    /// <summary>This plan, with what the other is about.</summary>
    internal MeetingPlan OnOccasion(MeetingPlan other) => this with { Title = other.Title, Language = other.Language, Items = other.Items };

    /// <summary>In what the other differs that people need to know to be there.</summary>
    public IEnumerable<PlanPart> PartsChangedBy(MeetingPlan other) =>
        from part in new (PlanPart Part, bool Differs)[]
        {
            (PlanPart.Start, other.Start != Start || other.Zone != Zone), (PlanPart.End, other.Minutes != Minutes), (PlanPart.Mode, other.Mode != Mode),
            (PlanPart.Place, other.Place != Place), (PlanPart.VideoLink, other.VideoLink != VideoLink), (PlanPart.Phone, other.Phone != Phone),
        }
        where part.Differs
        select part.Part;

    /// <summary>What no plan may be, a draft neither; forms refuse most of it earlier.</summary>
    public IReadOnlyList<Refusal> Errors() =>
        Start.Kind != DateTimeKind.Unspecified || Start.Ticks % TimeSpan.TicksPerMinute != 0 ? [Refusal.Of("meeting.start-missing", nameof(MeetingForm.Date))]
        : Minutes <= 0 ? [Refusal.Of("meeting.minutes-missing", nameof(Minutes), MeetingFields.ShortestMeeting, MeetingFields.LongestMeeting)]
        : Items.Count > Meeting.MostItems ? [Refusal.Of("meeting.items-too-many", "", Meeting.MostItems)]
        : PreReadings.Count > Meeting.MostReadings ? [Refusal.Of("meeting.readings-too-many", "", Meeting.MostReadings)]
        : Items.Any(i => i.Id == Guid.Empty || i.Minutes < 0) || Items.DistinctBy(i => i.Id).Count() < Items.Count ? [Refusal.Of("meeting.items-unclear")]
        : [];

    /// <summary>
    /// True when it changes the other plan only by what people still need once they are in the meeting: how to get there or in, and further items.
    /// </summary>
    public bool Continues(MeetingPlan begun) =>
        Plain(this) with { Place = begun.Place, VideoLink = begun.VideoLink, LinkFor = begun.LinkFor, Phone = begun.Phone } == Plain(begun)
        && PreReadings.SequenceEqual(begun.PreReadings)
        && Items.Where(i => begun.Items.Any(b => b.Id == i.Id)).Select(AgendaItem.Plain).SequenceEqual(begun.Items.Select(AgendaItem.Plain));

    /// <summary>What an announced meeting must not lack; each beside its field.</summary>
    public IReadOnlyList<Refusal> Lacking()
    {
        Refusal?[] lacking =
        [
            Items.Count == 0 ? Refusal.Of("meeting.items-missing") : null,
            Has(AttendanceMode.InPerson) && Place.Length == 0 ? Refusal.Of("meeting.place-missing", nameof(Place)) : null,
            Has(AttendanceMode.Remote) && VideoLink.Length == 0 && Phone.Length == 0 ? Refusal.Of("meeting.remote-missing", nameof(VideoLink)) : null,
        ];
        return [.. lacking.OfType<Refusal>()];
    }

    private static MeetingPlan Plain(MeetingPlan plan) => plan with { PreReadings = [], Items = [], Unknown = null };
}

/// <summary>Something to read before a meeting.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Link">Where it is; an https address, or empty for what is handed out otherwise.</param>
[GenerateSerializer, Immutable, Alias("pre-reading")]
public sealed record PreReading([property: Id(0)] string Title, [property: Id(1)] string Link);

/// <summary>One item of an agenda.</summary>
[GenerateSerializer, Immutable, Alias("agenda-item")]
public sealed record AgendaItem
{
    /// <summary>Its own id, which it keeps when it is moved: outcomes refer to it.</summary>
    [Id(0)] public Guid Id { get; init; }

    /// <summary>What it is about.</summary>
    [Id(1)] public string Title { get; init; } = "";

    /// <summary>What it speaks to.</summary>
    [Id(2)] public TopicStream Stream { get; init; }

    /// <summary>What people do.</summary>
    [Id(3)] public ItemKind Kind { get; init; }

    /// <summary>How long, in minutes.</summary>
    [Id(4)] public int Minutes { get; init; }

    /// <summary>Who presents, as written: a member, or an expert from elsewhere. May be empty.</summary>
    [Id(5)] public string Presenter { get; init; } = "";

    /// <summary>The practice of this chapter that it is about.</summary>
    [Id(6)] public Guid? Practice { get; init; }

    /// <summary>What a newer program wrote, written back untouched. It stays in the state and is no part of a command.</summary>
    [JsonExtensionData]
    [field: NonSerialized]
    public Dictionary<string, JsonElement>? Unknown { get; init; }

    internal static AgendaItem Plain(AgendaItem item) => item with { Unknown = null };
}
