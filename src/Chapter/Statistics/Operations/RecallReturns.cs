using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Chapter.Statistics;

/// <summary>
/// Gives a quarter back the returns that the network holds and the chapter, restored from a backup, no longer knew. What was approved here meanwhile comes behind them
/// as the next correction: two returns never have one number. Who approved what came back is not known, since the network never was told.
/// </summary>
/// <param name="Actor">The node itself.</param>
/// <param name="Period">The quarter, e.g. <c>2026Q4</c>.</param>
/// <param name="Returns">All that the network holds of it, in the order of their numbers.</param>
[GenerateSerializer, Immutable, Alias("statistics.recall")]
public sealed record RecallReturns(
    [property: Id(0)] Actor Actor, [property: Id(1)] string Period, [property: Id(2)] IReadOnlyList<RecalledReturn> Returns) : IOperation<QuarterReturn>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public Result<QuarterReturn> On(QuarterReturn state, OperationContext at)
    {
        if (!Quarter.TryParse(Period, out var quarter) || quarter.Key != at.Id)
        {
            return Refusal.Of("statistics.period-unknown");
        }

        if (Returns.All(r => state.Approved.Any(r.Is)))
        {
            return state;
        }

        List<ApprovedReturn> approved = [.. Returns.Select(r => state.Approved.FirstOrDefault(r.Is) ?? r.ToApproved())];
        // What came back before and is not among them has been said otherwise since.
        foreach (var meanwhile in state.Approved.Where(a => a.By != Guid.Empty && !Returns.Any(r => r.Is(a))))
        {
            // The same figures once more are no correction, here as when somebody approves them.
            if (!meanwhile.Figures.SequenceEqual(approved[^1].Figures))
            {
                approved.Add(meanwhile with { Number = approved[^1].Number + 1 });
            }
        }

        return state with { Id = at.Id, Period = Period, Approved = approved };
    }
}

/// <summary>A return as the network holds it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="At">When it was approved.</param>
/// <param name="Figures">What it counts.</param>
[GenerateSerializer, Immutable, Alias("statistics.recalled-return")]
public sealed record RecalledReturn([property: Id(0)] int Number, [property: Id(1)] DateTimeOffset At, [property: Id(2)] IReadOnlyList<Figure> Figures)
{
    internal static RecalledReturn Of(StatisticsReturn said) =>
        new((int)said.Correction, said.ApprovedAt.ToDateTimeOffset(), [.. said.Measures.Select(m => new Figure(m.Code, m.Value))]);

    internal bool Is(ApprovedReturn known) => known.Number == Number && known.At == At && known.Figures.SequenceEqual(Figures);

    internal ApprovedReturn ToApproved() => new() { Number = Number, At = At, By = Guid.Empty, Figures = Figures };
}
