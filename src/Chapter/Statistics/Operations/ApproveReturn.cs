namespace RecoveryCoP.Chapter.Statistics;

/// <summary>
/// The executive committee approves exactly these figures: the quarter's first return, or a correction with the next number. After the quarter's
/// end, and only when there is something new to say.
/// </summary>
/// <param name="Actor">Who approves.</param>
/// <param name="Period">The quarter, e.g. <c>2026Q4</c>.</param>
/// <param name="Figures">Exactly what was shown.</param>
[GenerateSerializer, Immutable, Alias("statistics.approve")]
public sealed record ApproveReturn(
    [property: Id(0)] Actor Actor, [property: Id(1)] string Period, [property: Id(2)] IReadOnlyList<Figure> Figures) : IOperation<QuarterReturn>
{
    /// <inheritdoc />
    public static Access Access { get; } = Access.Roles(ChapterRoles.Executive);

    /// <inheritdoc />
    public Result<QuarterReturn> On(QuarterReturn state, OperationContext at)
    {
        if (!Quarter.TryParse(Period, out var quarter) || quarter.Key != at.Id)
        {
            return Refusal.Of("statistics.period-unknown");
        }

        var approved = new ApprovedReturn { Number = state.Approved is [.., { Number: var before }] ? before + 1 : 1, At = at.Now, By = Actor.Id, Figures = Figures };
        return !quarter.HasEnded(at.Now) ? Refusal.Of("statistics.not-ended")
            : state.Approved is [.., var last] && last.Figures.SequenceEqual(Figures) ? Refusal.Of("statistics.nothing-new")
            : state.Approved.Count >= QuarterReturn.MostCorrections ? Refusal.Of("statistics.too-many-corrections", "", QuarterReturn.MostCorrections)
            : state with { Id = at.Id, Period = Period, Approved = [.. state.Approved, approved] };
    }
}
