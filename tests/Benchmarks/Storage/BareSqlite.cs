using System.Diagnostics;
using Microsoft.Data.Sqlite;
using RecoveryCoP.Benchmarks.Runner;

namespace RecoveryCoP.Benchmarks.Storage;

/// <summary>What the embedded engine can do at most when every commit waits for the disk: the limit beside everything that writes single rows.</summary>
public sealed class BareSqlite : IBenchmark
{
    private const int Callers = 16;
    private const int KeysOfACaller = 50;

    /// <inheritdoc />
    public string Name => "bare-sqlite";

    /// <inheritdoc />
    public string About => $"one row upserted a commit, WAL, synchronous=FULL, {Callers} callers behind an asynchronous gate";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Sample>> Measure(bool quick, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("recoverycop-benchmark-");
        var connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.FullName, "bare.db") }.ConnectionString;
        try
        {
            Prepare(connection);
            return await Load(connection, commits: quick ? 20 : 500, cancel);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static void Prepare(string path)
    {
        using var connection = Open(path);
        using var command = connection.CreateCommand();
        command.CommandText = "create table item (id integer primary key, state text not null, version integer not null) strict";
        command.ExecuteNonQuery();
    }

    private static async Task<IReadOnlyList<Sample>> Load(string path, int commits, CancellationToken cancel)
    {
        using var gate = new SemaphoreSlim(1, 1);
        var start = Stopwatch.GetTimestamp();
        var took = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => Call(path, gate, caller, commits, cancel), cancel)));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;

        var waits = Percentiles.Of(took.SelectMany(each => each));
        return
        [
            new("commits", "commits/s", waits.Count / seconds),
            new("wait of a caller, p50", "ms", waits.At(50)),
            new("wait of a caller, p99", "ms", waits.At(99)),
        ];
    }

    private static async Task<double[]> Call(string path, SemaphoreSlim gate, int caller, int commits, CancellationToken cancel)
    {
        using var connection = Open(path);
        using var upsert = connection.CreateCommand();
        upsert.CommandText = """
            insert into item (id, state, version) values (@id, @state, 1)
            on conflict (id) do update set state = excluded.state, version = version + 1
            """;
        var id = upsert.Parameters.Add("@id", SqliteType.Integer);
        upsert.Parameters.AddWithValue("@state", new string('x', 1_000));
        upsert.Prepare();

        var took = new double[commits];
        for (var commit = 0; commit < commits; commit++)
        {
            var start = Stopwatch.GetTimestamp();
            await gate.WaitAsync(cancel);
            try
            {
                id.Value = (caller * KeysOfACaller) + (commit % KeysOfACaller);
                upsert.ExecuteNonQuery();
            }
            finally
            {
                gate.Release();
            }

            took[commit] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return took;
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(path);
        connection.Open();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = "pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000";
        pragmas.ExecuteNonQuery();
        return connection;
    }
}
