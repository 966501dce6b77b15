using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Statistics;

/// <summary>Puts what the executive committee approved into the chapter's feed, once each; from there it leaves by itself.</summary>
internal sealed class StatisticsFeed(Database database, OwnFeed feed, ReturnsInFeed returns) : GrainFollower(database)
{
    private readonly Database database = database;

    /// <summary>Names its cursor.</summary>
    public const string CursorName = "statistics-feed";

    public override string Name => CursorName;

    public override bool Waits => feed.IsSilent;

    protected override string Kind => QuarterReturn.Kind;

    protected override async Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var missing = new List<Missing>();
        foreach (var id in ids)
        {
            var json = await database.Find<string>(
                "select cast(state as text) from grain_state where kind = @kind and id = @id", new { kind = QuarterReturn.Kind, id }, cancellationToken);
            if (json is not null && JsonSerializer.Deserialize<QuarterReturn>(json, GrainJson.Options) is { Period.Length: > 0 } state)
            {
                missing.AddRange(await MissingOf(state, cancellationToken));
            }
        }

        return transaction => Append(transaction, missing);
    }

    private async Task<IReadOnlyList<Missing>> MissingOf(QuarterReturn state, CancellationToken cancellationToken)
    {
        // What came back from the network comes first: what was approved meanwhile gets its number behind it. Asked before what was said is read, since
        // recalling notes in the end that it was.
        if (await returns.AreToBeRecalled(state.Period, cancellationToken))
        {
            return [];
        }

        var said = (await database.Query<Said>(
            """
            select f.correction, i.status from statistics_feed f join item i on i.item_id = f.item_id and i.superseded = 0
             where f.period = @Period order by f.correction limit @most
            """,
            new { state.Period, most = 2 * QuarterReturn.MostCorrections },
            cancellationToken)).ToDictionary(s => s.Correction, s => s.Status != "disbelieved");
        // What a thief's key was taken back for is said again, unless it came back from the network: then it was the thief who said it.
        return [.. state.Approved.Where(a => !said.TryGetValue(a.Number, out var stands) || (!stands && a.By != Guid.Empty)).Select(a => new Missing(state.Period, a))];
    }

    private async Task Append(Transaction transaction, List<Missing> missing)
    {
        var ids = await feed.Append(transaction, [.. missing.Select(m => m.ToStatement())]);
        await ReturnsInFeed.Note(transaction, missing.Zip(ids, (one, id) => (one.Period, one.Approved.Number, id.ToBytes())));
    }

    private sealed record Said
    {
        public required long Correction { get; init; }

        public required string Status { get; init; }
    }

    private sealed record Missing(string Period, ApprovedReturn Approved)
    {
        public Statement ToStatement() => new((at, _) => new StatisticsReturn
        {
            At = at,
            Period = Period,
            SchemaVersion = Figures.SchemaVersion,
            Method = Figures.Method,
            Measures = { Approved.Figures.Select(f => new Measure { Code = f.Code, Value = f.Value }) },
            ApprovedAt = Approved.At.ToTimestamp(),
            Correction = (uint)Approved.Number,
        });
    }
}
