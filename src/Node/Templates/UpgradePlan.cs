namespace RecoveryCoP.Node.Templates;

/// <summary>What would become of what a chapter has from a template.</summary>
/// <param name="Changes">What changes, in the order in which it can be done: what comes and changes in the order of the kinds, what goes the other way round. Conflicts are in it as they were decided; undecided they keep ours.</param>
/// <param name="Conflicts">What both changed differently, decided or not.</param>
/// <param name="Kept">What stays as it is here although the template says otherwise.</param>
public sealed record UpgradePlan(IReadOnlyList<ItemChange> Changes, IReadOnlyList<UpgradeConflict> Conflicts, IReadOnlyList<UpgradeKept> Kept)
{
    internal Func<IReadOnlyDictionary<UpgradePlace, UpgradeDecision>, UpgradePlan> Again { get; init; } = null!;

    /// <summary>The same with conflicts decided.</summary>
    public UpgradePlan Decided(IReadOnlyDictionary<UpgradePlace, UpgradeDecision> decisions) => Again(decisions);
}

/// <summary>A place in what a template brings.</summary>
/// <param name="Kind">The item's kind.</param>
/// <param name="Id">The item.</param>
/// <param name="Row">A row of it; empty for the item itself.</param>
/// <param name="Field">A field of it; empty for the whole.</param>
[GenerateSerializer, Immutable, Alias("upgrade-place")]
public readonly record struct UpgradePlace([property: Id(0)] string Kind, [property: Id(1)] string Id, [property: Id(2)] string Row = "", [property: Id(3)] string Field = "")
{
    /// <inheritdoc />
    public override string ToString() => $"{Kind}/{Id}/{Row}/{Field}";

    /// <summary>The field there, as the table of kinds has it; null for a whole thing.</summary>
    public TemplateField? FieldOf()
    {
        var (known, name) = (TemplateKinds.Of(Kind), Field);
        return (Row.Length > 0 ? known?.Rows?.Fields : known?.Fields)?.FirstOrDefault(f => f.Name == name);
    }
}

/// <summary>Something that both changed differently. Of a field, the items hold that field alone; of a whole item or row, one side has deleted it.</summary>
/// <param name="Place">Where.</param>
/// <param name="Base">As the template had it; null when it did not.</param>
/// <param name="Theirs">As the template has it now, with what only this chapter changed beside it; null when it has it no longer.</param>
/// <param name="Ours">As this chapter has it, with what only the template changed beside it; null when it has it no longer.</param>
/// <param name="Proposal">What it could say: both changes together where they do not touch each other.</param>
public sealed record UpgradeConflict(UpgradePlace Place, TemplateItem? Base, TemplateItem? Theirs, TemplateItem? Ours, TemplateItem? Proposal)
{
    /// <summary>How it is decided; null while it is not.</summary>
    public UpgradeDecision? Decision { get; init; }

    /// <summary>True for a text, of which one can write one's own.</summary>
    public bool TakesOwn => Place.FieldOf() is { IsWritten: true };
}

/// <summary>How a conflict is decided.</summary>
public enum UpgradeChoice
{
    /// <summary>As it is here.</summary>
    Ours,

    /// <summary>As the template has it.</summary>
    Theirs,

    /// <summary>A text of one's own, from both.</summary>
    Own,
}

/// <summary>What somebody decided about a conflict.</summary>
/// <param name="Choice">Which.</param>
/// <param name="Text">Their own text; null for the other choices.</param>
public sealed record UpgradeDecision(UpgradeChoice Choice, Bilingual? Text = null);

/// <summary>Why something stays as it is here.</summary>
public enum KeptBecause
{
    /// <summary>It was changed here, and the template left it as it was.</summary>
    Changed,

    /// <summary>It was deleted here, and the template left it as it was.</summary>
    Deleted,

    /// <summary>Its rows were put into another order here, and into yet another one by the template.</summary>
    Ordered,
}

/// <summary>Something that stays as it is here.</summary>
/// <param name="Place">Where.</param>
/// <param name="Because">Why.</param>
public sealed record UpgradeKept(UpgradePlace Place, KeptBecause Because);
