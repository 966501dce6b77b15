using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Benchmarks.Federation;

/// <summary>One table that keeps whatever comes, in the order in which it came: the least that storing a page can cost.</summary>
internal sealed class BareTable(Database database)
{
    private long last;

    public Task Prepare(CancellationToken cancel) => database.Write(
        t => t.Execute($"create table bare (position bigint primary key, bytes {(database.Engine == Engine.Sqlite ? "blob" : "bytea")} not null)"), cancel);

    /// <summary>Adds a page in one commit.</summary>
    public Task Add(IEnumerable<byte[]> page, CancellationToken cancel) => database.Write(
        t => t.Insert("bare (position, bytes)", [.. page.Select(bytes => new object?[] { ++last, bytes })]), cancel);

    /// <summary>A page after a position.</summary>
    public Task<IReadOnlyList<byte[]>> After(long position, int limit, CancellationToken cancel) => database.Query<byte[]>(
        "select bytes from bare where position > @position order by position limit @limit", new { position, limit }, cancel);
}
