using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Templates;

/// <summary>What somebody decides about the conflicts of a preview, as it is typed.</summary>
public sealed record DecisionForm
{
    /// <summary>Which preview it is about.</summary>
    public string? Seen { get; init; }

    /// <summary>Which button.</summary>
    public string? Step { get; init; }

    /// <summary>One for each conflict.</summary>
    public IReadOnlyList<DecisionRow> Conflicts { get; init => field = value ?? []; } = [];

    /// <summary>The row of a conflict as it was typed; with the proposal, and ours chosen, while nothing was.</summary>
    internal DecisionRow RowOf(int n, UpgradeConflict conflict) => Find(conflict) ?? new()
    {
        Place = conflict.Place.ToString(),
        Choice = "ours",
        Fr = conflict.Proposal?.In(Language.French, conflict.Place.Field),
        En = conflict.Proposal?.In(Language.English, conflict.Place.Field),
    };

    /// <summary>What is decided; what is not keeps ours.</summary>
    internal Dictionary<UpgradePlace, UpgradeDecision> Decisions(UpgradePlan plan) => plan.Conflicts
        .Select(c => (c.Place, Row: Find(c))).Where(d => d.Row is not null)
        .ToDictionary(d => d.Place, d => d.Row!.Choice switch
        {
            "theirs" => new UpgradeDecision(UpgradeChoice.Theirs),
            "own" => new(UpgradeChoice.Own, new(Typed(d.Place, d.Row.Fr), Typed(d.Place, d.Row.En))),
            _ => new(UpgradeChoice.Ours),
        });

    /// <summary>What is wrong with texts of one's own.</summary>
    internal IReadOnlyList<Refusal> Errors(UpgradePlan plan) =>
    [
        .. plan.Conflicts.Index().Where(c => Find(c.Item) is { Choice: "own" }).SelectMany(c => (Refusal?[])
        [
            RefusalFor(c.Item, Language.French, $"Conflicts[{c.Index}].Fr", Find(c.Item)!.Fr),
            RefusalFor(c.Item, Language.English, $"Conflicts[{c.Index}].En", Find(c.Item)!.En),
        ]).OfType<Refusal>(),
    ];

    private static Refusal? RefusalFor(UpgradeConflict conflict, Language language, string field, string? typed) =>
        !DecisionRow.Has(conflict, language) ? null
        : !TypedText.IsWritten(typed) ? Refusal.Of("template.own-text-missing", field)
        : conflict.Place.FieldOf() is { } known && TypedText.Length(typed) > known.Longest ? Refusal.Of("template.own-text-too-long", field, known.Longest)
        : null;

    private static string? Typed(UpgradePlace place, string? text) => !TypedText.IsWritten(text) ? null : place.FieldOf() is { Shape: TemplateShape.Line } ? TypedText.Line(text) : TypedText.Plain(text);

    private DecisionRow? Find(UpgradeConflict conflict) => Conflicts.FirstOrDefault(r => r.Place == conflict.Place.ToString());
}

/// <summary>What is decided about one conflict, as it is typed.</summary>
public sealed record DecisionRow
{
    /// <summary>Which (<see cref="UpgradePlace"/>).</summary>
    public string? Place { get; init; }

    /// <summary>ours, theirs or own.</summary>
    public string? Choice { get; init; }

    /// <summary>One's own text, in French.</summary>
    public string? Fr { get; init; }

    /// <summary>The same in English.</summary>
    public string? En { get; init; }

    /// <summary>True when one of both sides is written in a language, so that one's own text has to be.</summary>
    internal static bool Has(UpgradeConflict conflict, Language language) =>
        conflict.Ours?.In(language, conflict.Place.Field) is { Length: > 0 } || conflict.Theirs?.In(language, conflict.Place.Field) is { Length: > 0 };
}
