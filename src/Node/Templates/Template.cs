using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RecoveryCoP.Node.Templates;

/// <summary>What <c>template.json</c> says of a template.</summary>
/// <param name="Id">What it is known by through all its versions: <c>[a-z0-9-]</c>, 1 to 60 of them.</param>
/// <param name="Version">Its version: three numbers, <c>1.4.0</c>.</param>
[GenerateSerializer, Immutable, Alias("template-head")]
public sealed record TemplateHead([property: Id(0)] string Id, [property: Id(1)] Version Version)
{
    /// <summary>What it is called.</summary>
    [Id(2)]
    public Bilingual Name { get; init; } = new(null, null);

    /// <summary>What changed since the version before, for those who decide whether to take it.</summary>
    [Id(3)]
    public Bilingual Changes { get; init; } = new(null, null);

    /// <summary>The oldest program that understands it: two or three numbers; null for any.</summary>
    [Id(4)]
    public Version? MinimumSoftware { get; init; }

    /// <summary>The licence that its texts may be used under, by its SPDX identifier.</summary>
    [Id(5)]
    public string Licence { get; init; } = "CC-BY-4.0";

    /// <summary>The id of the template that this one was made from; null for most.</summary>
    [Id(6)]
    public string? ForkOf { get; init; }

    /// <summary>The hub whose release it is, its node id; empty for one that came with the program or as a file. No file says so.</summary>
    [Id(7)]
    public string Hub { get; init; } = "";

    /// <summary>The hub whose release it was made from, as the hub says that released it; empty for one that came with a program, and for none.</summary>
    [Id(8)]
    public string ForkOfHub { get; init; } = "";

    /// <summary>What its files say, whoever released it.</summary>
    [JsonIgnore]
    public TemplateHead Written => this with { Hub = "", ForkOfHub = "" };
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
