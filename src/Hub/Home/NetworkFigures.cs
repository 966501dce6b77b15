using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Hub.Home;

/// <summary>What the network does, in three counts of activity. Persons are not counted here, nor known.</summary>
/// <param name="Chapters">Chapters that exchange: admitted and not suspended.</param>
/// <param name="Practices">Practices that can be read in the library.</param>
/// <param name="RevisedThisQuarter">Those of them whose latest revision is of this quarter.</param>
public sealed record NetworkFigures(long Chapters, long Practices, long RevisedThisQuarter)
{
    /// <summary>Counts.</summary>
    public static async Task<NetworkFigures> Count(Database database, LibraryQueries library, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var shown = await library.Everything(cancellationToken).ConfigureAwait(false);
        return new(
            await database.Find<long>("select count(*) from enrolment where standing = 'Admitted'", null, cancellationToken).ConfigureAwait(false),
            shown.Count,
            shown.RevisedSince(QuarterOf(now)));
    }

    /// <summary>The first instant of an instant's quarter, in Montréal.</summary>
    public static DateTimeOffset QuarterOf(DateTimeOffset at)
    {
        var day = Dates.DayOf(at);
        return Dates.InstantOf(new DateTime(day.Year, (day.Month - 1) / 3 * 3 + 1, 1));
    }
}
