using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>The fields of the forms of meetings, in the order in which they are asked.</summary>
internal static class MeetingFields
{
    /// <summary>In minutes.</summary>
    public const int ShortestMeeting = 5;

    /// <summary>In minutes: a whole day.</summary>
    public const int LongestMeeting = 720;

    /// <summary>In minutes.</summary>
    public const int LongestItem = 480;

    private const int LongestTitle = 200;
    private const int LongestLine = 300;

    /// <summary>Where people meet and how one takes part: the same from month to month.</summary>
    public static IReadOnlyList<FormField> Ways { get; } =
    [
        new(nameof(MeetingForm.Mode), PlanText.Mode) { Kind = FieldKind.Choice, Options = MeetingCodes.Modes, Missing = "meeting.mode-missing" },
        new(nameof(MeetingForm.Place), PlanText.Place, PlanText.PlaceHelp) { Longest = LongestLine },
        new(nameof(MeetingForm.VideoLink), PlanText.VideoLink, PlanText.VideoHelp) { Kind = FieldKind.Link },
        new(nameof(MeetingForm.Phone), PlanText.Phone, PlanText.PhoneHelp) { Type = "tel", Longest = LongestLine },
        new(nameof(MeetingForm.LinkFor), PlanText.LinkFor) { Kind = FieldKind.Choice, Options = MeetingCodes.LinkAudiences, Missing = "meeting.link-audience-missing" },
        new(nameof(MeetingForm.OpenToGuests), PlanText.OpenToGuests) { Kind = FieldKind.Tick },
        new(nameof(MeetingForm.Language), PlanText.Language) { Kind = FieldKind.Choice, Options = NetworkCodes.Languages, Missing = "meeting.language-missing" },
    ];

    /// <summary>The plan, without its rows.</summary>
    public static IReadOnlyList<FormField> Plan { get; } =
    [
        new(nameof(MeetingForm.Title), PlanText.Title, PlanText.TitleHelp) { Missing = "meeting.title-missing", Longest = LongestTitle },
        new(nameof(MeetingForm.Date), PlanText.Date, PlanText.DateHelp) { Kind = FieldKind.Moment, Type = "date", Missing = "meeting.start-missing" },
        new(nameof(MeetingForm.Time), PlanText.Time, PlanText.TimeHelp) { Kind = FieldKind.Moment, Type = "time", Beside = true, Missing = "meeting.start-missing" },
        new(nameof(MeetingForm.Minutes), PlanText.Minutes) { Kind = FieldKind.Number, Beside = true, Least = ShortestMeeting, Most = LongestMeeting, Missing = "meeting.minutes-missing" },
        .. Ways,
    ];

    /// <summary>What stands on the line of an agenda's row.</summary>
    public static IReadOnlyList<FormField> ItemLine { get; } =
    [
        new(nameof(ItemRow.Id), PlanText.Item) { Kind = FieldKind.Hidden },
        new(nameof(ItemRow.Title), PlanText.ItemTitle) { Missing = "meeting.item-title-missing", Longest = LongestTitle },
        new(nameof(ItemRow.Stream), PlanText.Stream) { Kind = FieldKind.Choice, AsList = true, Options = MeetingCodes.Streams, Missing = "meeting.stream-missing" },
        new(nameof(ItemRow.Minutes), PlanText.ItemMinutes) { Kind = FieldKind.Number, Least = 1, Most = LongestItem, Missing = "meeting.item-minutes-missing" },
        new(nameof(ItemRow.Presenter), PlanText.Presenter) { Longest = LongestTitle },
    ];

    /// <summary>What is folded below it. Which practices it may be about the page says.</summary>
    public static IReadOnlyList<FormField> ItemDetails { get; } =
    [
        new(nameof(ItemRow.Kind), PlanText.Kind) { Kind = FieldKind.Choice, AsList = true, Options = MeetingCodes.Kinds, Missing = "meeting.kind-missing" },
        new(nameof(ItemRow.Practice), PlanText.Practice) { Kind = FieldKind.Choice, AsList = true },
    ];

    /// <summary>A row of the agenda.</summary>
    public static IReadOnlyList<FormField> Item { get; } = [.. ItemLine, .. ItemDetails];

    /// <summary>A row of what to read.</summary>
    public static IReadOnlyList<FormField> Reading { get; } =
    [
        new(nameof(ReadingRow.Title), PlanText.ReadingTitle) { Missing = "meeting.reading-title-missing", Longest = LongestTitle },
        new(nameof(ReadingRow.Link), PlanText.ReadingLink) { Kind = FieldKind.Link },
    ];

    /// <summary>What came of an item. Who may have promised it the page says.</summary>
    public static IReadOnlyList<FormField> Note { get; } =
    [
        new(nameof(NoteForm.NoteId), RunText.Note) { Kind = FieldKind.Hidden },
        new(nameof(NoteForm.Kind), RunText.Kind) { Kind = FieldKind.Choice, Options = MeetingCodes.Outcomes, Missing = "meeting.outcome-kind-missing" },
        new(nameof(NoteForm.Text), RunText.What) { Kind = FieldKind.Text, Rows = 2, Missing = "meeting.outcome-missing", Longest = 2000 },
        new(nameof(NoteForm.Owner), RunText.Owner) { Kind = FieldKind.Choice, AsList = true },
        new(nameof(NoteForm.Due), RunText.Due, PlanText.DateHelp) { Kind = FieldKind.Moment, Type = "date" },
    ];

    /// <summary>The text of minutes.</summary>
    public static IReadOnlyList<FormField> Minutes { get; } =
    [
        new(nameof(MinutesForm.Version), RunText.Minutes) { Kind = FieldKind.Hidden },
        new(nameof(MinutesForm.Text), RunText.TheText, RunText.WriteHelp) { Kind = FieldKind.Text, Rows = 20, Missing = "meeting.minutes-text-missing" },
    ];

    /// <summary>A band of the target balance, in percent.</summary>
    public static IReadOnlyList<FormField> Band { get; } =
    [
        new(nameof(BandRow.From), BalanceText.AtLeast) { Kind = FieldKind.Number, Most = 100, Missing = "balance.percent-unclear" },
        new(nameof(BandRow.To), BalanceText.AtMost) { Kind = FieldKind.Number, Beside = true, Most = 100, Missing = "balance.percent-unclear" },
    ];
}
