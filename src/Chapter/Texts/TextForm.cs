using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Texts;

/// <summary>A text as it is typed.</summary>
public sealed record TextForm
{
    /// <summary>Its title in French.</summary>
    public string? TitleFr { get; init; }

    /// <summary>The text in French.</summary>
    public string? Fr { get; init; }

    /// <summary>Its title in English.</summary>
    public string? TitleEn { get; init; }

    /// <summary>The text in English.</summary>
    public string? En { get; init; }

    /// <summary>Its fields.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(TitleFr), TextWords.TitleFr, TextWords.OneSide) { Longest = TextContent.LongestTitle, Expected = true, Lang = Language.French },
        new(nameof(Fr), TextWords.WordsFr, TextWords.WordsHelp) { Kind = FieldKind.Text, Rows = 12, Longest = TextContent.LongestWords, Expected = true, Lang = Language.French },
        new(nameof(TitleEn), TextWords.TitleEn) { Longest = TextContent.LongestTitle, Expected = true, Lang = Language.English },
        new(nameof(En), TextWords.WordsEn) { Kind = FieldKind.Text, Rows = 12, Longest = TextContent.LongestWords, Expected = true, Lang = Language.English },
    ];

    /// <summary>What is wrong with a form.</summary>
    public static IReadOnlyList<Refusal> Errors(TextForm form) => new FormValidator<TextForm>(Fields).Errors(form) is { Count: > 0 } errors ? errors : form.ToContent().Errors();

    /// <summary>The form that shows a text again.</summary>
    public static TextForm Of(TextContent content) => new() { TitleFr = content.Title.Fr, Fr = content.Words.Fr, TitleEn = content.Title.En, En = content.Words.En };

    /// <summary>What it says. A side that nobody wrote is not there.</summary>
    public TextContent ToContent() => new() { Title = new(Line(TitleFr), Line(TitleEn)), Words = new(Said(Fr), Said(En)) };

    private static string? Line(string? typed) => TypedText.IsWritten(typed) ? TypedText.Line(typed) : null;

    private static string? Said(string? typed) => TypedText.IsWritten(typed) ? TypedText.Plain(typed) : null;
}
