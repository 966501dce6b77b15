using System.Text.RegularExpressions;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.MovingIn;

/// <summary>A meeting as a file tells it.</summary>
/// <param name="Line">Where in the file.</param>
/// <param name="Title">What it was called.</param>
/// <param name="Start">When it began, on the clocks of Montréal.</param>
/// <param name="Minutes">How long it lasted.</param>
/// <param name="Mode">How people took part.</param>
/// <param name="Place">Where; empty for one that was remote.</param>
/// <param name="Notes">What was written down; may be empty.</param>
/// <param name="Present">How many were there; null where nobody says.</param>
internal sealed record PastMeeting(int Line, string Title, DateTime Start, int Minutes, MeetingMode Mode, string Place, string Notes, int? Present)
{
    /// <summary>How much of <see cref="Key"/> says when it began.</summary>
    public const int StartLength = 16;

    /// <summary>By what it is the same meeting in another file, and the next time.</summary>
    public string Key => $"{Start:yyyy-MM-ddTHH:mm} {LooseDate.Plain(Title)}";

    /// <summary>As a plan.</summary>
    public MeetingPlan ToPlan(Language language) => new() { Title = TypedText.Line(Title), Language = language.Code, Start = Start, Minutes = Minutes, Mode = Mode, Place = Place };
}

/// <summary>Something to say of a line of a file.</summary>
/// <param name="Line">Which; 0 for the whole file.</param>
/// <param name="Why">What: a fault, or why it is left out though nothing is wrong with it.</param>
/// <param name="IsFault">True when somebody has to mend it.</param>
public sealed record LineNote(int Line, Refusal Why, bool IsFault = true);

/// <summary>What a file of meetings says.</summary>
/// <param name="Meetings">In their order in the file.</param>
/// <param name="Notes">What there is to say, by line.</param>
internal sealed record ReadMeetings(IReadOnlyList<PastMeeting> Meetings, IReadOnlyList<LineNote> Notes);

/// <summary>What holds for meetings of which the file does not say it.</summary>
/// <param name="Hour">When they began.</param>
/// <param name="Minutes">How long they lasted.</param>
/// <param name="Mode">How people took part.</param>
/// <param name="Language">The language of titles and notes.</param>
internal sealed record UsualMeeting(TimeOnly Hour, int Minutes, MeetingMode Mode, Language Language);

/// <summary>Gathers meetings of a file, with what is wrong in which line.</summary>
internal sealed partial class PastMeetings(UsualMeeting usual, DateTimeOffset now)
{
    private const int LongestTitle = 200, LongestPlace = 300;

    private static readonly string[] _remoteWords = ["zoom", "teams", "meet.google", "webex", "skype", "virtuel", "virtual", "en ligne", "online", "a distance", "visio"];

    private readonly Dictionary<string, int> known = [];
    private readonly List<PastMeeting> meetings = [];
    private readonly List<LineNote> notes = [];

    /// <summary>What was gathered.</summary>
    public ReadMeetings Read => new(meetings, [.. notes.OrderBy(n => n.Line)]);

    /// <summary>How many there are so far.</summary>
    public int Count => meetings.Count;

    /// <summary>What holds where a line says nothing.</summary>
    public UsualMeeting Usual => usual;

    /// <summary>Something is wrong with a line.</summary>
    public void Fault(int line, string code, params object[] args) => notes.Add(new(line, Refusal.Of(code, "", args)));

    /// <summary>A line is left out, and nothing is wrong with it.</summary>
    public void LeaveOut(int line, string code, params object[] args) => notes.Add(new(line, Refusal.Of(code, "", args), IsFault: false));

    /// <summary>Adds a meeting; one that is not over, and one that stands further up, are left out.</summary>
    public void Add(PastMeeting read)
    {
        var meeting = Tidied(read);
        if (Wrong(meeting) is { } fault)
        {
            notes.Add(new(read.Line, fault));
        }
        else if (meeting.ToPlan(usual.Language).ClockAt(now) != MeetingClock.Over)
        {
            LeaveOut(read.Line, "moving-in.not-over");
        }
        else if (!known.TryAdd(meeting.Key, read.Line))
        {
            LeaveOut(read.Line, "moving-in.repeated", known[meeting.Key]);
        }
        else
        {
            meetings.Add(meeting);
        }
    }

    /// <summary>How people took part, told by where it was. "Salle B et Zoom" is both; a link is no place, and nothing beside it is kept: it may be its password.</summary>
    public (MeetingMode Mode, string Place) WayOf(MeetingMode? said, string place)
    {
        var isLink = place.Contains("://", StringComparison.Ordinal);
        var parts = PlaceParts().Split(place).Where(p => p.Length > 0).ToList();
        var room = isLink ? "" : parts.Any(IsCall) ? string.Join(", ", parts.Where(p => !IsCall(p))) : place;
        var mode = said
            ?? (isLink || (place.Length > 0 && room.Length == 0) ? MeetingMode.Remote
                : room.Length < place.Length ? MeetingMode.Hybrid
                : place.Length > 0 && usual.Mode == MeetingMode.Remote ? MeetingMode.InPerson
                : usual.Mode);
        return (mode, mode == MeetingMode.Remote ? "" : room);
    }

    private static bool IsCall(string place)
    {
        var plain = LooseDate.Plain(place);
        return _remoteWords.Any(w => plain.Contains(w, StringComparison.Ordinal));
    }

    private PastMeeting Tidied(PastMeeting read) => read with
    {
        Title = Readable.IsSeen(read.Title) ? TypedText.Line(read.Title.ReplaceLineEndings(" ")) : MovingText.Untitled.In(usual.Language),
        Place = TypedText.Line(read.Place.ReplaceLineEndings(" ")),
        Notes = Readable.IsSeen(read.Notes) ? Lines(read.Notes) : "",
    };

    private static Refusal? Wrong(PastMeeting meeting) =>
        meeting.Minutes is < MeetingFields.ShortestMeeting or > MeetingFields.LongestMeeting ? Refusal.Of("moving-in.length-unclear", "", MeetingFields.ShortestMeeting, MeetingFields.LongestMeeting)
        : Dates.Zone.IsInvalidTime(meeting.Start) ? Refusal.Of("moving-in.hour-unclear")
        : TypedText.Length(meeting.Title) > LongestTitle ? Refusal.Of("moving-in.title-too-long", "", LongestTitle)
        : TypedText.Length(meeting.Place) > LongestPlace ? Refusal.Of("moving-in.place-too-long", "", LongestPlace)
        : !Readable.IsLine(meeting.Title) || !Readable.IsLine(meeting.Place) || !Readable.IsText(meeting.Notes) ? Refusal.Of("moving-in.unreadable")
        : meeting.Present is > CountGuests.Most ? Refusal.Of("moving-in.present-unclear", "", CountGuests.Most)
        : meeting.Notes.Length > 0 && new WriteMinutes(Actor.Node, 0, meeting.Notes).Errors is [var first, ..] ? first
        : null;

    // Markdown would run lines together that people wrote one below the other.
    private static string Lines(string typed) => string.Join('\n', TypedText.Plain(typed).Split('\n').Select(l => l.TrimEnd()).Select(l => l.Length == 0 ? l : $"{l}  ")).TrimEnd();

    [GeneratedRegex(@"\s*[,;/+&|()]\s*|\s+(?:et|ou|and|or)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex PlaceParts();
}
