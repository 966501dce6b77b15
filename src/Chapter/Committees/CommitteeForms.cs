using System.Globalization;
using FluentValidation;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Committees;

/// <summary>A committee as it is typed.</summary>
public sealed record CommitteeForm
{
    /// <summary>Its name in French; one of the two is needed.</summary>
    public string? NameFr { get; init; }

    /// <summary>Its name in English.</summary>
    public string? NameEn { get; init; }

    /// <summary>What it is for, in French.</summary>
    public string? PurposeFr { get; init; }

    /// <summary>What it is for, in English.</summary>
    public string? PurposeEn { get; init; }

    /// <summary>Its fields.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(NameFr), CommitteeText.NameFr, CommitteeText.OneSide) { Longest = 120, Expected = true, Lang = Language.French },
        new(nameof(NameEn), CommitteeText.NameEn) { Longest = 120, Expected = true, Lang = Language.English },
        new(nameof(PurposeFr), CommitteeText.PurposeFr) { Kind = FieldKind.Text, Rows = 3, Longest = 1000, Lang = Language.French },
        new(nameof(PurposeEn), CommitteeText.PurposeEn) { Kind = FieldKind.Text, Rows = 3, Longest = 1000, Lang = Language.English },
    ];

    /// <summary>What is wrong with a form.</summary>
    public static IReadOnlyList<Refusal> Errors(CommitteeForm form) => new Validator().Errors(form);

    /// <summary>The form that shows a committee again.</summary>
    public static CommitteeForm Of(CommitteeContent content) => new() { NameFr = content.Name.Fr, NameEn = content.Name.En, PurposeFr = content.Purpose.Fr, PurposeEn = content.Purpose.En };

    /// <summary>What it says; only of a form in which nothing is wrong.</summary>
    public CommitteeContent ToContent() => new()
    {
        Name = new(TypedText.Line(NameFr), TypedText.Line(NameEn)),
        Purpose = new(TypedText.Plain(PurposeFr), TypedText.Plain(PurposeEn)),
    };

    private sealed class Validator : FormValidator<CommitteeForm>
    {
        public Validator() : base(Fields) =>
            RuleFor(f => f.NameFr).Must((f, _) => Readable.IsSeen(f.NameFr) || Readable.IsSeen(f.NameEn)).WithErrorCode("committee.name-missing");
    }
}

/// <summary>A seat as it is typed.</summary>
public sealed record SeatForm
{
    /// <summary>What it is called in French; one of the two is needed.</summary>
    public string? TitleFr { get; init; }

    /// <summary>What it is called in English.</summary>
    public string? TitleEn { get; init; }

    /// <summary>Code of the group that it is kept for.</summary>
    public string? KeptFor { get; init; }

    /// <summary>How long a term usually is, in months.</summary>
    public string? TermMonths { get; init; }

    /// <summary>Its fields.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(TitleFr), CommitteeText.TitleFr, CommitteeText.OneSide) { Longest = 80, Expected = true, Lang = Language.French },
        new(nameof(TitleEn), CommitteeText.TitleEn) { Longest = 80, Expected = true, Lang = Language.English },
        new(nameof(KeptFor), CommitteeText.KeptFor, CommitteeText.KeptForHelp) { Kind = FieldKind.Choice, AsList = true, Options = NetworkCodes.Groups },
        new(nameof(TermMonths), CommitteeText.TermMonths, CommitteeText.TermMonthsHelp) { Kind = FieldKind.Number, Least = 1, Most = Committee.LongestTerm * 12 },
    ];

    /// <summary>What is wrong with a form.</summary>
    public static IReadOnlyList<Refusal> Errors(SeatForm form) => new Validator().Errors(form);

    /// <summary>The form that shows a seat again.</summary>
    public static SeatForm Of(SeatContent content) => new() { TitleFr = content.Title.Fr, TitleEn = content.Title.En, KeptFor = content.KeptFor, TermMonths = content.TermMonths is { } months ? Digits.Of(months) : null };

    /// <summary>What it says; only of a form in which nothing is wrong.</summary>
    public SeatContent ToContent() => new() { Title = new(TypedText.Line(TitleFr), TypedText.Line(TitleEn)), KeptFor = KeptFor ?? "", TermMonths = Digits.Read(TermMonths) };

    private sealed class Validator : FormValidator<SeatForm>
    {
        public Validator() : base(Fields) =>
            RuleFor(f => f.TitleFr).Must((f, _) => Readable.IsSeen(f.TitleFr) || Readable.IsSeen(f.TitleEn)).WithErrorCode("committee.seat-title-missing");
    }
}

/// <summary>Whom one asks to take a seat, and for how long.</summary>
public sealed record OfferForm
{
    /// <summary>The member's id.</summary>
    public string? Member { get; init; }

    /// <summary>The first day, as 2026-03-02.</summary>
    public string? From { get; init; }

    /// <summary>The last day.</summary>
    public string? Until { get; init; }

    /// <summary>Its fields; whom one can ask is for the page to say.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(Member), CommitteeText.Whom, CommitteeText.WhomHelp) { Kind = FieldKind.Choice, AsList = true, Missing = "committee.member-missing" },
        new(nameof(From), CommitteeText.From, CommitteeText.FromHelp) { Kind = FieldKind.Moment, Type = "date", Missing = "committee.day-missing" },
        new(nameof(Until), CommitteeText.Until) { Kind = FieldKind.Moment, Type = "date", Missing = "committee.day-missing", Beside = true },
    ];

    /// <summary>What is wrong with a form.</summary>
    public static IReadOnlyList<Refusal> Errors(OfferForm form) =>
        new FormValidator<OfferForm>(Fields).Errors(form) is { Count: > 0 } errors ? errors : [.. Days.Errors(nameof(From), form.From), .. Days.Errors(nameof(Until), form.Until)];
}

/// <summary>What somebody records of a vote.</summary>
public sealed record VoteForm
{
    /// <summary>The day, as 2026-03-02.</summary>
    public string? On { get; init; }

    /// <summary>Who voted.</summary>
    public string? Body { get; init; }

    /// <summary>The question.</summary>
    public string? Question { get; init; }

    /// <summary>How it was held.</summary>
    public string? Manner { get; init; }

    /// <summary>How many were for it.</summary>
    public string? InFavour { get; init; }

    /// <summary>How many were against.</summary>
    public string? Against { get; init; }

    /// <summary>How many abstained.</summary>
    public string? Abstained { get; init; }

    /// <summary>How many did not vote.</summary>
    public string? NotVoting { get; init; }

    /// <summary>What came of it.</summary>
    public string? Outcome { get; init; }

    /// <summary>The language of the words.</summary>
    public string? Language { get; init; }

    /// <summary>The meeting's id.</summary>
    public string? Meeting { get; init; }

    /// <summary>Its fields; which meetings there are is for the page to say.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(On), CommitteeText.VotedOn) { Kind = FieldKind.Moment, Type = "date", Missing = "vote.day-unclear" },
        new(nameof(Body), CommitteeText.Body) { Kind = FieldKind.Choice, Options = CommitteeCodes.Bodies, Missing = "vote.body-missing" },
        new(nameof(Question), CommitteeText.Question, CommitteeText.QuestionHelp) { Kind = FieldKind.Text, Rows = 2, Longest = 500, Missing = "vote.question-missing" },
        new(nameof(Manner), CommitteeText.Manner) { Kind = FieldKind.Choice, Options = CommitteeCodes.Manners, Missing = "vote.manner-missing" },
        Count(nameof(InFavour), CommitteeText.InFavour) with { Expected = true },
        Count(nameof(Against), CommitteeText.Against, beside: true) with { Expected = true },
        Count(nameof(Abstained), CommitteeText.Abstained, beside: true),
        Count(nameof(NotVoting), CommitteeText.NotVoting, beside: true),
        new(nameof(Outcome), CommitteeText.Outcome, CommitteeText.OutcomeHelp) { Kind = FieldKind.Text, Rows = 3, Longest = 1000, Missing = "vote.outcome-missing" },
        new(nameof(Language), CommitteeText.WrittenIn) { Kind = FieldKind.Choice, Options = NetworkCodes.Languages, Missing = "vote.language-missing" },
        new(nameof(Meeting), CommitteeText.MinutesOf) { Kind = FieldKind.Choice, AsList = true },
    ];

    /// <summary>What is wrong with a form.</summary>
    public static IReadOnlyList<Refusal> Errors(VoteForm form) =>
        new FormValidator<VoteForm>(Fields).Errors(form) is { Count: > 0 } errors ? errors
        : Days.Read(form.On) is null ? [Refusal.Of("vote.day-unclear", nameof(On))]
        : form.ToContent().Errors();

    /// <summary>The form that shows a vote again.</summary>
    public static VoteForm Of(VoteContent content) => new()
    {
        On = Days.Of(content.On),
        Body = Options<VoteBody>.CodeOf(content.Body),
        Question = content.Question,
        Manner = Options<VoteManner>.CodeOf(content.Manner),
        InFavour = Digits.Of(content.InFavour),
        Against = Digits.Of(content.Against),
        Abstained = Digits.Of(content.Abstained),
        NotVoting = Digits.Of(content.NotVoting),
        Outcome = content.Outcome,
        Language = content.Language,
        Meeting = content.Meeting?.ToString(),
    };

    /// <summary>The vote; only of a form in which nothing is wrong. A count that was left out is nought.</summary>
    public VoteContent ToContent() => new()
    {
        On = Days.Read(On)!.Value,
        Body = CommitteeCodes.Bodies.ValueOf(Body)!.Value,
        Question = TypedText.Plain(Question),
        Manner = CommitteeCodes.Manners.ValueOf(Manner)!.Value,
        InFavour = Digits.Read(InFavour) ?? 0,
        Against = Digits.Read(Against) ?? 0,
        Abstained = Digits.Read(Abstained) ?? 0,
        NotVoting = Digits.Read(NotVoting) ?? 0,
        Outcome = TypedText.Plain(Outcome),
        Language = Language!,
        Meeting = Guid.TryParse(Meeting, out var meeting) ? meeting : null,
    };

    private static FormField Count(string name, Text label, bool beside = false) => new(name, label) { Kind = FieldKind.Number, Most = VoteContent.Most, Beside = beside };
}

/// <summary>What can be chosen about votes.</summary>
public static class CommitteeCodes
{
    /// <summary>Who voted.</summary>
    public static Options<VoteBody> Bodies { get; } = new()
    {
        { VoteBody.Committee, new("Le comité", "The committee") },
        { VoteBody.Chapter, new("Les membres de la communauté", "The members of the community") },
    };

    /// <summary>How it was held.</summary>
    public static Options<VoteManner> Manners { get; } = new()
    {
        { VoteManner.ShowOfHands, new("À main levée", "By a show of hands") },
        { VoteManner.Paper, new("Sur papier", "On paper") },
        { VoteManner.Elsewhere, new("Par courriel ou avec un outil en ligne, ailleurs", "By email or with an online tool, elsewhere") },
    };
}

/// <summary>A day as browsers send it.</summary>
internal static class Days
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>The day that was typed; null for anything else.</summary>
    public static DateOnly? Read(string? typed) => DateOnly.TryParseExact(typed?.Trim(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A day as it is posted.</summary>
    public static string Of(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>What is wrong with what was typed.</summary>
    public static IReadOnlyList<Refusal> Errors(string field, string? typed) => Read(typed) is null ? [Refusal.Of("committee.day-missing", field)] : [];
}
