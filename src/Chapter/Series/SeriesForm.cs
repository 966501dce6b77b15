using System.Globalization;
using FluentValidation;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Series;

/// <summary>When a series is, as it is typed. What its drafts begin with is a <see cref="MeetingForm"/> beside it, in the same form: the date is the day from which it counts.</summary>
public sealed record SeriesForm
{
    /// <summary>Every so many months.</summary>
    public string? Every { get; init; } = "1";

    /// <summary>Which day of the month.</summary>
    public string? On { get; init; } = "third";

    /// <summary>Which weekday.</summary>
    public string? Weekday { get; init; } = "tuesday";

    /// <summary>Which day of the month, as a number.</summary>
    public string? Day { get; init; }

    /// <summary>The last day that can be a date, as 2026-03-02.</summary>
    public string? Until { get; init; }

    /// <summary>Ticked when public holidays have no meeting.</summary>
    public string? SkipsHolidays { get; init; } = "yes";

    /// <summary>How many days ahead drafts are made.</summary>
    public string? LeadDays { get; init; } = "45";

    /// <summary>The form that shows a series again.</summary>
    public static SeriesForm Of(SeriesSetup setup) => new()
    {
        Every = Digits.Of(setup.EveryMonths),
        On = Options<SeriesDay>.CodeOf(setup.On),
        Weekday = Options<DayOfWeek>.CodeOf(setup.Weekday),
        Day = setup.On == SeriesDay.DayOfMonth ? Digits.Of(setup.Day) : null,
        Until = setup.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        SkipsHolidays = setup.SkipsHolidays ? "yes" : null,
        LeadDays = Digits.Of(setup.LeadDays),
    };

    /// <summary>The form of a series on days like this one.</summary>
    public static SeriesForm Like(DateOnly day) => new()
    {
        On = Options<SeriesDay>.CodeOf((SeriesDay)((day.Day - 1) / 7)),
        Weekday = Options<DayOfWeek>.CodeOf(day.DayOfWeek),
    };

    /// <summary>The series; only of a form in which <see cref="SeriesValidator"/> found nothing wrong.</summary>
    public SeriesSetup ToSetup(MeetingPlan plan) => new()
    {
        EveryMonths = Digits.Read(Every)!.Value,
        On = SeriesCodes.Days.ValueOf(On)!.Value,
        Weekday = SeriesCodes.Weekdays.ValueOf(Weekday)!.Value,
        Day = On == SeriesFields.DayOfMonth ? Digits.Read(Day)!.Value : 0,
        Until = LastDay,
        SkipsHolidays = SkipsHolidays is not null,
        LeadDays = Digits.Read(LeadDays)!.Value,
        Plan = plan,
    };

    /// <summary>The series as far as its dates go; null while they cannot be worked out.</summary>
    public SeriesSetup? ToDates(MeetingForm plan) =>
        plan.LocalStart is { } start && SeriesValidator.Instance.Errors(this).Count == 0 ? ToSetup(new() { Start = start }) : null;

    internal DateOnly? LastDay => DateOnly.TryParseExact(Until?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>What the form of a series must look like before anybody decides on it.</summary>
public sealed class SeriesValidator : FormValidator<SeriesForm>
{
    private SeriesValidator() : base([.. SeriesFields.Rule, .. SeriesFields.Rest])
    {
        RuleFor(f => f.Day).Must(Readable.IsSeen).When(f => f.On == SeriesFields.DayOfMonth).WithErrorCode("series.date-missing").WithState(_ => new object[] { 1, 31 });
        RuleFor(f => f.Until).Must((f, _) => f.LastDay is not null).When(f => Readable.IsSeen(f.Until)).WithErrorCode("series.until-unclear");
    }

    /// <summary>The one there is.</summary>
    public static SeriesValidator Instance { get; } = new();
}

/// <summary>The fields of the form of a series, in the order in which they are asked.</summary>
internal static class SeriesFields
{
    /// <summary>What is posted for a day of the month that is a number.</summary>
    public static readonly string DayOfMonth = Options<SeriesDay>.CodeOf(SeriesDay.DayOfMonth);

    /// <summary>Its name, which is a plan's title.</summary>
    public static IReadOnlyList<FormField> Name { get; } = [PlanField(nameof(MeetingForm.Title)) with { Label = SeriesText.Name, Help = SeriesText.NameHelp }];

    /// <summary>Which days.</summary>
    public static IReadOnlyList<FormField> Rule { get; } =
    [
        new(nameof(SeriesForm.Every), SeriesText.Every) { Kind = FieldKind.Choice, AsList = true, Options = SeriesCodes.Months, Missing = "series.every-missing" },
        new(nameof(SeriesForm.On), SeriesText.On) { Kind = FieldKind.Choice, AsList = true, Options = SeriesCodes.Days, Missing = "series.day-missing" },
        new(nameof(SeriesForm.Weekday), SeriesText.Weekday) { Kind = FieldKind.Choice, AsList = true, Beside = true, Options = SeriesCodes.Weekdays, Missing = "series.day-missing" },
        new(nameof(SeriesForm.Day), SeriesText.Day, SeriesText.DayHelp) { Kind = FieldKind.Number, Least = 1, Most = 31 },
    ];

    /// <summary>From when, and at what hour: a plan's day and hour.</summary>
    public static IReadOnlyList<FormField> From { get; } =
        [PlanField(nameof(MeetingForm.Date)) with { Label = SeriesText.From, Help = SeriesText.FromHelp }, PlanField(nameof(MeetingForm.Time)), PlanField(nameof(MeetingForm.Minutes))];

    /// <summary>Until when, how far ahead, and without which days.</summary>
    public static IReadOnlyList<FormField> Rest { get; } =
    [
        new(nameof(SeriesForm.Until), SeriesText.Until, SeriesText.UntilHelp) { Kind = FieldKind.Moment, Type = "date" },
        new(nameof(SeriesForm.SkipsHolidays), SeriesText.SkipsHolidays, SeriesText.HolidaysHelp) { Kind = FieldKind.Tick },
        new(nameof(SeriesForm.LeadDays), SeriesText.LeadDays, SeriesText.LeadHelp) { Kind = FieldKind.Number, Least = SeriesSetup.FewestLeadDays, Most = SeriesSetup.MostLeadDays, Missing = "series.lead-missing" },
    ];

    /// <summary>What else a plan has.</summary>
    public static IReadOnlyList<FormField> Plan { get; } = [.. MeetingFields.Plan.Where(f => f.Name != nameof(MeetingForm.Title) && From.All(other => other.Name != f.Name))];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FormField> All { get; } = [.. Name, .. Rule, .. From, .. Rest, .. Plan];

    private static FormField PlanField(string name) => MeetingFields.Plan.Single(f => f.Name == name);
}
