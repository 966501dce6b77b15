using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryCoP.Node.Operations;
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

    /// <summary>Approves exactly these figures: the quarter's first return, or a correction with the next number.</summary>
    /// <remarks>The executive committee alone, after the quarter's end, and only when there is something new to say.</remarks>
    public Result<QuarterReturn> Approve(ApproveReturn command, DateTimeOffset now)
    {
        if (!command.Actor.Is(ChapterRoles.Executive))
        {
            return Refusal.Of("statistics.not-executive");
        }

        if (!Quarter.TryParse(command.Period, out var quarter) || (Period.Length > 0 && Period != command.Period))
        {
            return Refusal.Of("statistics.period-unknown");
        }

        if (!quarter.HasEnded(now))
        {
            return Refusal.Of("statistics.not-ended");
        }

        if (Approved.Count > 0 && Approved[^1].Figures.SequenceEqual(command.Figures))
        {
            return Refusal.Of("statistics.nothing-new");
        }

        return Approved.Count >= MostCorrections
            ? Refusal.Of("statistics.too-many-corrections", "", MostCorrections)
            : this with
            {
                Id = quarter.Key,
                Period = command.Period,
                Approved = [.. Approved, new ApprovedReturn { Number = Approved.Count + 1, At = now, By = command.Actor.Id, Figures = command.Figures }],
            };
    }
}

/// <summary>Figures that the executive committee approved.</summary>
public sealed record ApprovedReturn
{
    /// <summary>1 for the first return of the quarter, then one more for each correction.</summary>
    public required int Number { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who pressed the button: a member's id. It stays in the chapter.</summary>
    public required Guid By { get; init; }

    /// <summary>The figures, in the order in which they were shown.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>What a newer program wrote, written back untouched.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}

/// <summary>Approves a quarter's figures.</summary>
/// <param name="Actor">Who approves.</param>
/// <param name="Period">The quarter, e.g. <c>2026Q4</c>.</param>
/// <param name="Figures">Exactly what was shown.</param>
[GenerateSerializer, Immutable, Alias("approve-return")]
public sealed record ApproveReturn([property: Id(0)] Actor Actor, [property: Id(1)] string Period, [property: Id(2)] IReadOnlyList<Figure> Figures);
