using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Hub.Home;

/// <summary>What the network does, in three counts of activity. Persons are not counted here, nor known.</summary>
/// <param name="Chapters">Chapters that exchange: admitted and not suspended.</param>
/// <param name="Practices">Practices that can be read in the library.</param>
/// <param name="RevisedThisQuarter">Those of them whose latest revision is of this quarter.</param>
public sealed record NetworkFigures(long Chapters, long Practices, long RevisedThisQuarter)
{
    /// <summary>Counts.</summary>
    public static async Task<NetworkFigures> Count(Database database, DateTimeOffset now, CancellationToken cancellationToken) => new(
        await database.Find<long>("select count(*) from enrolment where standing = 'Admitted'", null, cancellationToken).ConfigureAwait(false),
        await database.Find<long>("select coalesce(sum(practices), 0) from library_facet_count where kind = 'language'", null, cancellationToken).ConfigureAwait(false),
        await database.Find<long>(
            "select count(*) from library_practice where item_id is not null and revised_at >= @since", new { since = QuarterOf(now) }, cancellationToken).ConfigureAwait(false));

    /// <summary>The first instant of an instant's quarter, in Montréal.</summary>
    public static DateTimeOffset QuarterOf(DateTimeOffset at)
    {
        var day = Dates.DayOf(at);
        return Dates.InstantOf(new DateTime(day.Year, (day.Month - 1) / 3 * 3 + 1, 1));
    }
}
