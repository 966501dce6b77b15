using RecoveryCoP.Chapter.Statistics;
using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.SampleChapters;

/// <summary>The executive committee approves the figures of the last four quarters, each three days after its end.</summary>
internal sealed class StatisticsScenes(StatisticsQueries queries, Returns returns)
{
    private const int Quarters = 4, DaysAfter = 3;

    /// <summary>The scenes.</summary>
    public IEnumerable<Scene> Of(Stage stage)
    {
        var quarter = Quarter.Of(stage.Calendar.Now.AddDays(-DaysAfter - 1));
        for (var i = 0; i < Quarters; i++)
        {
            quarter = quarter.Previous;
            var (ended, at) = (quarter, Dates.InstantOf(quarter.LastDay.AddDays(DaysAfter).ToDateTime(new TimeOnly(10, 0))));
            yield return new Scene(at, $"statistics {ended}", async cancellationToken => await returns.Approve(
                new ApproveReturn(stage.Actor(stage.Holder(ChapterRoles.Executive).Key), ended.ToString(), await queries.FiguresOf(ended, cancellationToken)), cancellationToken));
        }
    }
}
