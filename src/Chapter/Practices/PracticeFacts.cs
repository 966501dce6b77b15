using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryCoP.Node.Library;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>What was chosen of a practice from lists, the same in both languages.</summary>
[GenerateSerializer, Immutable, Alias("practice-facts")]
public sealed record PracticeFacts
{
    /// <summary>The language it is written in: <c>fr</c> or <c>en</c>.</summary>
    [Id(0)] public string Language { get; init; } = "fr";

    /// <summary>The practice of this chapter that it translates.</summary>
    [Id(1)] public Guid? TranslationOf { get; init; }

    /// <summary>The codes that were chosen, by the field's name: those of <see cref="PracticeFields.Chosen"/>. What nobody chose is not there.</summary>
    [Id(2)] public IReadOnlyDictionary<string, IReadOnlyList<string>> Choices { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What it was adapted from: said when it is written, the same in every revision; null for what its author wrote anew.</summary>
    [Id(3)] public AdaptedFrom? AdaptedFrom { get; init; }

    /// <summary>What a newer program wrote, written back untouched. It stays in the state and is no part of a command.</summary>
    [JsonExtensionData]
    [field: NonSerialized]
    public Dictionary<string, JsonElement>? Unknown { get; init; }

    /// <summary>The codes that were chosen in a field.</summary>
    public IReadOnlyList<string> Of(string field) => Choices.GetValueOrDefault(field) ?? [];

    /// <summary>True when the other says the same: lists in a record are compared by what they hold.</summary>
    public bool Says(PracticeFacts other) =>
        Language == other.Language && TranslationOf == other.TranslationOf && AdaptedFrom == other.AdaptedFrom
        && Choices.Count == other.Choices.Count && Choices.All(c => c.Value.SequenceEqual(other.Of(c.Key)));
}
