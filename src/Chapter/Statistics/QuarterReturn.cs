using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Statistics;

/// <summary>
/// A quarter's return as the executive committee approved it, and approved it again when something had to be corrected.
/// What leaves the chapter is what is here, number by number.
/// </summary>
public sealed record QuarterReturn : GrainRecord
{
    /// <summary>The name of its state in storage and in the change log.</summary>
    public const string Kind = "statistics-return";

    /// <summary>Nobody corrects a quarter a hundred times.</summary>
    public const int MostCorrections = 100;

    /// <summary>The quarter, e.g. <c>2026Q4</c>.</summary>
    public string Period { get; init; } = "";

    /// <summary>Oldest first; the last one is what counts.</summary>
    public IReadOnlyList<ApprovedReturn> Approved { get; init; } = [];
}

/// <summary>Figures that the executive committee approved.</summary>
public sealed record ApprovedReturn
{
    /// <summary>1 for the first return of the quarter, then one more for each correction.</summary>
    public required int Number { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who pressed the button: a member's id. It stays in the chapter, so it is empty for a return that came back from the network.</summary>
    public required Guid By { get; init; }

    /// <summary>The figures, in the order in which they were shown.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>What a newer program wrote, written back untouched.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}
