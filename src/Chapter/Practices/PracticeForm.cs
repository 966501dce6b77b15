using RecoveryCoP.Node.Web.Forms;
using RecoveryCoP.Node.Library;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>A practice as it is typed: strings only, nothing understood yet.</summary>
public sealed record PracticeForm
{
    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The summary.</summary>
    public string? Summary { get; init; }

    /// <summary>The practice itself.</summary>
    public string? Text { get; init; }

    /// <summary>Where and among whom.</summary>
    public string? Context { get; init; }

    /// <summary>Step by step.</summary>
    public string? WhatWasDone { get; init; }

    /// <summary>Who took part.</summary>
    public string? WhoWasInvolved { get; init; }

    /// <summary>What came of it.</summary>
    public string? Results { get; init; }

    /// <summary>What was learned.</summary>
    public string? Lessons { get; init; }

    /// <summary>What it takes.</summary>
    public string? Conditions { get; init; }

    /// <summary>Codes of topics.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Codes of CHIME.</summary>
    public IReadOnlyList<string> Chime { get; init; } = [];

    /// <summary>Codes of stakeholder groups.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The language it is written in.</summary>
    public string? Language { get; init; }

    /// <summary>The id of the practice that it translates.</summary>
    public string? TranslationOf { get; init; }

    /// <summary>What others may do with it.</summary>
    public string? Licence { get; init; } = PracticeFacts.DefaultLicence;

    /// <summary>To whom it is credited.</summary>
    public string? Credit { get; init; } = "chapter";

    /// <summary>The name to credit.</summary>
    public string? CreditName { get; init; }

    /// <summary>What changed.</summary>
    public string? Note { get; init; }

    /// <summary>The form that shows a saved practice again.</summary>
    public static PracticeForm Of(PracticeText text, PracticeFacts facts) => new()
    {
        Title = text.Title,
        Summary = text.Summary,
        Text = text.Text,
        Context = text.Context,
        WhatWasDone = text.WhatWasDone,
        WhoWasInvolved = text.WhoWasInvolved,
        Results = text.Results,
        Lessons = text.Lessons,
        Conditions = text.Conditions,
        CreditName = text.CreditName,
        Topics = facts.Topics,
        Chime = facts.Chime,
        Groups = facts.Groups,
        Language = facts.Language,
        TranslationOf = facts.TranslationOf?.ToString(),
        Licence = facts.Licence,
        Credit = facts.Credit.ToString().ToLowerInvariant(),
    };

    /// <summary>What was written.</summary>
    public PracticeText ToText() => new()
    {
        Title = TypedText.Plain(Title),
        Summary = TypedText.Plain(Summary),
        Text = TypedText.Plain(Text),
        Context = TypedText.Plain(Context),
        WhatWasDone = TypedText.Plain(WhatWasDone),
        WhoWasInvolved = TypedText.Plain(WhoWasInvolved),
        Results = TypedText.Plain(Results),
        Lessons = TypedText.Plain(Lessons),
        Conditions = TypedText.Plain(Conditions),
        CreditName = TypedText.Plain(CreditName),
    };

    /// <summary>What was chosen; only of a form in which <see cref="PracticeValidator"/> found nothing wrong. In the order of the lists, so that the same choice is the same.</summary>
    public PracticeFacts ToFacts() => new()
    {
        Language = Language!,
        Topics = Chosen(NetworkCodes.Topics, Topics),
        Chime = Chosen(NetworkCodes.Chime, Chime),
        Groups = Chosen(PracticeCodes.Groups, Groups),
        TranslationOf = Guid.TryParse(TranslationOf, out var original) ? original : null,
        Licence = Licence!,
        Credit = Enum.Parse<PracticeCredit>(Credit!, ignoreCase: true),
    };

    /// <summary>The note as it is kept.</summary>
    public string ToNote() => TypedText.Plain(Note);

    private static IReadOnlyList<string> Chosen(IReadOnlyList<Option> list, IReadOnlyList<string> codes) => [.. list.Select(c => c.Value).Where(codes.Contains)];
}
