using System.Globalization;
using FluentValidation;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Incidents;

/// <summary>What is written down of an incident, as typed and as kept: the eight facts of the Regulation respecting confidentiality incidents (A-2.1, r. 3.1, s. 7).</summary>
public record IncidentForm
{
    /// <summary>What personal information, or why that is not known.</summary>
    public string? Information { get; init; }

    /// <summary>What happened.</summary>
    public string? Circumstances { get; init; }

    /// <summary>When: a day or a period, maybe about.</summary>
    public string? Happened { get; init; }

    /// <summary>The day on which it became known, the last of several.</summary>
    public string? KnownOn { get; init; }

    /// <summary>How many people, maybe about.</summary>
    public string? People { get; init; }

    /// <summary>Whether there is a risk of serious injury: yes, no.</summary>
    public string? Serious { get; init; }

    /// <summary>Why one thinks so.</summary>
    public string? Reasons { get; init; }

    /// <summary>The day on which the Commission was told.</summary>
    public string? CommissionOn { get; init; }

    /// <summary>The day on which the people concerned were told.</summary>
    public string? PeopleOn { get; init; }

    /// <summary>About these notices: public ones, and why.</summary>
    public string? NoticeNotes { get; init; }

    /// <summary>What was done about it.</summary>
    public string? Measures { get; init; }

    /// <summary>True where the law wants the Commission and the people concerned to be told.</summary>
    public bool IsSerious => Serious == IncidentText.Yes;

    /// <summary>The fields.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(Information), IncidentText.Information, IncidentText.InformationHelp) { Kind = FieldKind.Text, Longest = 2000, Missing = "incident.information-missing", Rows = 3 },
        new(nameof(Circumstances), IncidentText.Circumstances, IncidentText.CircumstancesHelp) { Kind = FieldKind.Text, Longest = 2000, Missing = "incident.circumstances-missing", Rows = 3 },
        new(nameof(Happened), IncidentText.Happened, IncidentText.HappenedHelp) { Longest = 200, Missing = "incident.happened-missing" },
        new(nameof(KnownOn), IncidentText.KnownOn, IncidentText.KnownOnHelp) { Kind = FieldKind.Moment, Type = "date", Missing = "incident.known-missing" },
        new(nameof(People), IncidentText.People, IncidentText.PeopleHelp) { Longest = 200, Missing = "incident.people-missing" },
        new(nameof(Serious), IncidentText.Serious, IncidentText.SeriousHelp) { Kind = FieldKind.Choice, Options = IncidentText.YesOrNo, Missing = "incident.serious-missing" },
        new(nameof(Reasons), IncidentText.Reasons, IncidentText.ReasonsHelp) { Kind = FieldKind.Text, Longest = 2000, Missing = "incident.reasons-missing", Rows = 3 },
        new(nameof(CommissionOn), IncidentText.CommissionOn) { Kind = FieldKind.Moment, Type = "date" },
        new(nameof(PeopleOn), IncidentText.PeopleOn) { Kind = FieldKind.Moment, Type = "date" },
        new(nameof(NoticeNotes), IncidentText.NoticeNotes, IncidentText.NoticeNotesHelp) { Kind = FieldKind.Text, Longest = 1000, Rows = 2 },
        new(nameof(Measures), IncidentText.Measures, IncidentText.MeasuresHelp) { Kind = FieldKind.Text, Longest = 2000, Missing = "incident.measures-missing", Rows = 3 },
    ];

    /// <summary>What is wrong with a form.</summary>
    /// <param name="form">As typed.</param>
    /// <param name="today">No day may come after it.</param>
    public static IReadOnlyList<Refusal> Errors(IncidentForm form, DateOnly today) => new IncidentValidator(today).Errors(form);

    /// <summary>The day of a field; null for none.</summary>
    public static DateOnly? DayOf(string? typed) => DateOnly.TryParseExact(typed?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>As it is read: a day in words, a choice by its label.</summary>
    public static Text Shown(IncidentForm form, FormField field) => FormValues<IncidentForm>.One(form, field.Name) is not { Length: > 0 } said ? "".AsText()
        : field.Kind == FieldKind.Choice && field.Options.Has(said) ? field.Options.LabelOf(said)
        : field.Kind == FieldKind.Moment && DayOf(said) is { } day ? new(Dates.Day(day, Language.French), Dates.Day(day, Language.English))
        : said.AsText();

    /// <summary>As it is kept.</summary>
    internal IncidentForm Kept() => new()
    {
        Information = TypedText.Plain(Information), Circumstances = TypedText.Plain(Circumstances), Happened = TypedText.Line(Happened), KnownOn = TypedText.Plain(KnownOn),
        People = TypedText.Line(People), Serious = TypedText.Plain(Serious), Reasons = TypedText.Plain(Reasons), CommissionOn = TypedText.Plain(CommissionOn),
        PeopleOn = TypedText.Plain(PeopleOn), NoticeNotes = TypedText.Plain(NoticeNotes), Measures = TypedText.Plain(Measures),
    };

    private sealed class IncidentValidator : FormValidator<IncidentForm>
    {
        private readonly DateOnly today;

        public IncidentValidator(DateOnly today) : base(Fields)
        {
            this.today = today;
            RuleFor(f => f.KnownOn).Must(IsDay).WithErrorCode("incident.day-unclear").Must(IsPast).WithErrorCode("incident.day-to-come")
                .Must(known => DayOf(known) is not { } day || day >= IncidentRegister.FirstKept(today)).WithErrorCode("incident.too-long-ago");
            RuleFor(f => f.CommissionOn).Must(IsDay).WithErrorCode("incident.day-unclear").Must(IsPast).WithErrorCode("incident.day-to-come");
            RuleFor(f => f.PeopleOn).Must(IsDay).WithErrorCode("incident.day-unclear").Must(IsPast).WithErrorCode("incident.day-to-come");
        }

        private static bool IsDay(string? typed) => !Readable.IsSeen(typed) || DayOf(typed) is not null;

        private bool IsPast(string? typed) => DayOf(typed) is not { } day || day <= today;
    }
}

/// <summary>What was written of an incident, once.</summary>
public sealed record IncidentWording : IncidentForm
{
    /// <summary>Of which incident.</summary>
    public required Guid Incident { get; init; }

    /// <summary>From 1; the highest holds.</summary>
    public required long Number { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>The role of whoever wrote it.</summary>
    public required string WrittenAs { get; init; }
}
