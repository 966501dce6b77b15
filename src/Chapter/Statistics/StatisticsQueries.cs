using System.Text.Json;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Statistics;

/// <summary>A quarter as its page shows it.</summary>
/// <param name="Quarter">Which.</param>
/// <param name="Figures">As they are now: exactly what would leave.</param>
/// <param name="Approved">What was approved last; null if nothing was.</param>
/// <param name="Sent">What the hub said about that; null while it waits.</param>
public sealed record QuarterOverview(Quarter Quarter, IReadOnlyList<Figure> Figures, ApprovedReturn? Approved, NetworkReceipt? Sent)
{
    /// <summary>True when what would leave now is not what was approved.</summary>
    public bool HasNews => Approved is null || !Approved.Figures.SequenceEqual(Figures);
}

/// <summary>Counts, and says what became of the counts.</summary>
public sealed class StatisticsQueries(Database database, INetworkReceipts receipts)
{
    private const int Page = 500;

    /// <summary>A quarter's figures as they are now.</summary>
    public async Task<IReadOnlyList<Figure>> FiguresOf(Quarter quarter, CancellationToken cancellationToken) =>
        Figures.Of(quarter, await Shared(cancellationToken));

    /// <summary>Quarters, each with its figures now, what was approved and whether the hub has it.</summary>
    public async Task<IReadOnlyList<QuarterOverview>> Overview(IReadOnlyList<Quarter> quarters, CancellationToken cancellationToken)
    {
        var practices = await Shared(cancellationToken);
        var overviews = new List<QuarterOverview>();
        foreach (var quarter in quarters)
        {
            var approved = await StateOf(quarter, cancellationToken) is { Approved: [.., var last] } ? last : null;
            var sent = approved is null ? null : await Sent(quarter, approved.Number, cancellationToken);
            overviews.Add(new QuarterOverview(quarter, Figures.Of(quarter, practices), approved, sent));
        }

        return overviews;
    }

    private async Task<NetworkReceipt?> Sent(Quarter quarter, int number, CancellationToken cancellationToken)
    {
        var item = await database.Find<byte[]>(
            "select item_id from statistics_feed where period = @period and correction = @number",
            new { period = quarter.ToString(), number },
            cancellationToken);
        return item is null ? null : await receipts.Of(item, cancellationToken);
    }

    private async Task<QuarterReturn?> StateOf(Quarter quarter, CancellationToken cancellationToken)
    {
        var json = await database.Find<string>(
            "select cast(state as text) from grain_state where kind = @kind and id = @id", new { kind = QuarterReturn.Kind, id = quarter.Key }, cancellationToken);
        return json is null ? null : JsonSerializer.Deserialize<QuarterReturn>(json, GrainJson.Options);
    }

    // Times in a state are text whose fractions vary in length: they are compared here, not in SQL.
    private async Task<IReadOnlyList<SharedPractice>> Shared(CancellationToken cancellationToken)
    {
        var practices = new List<SharedPractice>();
        IReadOnlyList<Row> rows;
        var after = Guid.Empty;
        do
        {
            rows = await database.Query<Row>(
                "select id, json from practice where shared_at is not null and id > @after order by id limit @Page", new { after, Page }, cancellationToken);
            practices.AddRange(rows.Select(r => JsonSerializer.Deserialize<SharedPractice>(r.Json, GrainJson.Options)!));
            after = rows.Count > 0 ? rows[^1].Id : after;
        }
        while (rows.Count == Page);
        return practices;
    }

    private sealed record Row
    {
        public required Guid Id { get; init; }

        public required string Json { get; init; }
    }
}
