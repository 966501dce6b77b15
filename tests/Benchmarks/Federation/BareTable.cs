using Dapper;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Benchmarks.Federation;

/// <summary>One table that keeps whatever comes, in the order in which it came: the least that storing a page can cost.</summary>
internal sealed class BareTable(Database database)
{
    // As the store itself does it: a statement for each row would make the table the slower of the two on an engine behind a socket.
    private const int Rows = 15;

    private long last;

    public Task Prepare(CancellationToken cancel) => database.Write(
        t => t.Execute($"create table bare (position bigint primary key, bytes {(database.Engine == Engine.Sqlite ? "blob" : "bytea")} not null)"), cancel);

    /// <summary>Adds a page in one commit.</summary>
    public Task Add(IEnumerable<byte[]> page, CancellationToken cancel) => database.Write(
        async t =>
        {
            foreach (var rows in page.Chunk(Rows))
            {
                var args = new DynamicParameters();
                var values = rows.Select((bytes, row) => Row(args, row, bytes));
                await t.Execute($"insert into bare (position, bytes) values {string.Join(',', values)}", args);
            }
        },
        cancel);

    /// <summary>A page after a position.</summary>
    public Task<IReadOnlyList<byte[]>> After(long position, int limit, CancellationToken cancel) => database.Query<byte[]>(
        "select bytes from bare where position > @position order by position limit @limit", new { position, limit }, cancel);

    private string Row(DynamicParameters args, int row, byte[] bytes)
    {
        args.Add($"p{row}", ++last);
        args.Add($"b{row}", bytes);
        return $"(@p{row}, @b{row})";
    }
}
