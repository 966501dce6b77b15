using System.Globalization;
using FluentValidation;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Series;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Trust;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Founding;

/// <summary>When and where the first meeting is, as it is typed: on the page and at the command line.</summary>
public sealed record FirstMeetingForm
{
    private const string Days = "yyyy-MM-dd", Hours = "HH:mm";

    // Nobody founds a chapter whose first meeting is later than that.
    private const int MostMonthsAhead = 12;

    // Enough to see how it goes on, and to choose from.
    private const int DatesShown = 3;

    /// <summary>The day, as 2026-03-02.</summary>
    public string? Date { get; init; }

    /// <summary>The hour, as 18:30.</summary>
    public string? Time { get; init; }

    /// <summary>Ticked when the series follows that day, and not the template's.</summary>
    public string? OwnDays { get; init; }

    /// <summary>Where.</summary>
    public string? Place { get; init; }

    /// <summary>The address of the video call.</summary>
    public string? VideoLink { get; init; }

    /// <summary>Ticked when whoever founds will lead.</summary>
    public string? Leads { get; init; }

    /// <summary>The form's fields.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(Date), FoundingPathText.Date, FoundingPathText.DateHelp) { Kind = FieldKind.Moment, Type = "date", Missing = "founding.date-unclear" },
        new(nameof(Time), FoundingPathText.Time) { Kind = FieldKind.Moment, Type = "time", Beside = true, Missing = "founding.time-unclear" },
        new(nameof(OwnDays), FoundingPathText.OwnDays, FoundingPathText.OwnDaysHelp) { Kind = FieldKind.Tick },
        Planned(nameof(MeetingForm.Place)) with { Help = FoundingPathText.PlaceHelp },
        Planned(nameof(MeetingForm.VideoLink)) with { Help = FoundingPathText.VideoHelp },
        new(nameof(Leads), FoundingPathText.Leads, FoundingPathText.LeadsHelp) { Kind = FieldKind.Tick },
    ];

    /// <summary>The form with what a template's first series says, from now on.</summary>
    internal static FirstMeetingForm From(Template template, Language language, DateTimeOffset now) => FirstSeries(template) is not { } series ? new() : new()
    {
        Date = Next(SetupOf(series, template, language, new Dictionary<string, string>(), now), now).Select(d => d.ToString(Days, CultureInfo.InvariantCulture)).FirstOrDefault(),
        Time = series.Code("time"),
        Leads = CheckField.Checked,
    };

    internal static FirstMeetingForm Of(FirstMeetingAnswers answers) => new()
    {
        Date = answers.Date,
        Time = answers.Time,
        OwnDays = answers.OwnDays ? CheckField.Checked : null,
        Place = answers.Place,
        VideoLink = answers.VideoLink,
        Leads = answers.Leads ? CheckField.Checked : null,
    };

    internal FirstMeetingAnswers ToAnswers() => new()
    {
        Date = Date?.Trim() ?? "",
        Time = Hour?.ToString(Hours, CultureInfo.InvariantCulture) ?? "",
        OwnDays = OwnDays == CheckField.Checked,
        Place = TypedText.Line(Place),
        VideoLink = TypedText.Plain(VideoLink).Trim(),
        Leads = Leads == CheckField.Checked,
    };

    /// <summary>Everything that is wrong with it: each field by itself, and the day with what the template's series says.</summary>
    internal IReadOnlyList<Refusal> Errors(Template template, Language language, DateTimeOffset now)
    {
        if (FirstSeries(template) is not { } series)
        {
            return [];
        }

        List<Refusal> errors = [.. FirstMeetingValidator.Instance.Errors(this)];
        if (errors.All(e => e.Field is not (nameof(Date) or nameof(Time))) && ErrorOfDay(series, template, language, now) is { } error)
        {
            errors.Insert(0, error);
        }

        return errors;
    }

    /// <summary>What the template's parts are told (<see cref="TemplateWork.Answers"/>).</summary>
    internal static IReadOnlyDictionary<string, string> ForTemplate(FirstMeetingAnswers? answers) => answers is null ? new Dictionary<string, string>() : new Dictionary<string, string>
    {
        ["firstDate"] = answers.Date,
        ["time"] = answers.Time,
        ["place"] = answers.Place,
        ["videoLink"] = answers.VideoLink,
        ["mode"] = Options<MeetingMode>.CodeOf(answers.VideoLink.Length == 0 ? MeetingMode.InPerson : answers.Place.Length == 0 ? MeetingMode.Remote : MeetingMode.Hybrid),
    };

    /// <summary>The series that is asked about.</summary>
    internal static TemplateItem? FirstSeries(Template template) => template.Of(TemplateKinds.Series).FirstOrDefault();

    /// <summary>A series as it would be made.</summary>
    internal static SeriesSetup SetupOf(TemplateItem series, Template template, Language language, IReadOnlyDictionary<string, string> answers, DateTimeOffset now) =>
        // Of nobody's and nowhere: nothing is made of it.
        SeriesFromTemplate.FirstSetup(series, new(Actor.Node, language, NodeId.FromBytes(new byte[NodeId.Bytes]), answers) { All = template.Items }, now);

    /// <summary>On which days a series is, in words.</summary>
    internal static Text RuleOf(TemplateItem series, Template template, Language language, DateTimeOffset now) => SeriesText.RuleOf(SetupOf(series, template, language, new Dictionary<string, string>(), now));

    internal DateOnly? Day => DateOnly.TryParseExact(Date?.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    internal TimeOnly? Hour => TimeOnly.TryParseExact(Time?.Trim(), [Hours, "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? new(hour.Hour, hour.Minute) : null;

    private Refusal? ErrorOfDay(TemplateItem series, Template template, Language language, DateTimeOffset now)
    {
        var (day, start) = (Day!.Value, Day.Value.ToDateTime(Hour!.Value));
        if (Dates.Zone.IsInvalidTime(start))
        {
            return Refusal.Of("meeting.start-skipped", nameof(Time));
        }

        if (Dates.InstantOf(start) <= now)
        {
            return Refusal.Of("founding.date-past", nameof(Date));
        }

        if (day > Dates.DayOf(now).AddMonths(MostMonthsAhead))
        {
            return Refusal.Of("founding.date-far", nameof(Date));
        }

        var usual = SetupOf(series, template, language, new Dictionary<string, string>(), now);
        var asked = SetupOf(series, template, language, ForTemplate(ToAnswers()), now);
        var next = string.Join(", ", Next(usual, now).Select(d => d.ToString(Days, CultureInfo.InvariantCulture)));
        return OwnDays != CheckField.Checked && (usual with { Plan = usual.Plan with { Start = start } }).DatesFrom(day).First().Date != day ? Refusal.Of("founding.date-not-in-series", nameof(Date), next)
            : !asked.DatesFrom(day).First().TakesPlace ? Refusal.Of("founding.date-holiday", nameof(Date))
            : null;
    }

    private static IEnumerable<DateOnly> Next(SeriesSetup setup, DateTimeOffset now) =>
        setup.DatesFrom(Dates.DayOf(now)).Where(d => d.TakesPlace && setup.PlanOn(d.Date).StartsAt > now).Select(d => d.Date).Take(DatesShown);

    private static FormField Planned(string name) => MeetingFields.Plan.Single(f => f.Name == name);
}

internal sealed class FirstMeetingValidator : FormValidator<FirstMeetingForm>
{
    private FirstMeetingValidator() : base(FirstMeetingForm.Fields)
    {
        RuleFor(f => f.Date).Must((f, _) => f.Day is not null).When(f => Readable.IsSeen(f.Date)).WithErrorCode("founding.date-unclear");
        RuleFor(f => f.Time).Must((f, _) => f.Hour is not null).When(f => Readable.IsSeen(f.Time)).WithErrorCode("founding.time-unclear");
        RuleFor(f => f.Place).Must((f, _) => Readable.IsSeen(f.Place) || Readable.IsSeen(f.VideoLink)).WithErrorCode("founding.place-missing");
    }

    public static FirstMeetingValidator Instance { get; } = new();
}
