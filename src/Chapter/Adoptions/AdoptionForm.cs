using System.Globalization;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Adoptions;

/// <summary>What is said of an adoption, as it is typed.</summary>
public sealed record AdoptionForm
{
    private const string Format = "yyyy-MM";
    private const int MonthsInList = 12 * Adoption.YearsBack;

    /// <summary>The id of the step.</summary>
    public string? Step { get; init; }

    /// <summary>The organization; chosen where the practice is given.</summary>
    public string? Organization { get; init; }

    /// <summary>How far it has come.</summary>
    public string? Stage { get; init; }

    /// <summary>Since when: a year and a month.</summary>
    public string? Month { get; init; }

    /// <summary>What there is to say.</summary>
    public string? Note { get; init; }

    /// <summary>Where the adoption is given.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(Step), AdoptionText.Stage) { Kind = FieldKind.Hidden },
        new(nameof(Stage), AdoptionText.Stage) { Kind = FieldKind.Choice, Options = AdoptionText.Stages, Missing = "adoption.stage-missing" },
        new(nameof(Month), AdoptionText.Month, AdoptionText.MonthHelp) { Kind = FieldKind.Choice, AsList = true, Missing = "adoption.month-unclear", Accepts = month => FirstDayOf(month) is not null },
        new(nameof(Note), AdoptionText.Note, AdoptionText.NoteHelp) { Kind = FieldKind.Text, Rows = 4, Longest = Adoption.LongestNote },
    ];

    /// <summary>Where only the practice is.</summary>
    public static IReadOnlyList<FormField> FieldsWithOrganization { get; } =
        [new(nameof(Organization), AdoptionText.Organization, AdoptionText.OrganizationHelp) { Kind = FieldKind.Choice, AsList = true, Missing = "adoption.organization-missing" }, .. Fields];

    /// <summary>What it must look like where the adoption is given.</summary>
    public static FormValidator<AdoptionForm> Validator { get; } = new(Fields);

    /// <summary>The same where only the practice is.</summary>
    public static FormValidator<AdoptionForm> ValidatorWithOrganization { get; } = new(FieldsWithOrganization);

    /// <summary>The months that can be chosen, the present one first.</summary>
    public static IReadOnlyList<Option> Months(DateTimeOffset now)
    {
        var month = FirstOf(Dates.DayOf(now));
        return [.. Enumerable.Range(0, MonthsInList).Select(n => month.AddMonths(-n)).Select(m => new Option(CodeOf(m), AdoptionText.MonthOf(m)))];
    }

    /// <summary>How the month of a day is written.</summary>
    public static string CodeOf(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>An empty one.</summary>
    public static AdoptionForm New(DateTimeOffset now) => new() { Step = Guid.CreateVersion7(now).ToString() };

    /// <summary>The id of the step; of no step where that is no id.</summary>
    public Guid StepId => Guid.TryParse(Step, out var id) ? id : Guid.Empty;

    /// <summary>What is said; only of a form in which the validator found nothing wrong.</summary>
    /// <param name="language">Code of the language of the page.</param>
    public SaidStage ToSaid(string language) => new(AdoptionText.Stages.ValueOf(Stage)!.Value, FirstDayOf(Month)!.Value, TypedText.Plain(Note), language);

    private static DateOnly? FirstDayOf(string? month) => DateOnly.TryParseExact(month, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
}
