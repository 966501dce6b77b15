using System.Globalization;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Hub.Statistics;

/// <summary>Reads the returns that chapters sent, from the items themselves: a few a quarter, so they need no table of their own.</summary>
public sealed class ReturnQueries(Database database, TimeProvider clock)
{
    // Twenty chapters for a century.
    private const int Most = 10_000;

    /// <summary>
    /// The returns that stand: of each chapter and quarter the last correction, without chapters that were revoked; newest quarter first. A quarter
    /// that has not begun, or was over before the chapter was founded, is none that a chapter can have counted.
    /// </summary>
    public async Task<IReadOnlyList<ReceivedReturn>> Standing(CancellationToken cancellationToken)
    {
        var rows = await database.Query<ReturnRow>(
            """
            select i.node_id, i.payload, e.beginning, coalesce(l.name_fr, e.name_fr) as name_fr, coalesce(l.name_en, e.name_en) as name_en
              from item i
              join enrolment e on e.node_id = i.node_id and e.standing <> 'Revoked'
              left join library_node l on l.node_id = i.node_id
             where i.payload_type = @type and i.status = 'accepted' and i.superseded = 0
             order by i.position desc
             limit @Most
            """,
            new { type = StatisticsReturn.Descriptor.FullName, Most },
            cancellationToken).ConfigureAwait(false);
        return
        [
            .. from row in rows
               let one = row.ToReturn()
               where string.CompareOrdinal(one.Period, row.FirstPeriod) >= 0 && string.CompareOrdinal(one.Period, PeriodOf(clock.GetUtcNow())) <= 0
               group one by (one.NodeId, one.Period) into quarter
               let last = quarter.MaxBy(r => r.Correction)!
               orderby last.Period descending, last.Name.Fr, last.Name.En, last.NodeId
               select last,
        ];
    }

    /// <summary>The quarter in which each chapter was founded that is in the network now: from then on it can have figures.</summary>
    public async Task<IReadOnlyList<string>> FirstPeriods(CancellationToken cancellationToken)
    {
        var beginnings = await database.Query<byte[]>(
            "select beginning from enrolment where standing in ('Admitted', 'Suspended') order by node_id limit @Most", new { Most }, cancellationToken).ConfigureAwait(false);
        return [.. beginnings.Select(FirstPeriodOf)];
    }

    // As its genesis says.
    private static string FirstPeriodOf(byte[] beginning) =>
        PeriodOf(KeyStatement.Parser.ParseFrom(FeedPage.Parser.ParseFrom(beginning).Entries[0].KeyStatement.Payload).NotBefore.ToDateTimeOffset());

    private static string PeriodOf(DateTimeOffset time) => string.Create(CultureInfo.InvariantCulture, $"{time.UtcDateTime.Year:D4}Q{(time.UtcDateTime.Month + 2) / 3}");

    private sealed record ReturnRow
    {
        public required string NodeId { get; init; }
        public required byte[] Payload { get; init; }
        public required byte[] Beginning { get; init; }
        public required string NameFr { get; init; }
        public required string NameEn { get; init; }

        /// <summary>The quarter in which the chapter was founded.</summary>
        public string FirstPeriod => FirstPeriodOf(Beginning);

        public ReceivedReturn ToReturn()
        {
            var figures = StatisticsReturn.Parser.ParseFrom(Payload);
            return new(
                NodeId, new Bilingual(NameFr, NameEn), figures.Period, figures.SchemaVersion, figures.Method, figures.Correction,
                figures.Measures.Where(m => StatisticsText.Measures.ContainsKey(m.Code)).ToDictionary(m => m.Code, m => m.Value));
        }
    }
}
