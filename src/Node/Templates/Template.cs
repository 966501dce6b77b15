using System.Collections.Immutable;

namespace RecoveryCoP.Node.Templates;

/// <summary>What <c>template.json</c> says of a template.</summary>
/// <param name="Id">What it is known by through all its versions: <c>[a-z0-9-]</c>, 1 to 60 of them.</param>
/// <param name="Version">Its version: three numbers, <c>1.4.0</c>.</param>
public sealed record TemplateHead(string Id, Version Version)
{
    /// <summary>What it is called.</summary>
    public Bilingual Name { get; init; } = new(null, null);

    /// <summary>What changed since the version before, for those who decide whether to take it.</summary>
    public Bilingual Changes { get; init; } = new(null, null);

    /// <summary>The oldest program that understands it: two or three numbers; null for any.</summary>
    public Version? MinimumSoftware { get; init; }

    /// <summary>The licence that its texts may be used under, by its SPDX identifier.</summary>
    public string Licence { get; init; } = "CC-BY-4.0";

    /// <summary>The id of the template that this one was made from; null for most.</summary>
    public string? ForkOf { get; init; }
}

/// <summary>A template as it was read: a whole one, in which the checker found nothing wrong.</summary>
/// <param name="Head">What it says of itself.</param>
/// <param name="Items">Everything it brings, by kind in the order of <see cref="TemplateKinds.All"/>, and in its own order there.</param>
public sealed record Template(TemplateHead Head, ImmutableArray<TemplateItem> Items)
{
    /// <summary>A template that brings nothing: what a chapter started from that was founded without one.</summary>
    public static Template None { get; } = new(new TemplateHead("none", new Version(0, 0, 0)), []);

    /// <summary>The items of a kind.</summary>
    public IEnumerable<TemplateItem> Of(TemplateKind kind) => Items.Where(i => i.Kind == kind.Name);

    /// <inheritdoc />
    public bool Equals(Template? other) => other is not null && Head == other.Head && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Head, Items.Length);
}
