namespace RecoveryCoP.Hub.Statistics;

/// <summary>A chapter's figures for a quarter, as its executive approved and signed them; the last correction.</summary>
/// <param name="NodeId">The chapter.</param>
/// <param name="Name">Its name.</param>
/// <param name="Period">Year and quarter, e.g. <c>2026Q4</c>.</param>
/// <param name="SchemaVersion">Version of the list of measures.</param>
/// <param name="Method">How persons were counted; <c>none</c> while only activity is sent.</param>
/// <param name="Correction">1 for the first return of the quarter.</param>
/// <param name="Measures">What was counted, by code.</param>
public sealed record ReceivedReturn(
    string NodeId, Bilingual Name, string Period, uint SchemaVersion, string Method, uint Correction, IReadOnlyDictionary<string, long> Measures);

/// <summary>What all chapters did in a quarter. Activity is sent exactly, so the sum is exact.</summary>
/// <param name="Period">Year and quarter.</param>
/// <param name="Code">What was counted.</param>
/// <param name="Total">The sum.</param>
/// <param name="Chapters">How many chapters it is the sum of.</param>
/// <param name="SchemaVersion">Figures of different versions are not added up.</param>
/// <param name="Method">Nor are those of different methods.</param>
public sealed record QuarterTotal(string Period, string Code, long Total, int Chapters, uint SchemaVersion, string Method)
{
    /// <summary>The totals of some returns, the newest quarter first.</summary>
    public static IReadOnlyList<QuarterTotal> Of(IEnumerable<ReceivedReturn> returns) =>
    [
        .. from one in returns
           from measure in one.Measures
           group measure.Value by (one.Period, measure.Key, one.SchemaVersion, one.Method) into figures
           orderby figures.Key.Period descending, figures.Key.Key, figures.Key.SchemaVersion descending, figures.Key.Method
           select new QuarterTotal(figures.Key.Period, figures.Key.Key, figures.Sum(), figures.Count(), figures.Key.SchemaVersion, figures.Key.Method),
    ];
}
