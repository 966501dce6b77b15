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

/// <summary>What all chapters did in a quarter. Activity is sent exactly, so the sums are exact.</summary>
/// <param name="Period">Year and quarter.</param>
/// <param name="Totals">The sums, by the code of what was counted.</param>
/// <param name="Chapters">How many chapters they are the sums of.</param>
/// <param name="SchemaVersion">Figures of different versions are not added up.</param>
/// <param name="Method">Nor are those of different methods.</param>
public sealed record QuarterTotal(string Period, IReadOnlyDictionary<string, long> Totals, int Chapters, uint SchemaVersion, string Method)
{
    /// <summary>The totals of some returns, the newest quarter first.</summary>
    public static IReadOnlyList<QuarterTotal> Of(IEnumerable<ReceivedReturn> returns) =>
    [
        .. from one in returns
           group one by (one.Period, one.SchemaVersion, one.Method) into quarter
           orderby quarter.Key.Period descending, quarter.Key.SchemaVersion descending, quarter.Key.Method
           select new QuarterTotal(
               quarter.Key.Period,
               quarter.SelectMany(r => r.Measures).GroupBy(m => m.Key).ToDictionary(m => m.Key, m => m.Sum(f => f.Value)),
               quarter.Count(), quarter.Key.SchemaVersion, quarter.Key.Method),
    ];
}
