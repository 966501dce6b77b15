using System.Collections.Immutable;

namespace RecoveryCoP.Node.Templates;

/// <summary>
/// One thing that a template brings, or that a chapter has from one: a topic, a committee with its seats, the charter with its clauses. The same record for
/// what the template said (the base), what a newer one says (theirs), and what the chapter made of it (ours), so that the three can be compared.
/// </summary>
/// <param name="Kind">Name of its <see cref="TemplateKind"/>; of a row, that of the kind's rows.</param>
/// <param name="Id">What it is known by in the template, whatever becomes of its words: <c>[a-z0-9-]</c>, 1 to 60 of them, unique in its kind or, of a row, in its item.</param>
public sealed record TemplateItem(string Kind, string Id)
{
    /// <summary>What it says, by the names of the kind's fields; a field that is empty is not there. What is the same in every language, a code or a number, has both sides alike.</summary>
    public ImmutableSortedDictionary<string, Bilingual> Fields { get; init => field = value.WithComparers(StringComparer.Ordinal); } = ImmutableSortedDictionary.Create<string, Bilingual>(StringComparer.Ordinal);

    /// <summary>What it consists of, in order: the clauses of the charter, the seats of a committee, the items of an agenda.</summary>
    public ImmutableArray<TemplateItem> Rows { get; init; } = [];

    /// <summary>A field in a language; empty when it says nothing.</summary>
    public string In(Language language, string field) => Fields.TryGetValue(field, out var value) ? (language == Language.French ? value.Fr : value.En) ?? "" : "";

    /// <summary>A field that is the same in every language: a code or a number. Empty when it is not there.</summary>
    public string Code(string field) => In(Language.French, field);

    /// <summary>A field that holds any of a few codes: they stand in it with commas between them. A single code is one of them.</summary>
    public IReadOnlyList<string> Codes(string field) => Code(field).Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The item with a field that says this; without the field where it says nothing. Empty lines around it, and how a browser ends lines, are no part of what it says.</summary>
    public TemplateItem With(string field, string? fr, string? en) => this with
    {
        Fields = new Bilingual(Tidy(fr), Tidy(en)) is { IsEmpty: false } said ? Fields.SetItem(field, said) : Fields.Remove(field),
    };

    /// <summary>The item with a code or a number.</summary>
    public TemplateItem With(string field, string? code) => With(field, code, code);

    /// <summary>One side of it: what a chapter takes that writes such things in one language. Codes and numbers stay as they are.</summary>
    public TemplateItem Only(Language language) => TemplateKinds.Of(Kind) is { } kind ? Only(language, kind.Fields, kind.Rows?.Fields ?? []) : Only(language, [], []);

    private TemplateItem Only(Language language, IReadOnlyList<TemplateField> fields, IReadOnlyList<TemplateField> ofRows) => this with
    {
        Fields = Fields.Select(f => fields.Any(k => k.Name == f.Key && !k.IsWritten) ? f : KeyValuePair.Create(f.Key, language == Language.French ? f.Value with { En = null } : f.Value with { Fr = null }))
            .Where(f => !f.Value.IsEmpty).ToImmutableSortedDictionary(StringComparer.Ordinal),
        Rows = [.. Rows.Select(r => r.Only(language, ofRows, []))],
    };

    private static string? Tidy(string? said) => string.IsNullOrWhiteSpace(said) ? null : said.Trim().Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <inheritdoc />
    public bool Equals(TemplateItem? other) =>
        other is not null && Kind == other.Kind && Id == other.Id && Fields.SequenceEqual(other.Fields) && Rows.AsSpan().SequenceEqual(other.Rows.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Kind, Id, Fields.Count, Rows.Length);
}
