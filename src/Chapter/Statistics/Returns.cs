namespace RecoveryCoP.Chapter.Statistics;

/// <summary>Approves what was shown, if it is still so.</summary>
public sealed class Returns(IGrainFactory grains, StatisticsQueries queries)
{
    /// <summary>Refused with <c>statistics.figures-stale</c> when the figures are no longer those that the actor had before their eyes.</summary>
    public async Task<Result> Approve(ApproveReturn command, CancellationToken cancellationToken)
    {
        if (!Quarter.TryParse(command.Period, out var quarter))
        {
            return Refusal.Of("statistics.period-unknown");
        }

        var now = await queries.FiguresOf(quarter, cancellationToken);
        return now.SequenceEqual(command.Figures)
            ? await grains.GetGrain<IQuarterReturnGrain>(quarter.Key).Do(command)
            : Refusal.Of("statistics.figures-stale");
    }
}
