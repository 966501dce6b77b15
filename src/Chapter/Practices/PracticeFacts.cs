using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryCoP.Node.Library;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>To whom a practice is credited.</summary>
public enum PracticeCredit
{
    /// <summary>To the chapter.</summary>
    Chapter,

    /// <summary>To a person, by name and with their consent.</summary>
    Named,

    /// <summary>To a pseudonym.</summary>
    Pseudonym,
}

/// <summary>What can be said of a practice in codes, the same in both languages.</summary>
[GenerateSerializer, Immutable, Alias("practice-facts")]
public sealed record PracticeFacts
{
    /// <summary>What applies unless its author chooses otherwise: others may use and adapt it and say where it comes from. An SPDX identifier.</summary>
    public const string DefaultLicence = "CC-BY-4.0";

    /// <summary>The language it is written in: <c>fr</c> or <c>en</c>.</summary>
    [Id(0)] public string Language { get; init; } = "fr";

    /// <summary>Codes of <see cref="NetworkCodes.Topics"/>.</summary>
    [Id(1)] public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Codes of <see cref="NetworkCodes.Chime"/>.</summary>
    [Id(2)] public IReadOnlyList<string> Chime { get; init; } = [];

    /// <summary>Codes of <see cref="PracticeCodes.Groups"/>: the stakeholder groups that took part.</summary>
    [Id(3)] public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The practice of this chapter that it translates.</summary>
    [Id(4)] public Guid? TranslationOf { get; init; }

    /// <summary>SPDX identifier, one of <see cref="NetworkCodes.Licences"/>.</summary>
    [Id(5)] public string Licence { get; init; } = DefaultLicence;

    /// <summary>To whom it is credited; the name itself is in the text, where it can be erased.</summary>
    [Id(6)] public PracticeCredit Credit { get; init; }

    /// <summary>What a newer program wrote, written back untouched. It stays in the state and is no part of a command.</summary>
    [JsonExtensionData]
    [field: NonSerialized]
    public Dictionary<string, JsonElement>? Unknown { get; init; }

    /// <summary>True when the other says the same: lists in a record are compared by what they hold.</summary>
    public bool Says(PracticeFacts other) =>
        Topics.SequenceEqual(other.Topics) && Chime.SequenceEqual(other.Chime) && Groups.SequenceEqual(other.Groups)
        && Plain(this) == Plain(other);

    private static PracticeFacts Plain(PracticeFacts facts) => facts with { Topics = [], Chime = [], Groups = [], Unknown = null };
}
