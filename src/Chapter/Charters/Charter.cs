using System.Text.Json.Serialization;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Charters;

/// <summary>
/// The chapter's charter: every version it had. There is one, under <see cref="TheId"/>; while nobody has published anything, the record that does
/// not exist yet stands for the version that the program brings, <see cref="BuiltInCharter"/>.
/// </summary>
public sealed record Charter : GrainRecord
{
    /// <summary>The name of its state in storage and in the change log.</summary>
    public const string Kind = "charter";

    /// <summary>Every save rewrites the list of versions, so it has an end; a charter that changes every month would reach it in eight years.</summary>
    public const int MostVersions = 100;

    /// <summary>The one charter of a chapter.</summary>
    public static Guid TheId { get; } = new("0198c0de-0000-7000-8000-00000000c4a7");

    /// <summary>Oldest first, none ever taken out; empty while the built-in one is the only one.</summary>
    public IReadOnlyList<CharterVersion> Versions { get; init; } = [];

    /// <summary>Number of the version that is asked for now.</summary>
    [JsonIgnore]
    public int Current => Versions.Count == 0 ? 1 : Versions[^1].Number;
}
