using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Dapper;
using Google.Protobuf;
using Microsoft.Data.Sqlite;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Backups;

/// <summary>What was found in a database that is whole.</summary>
/// <param name="Node">Id of the node that lives in it; empty while nobody has founded it.</param>
/// <param name="Key">The key that it signs with, in hexadecimal.</param>
/// <param name="Items">How many items of feeds were verified.</param>
/// <param name="Rows">How many rows every table has.</param>
internal sealed record CheckedDatabase(string Node, string Key, long Items, SortedDictionary<string, long> Rows);

/// <summary>
/// Looks at all of a database, as it is: the engine's own check, every table counted, every feed verified from its genesis, every text compared with its hash.
/// It only reads, so what it is given may be a copy, a snapshot, or a node that runs; and of an older version of the program, before an upgrade or a restore: so it
/// may rely on nothing but columns that version 1 had.
/// </summary>
internal static class DatabaseCheck
{
    private const int EntriesAtOnce = 50;

    // How columns are read is said there; a file is checked where no node was ever made.
    static DatabaseCheck() => RuntimeHelpers.RunClassConstructor(typeof(Database).TypeHandle);

    /// <summary>The same of a database that people write into meanwhile: as it is at one moment.</summary>
    /// <exception cref="BackupRefusedException">Something is damaged or missing.</exception>
    public static async Task<CheckedDatabase> OfOneMoment(DbConnection database, Engine engine, CancellationToken cancellationToken)
    {
        await using DbTransaction moment = database is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        return await Of(database, engine, cancellationToken);
    }

    /// <exception cref="BackupRefusedException">Something is damaged or missing.</exception>
    public static async Task<CheckedDatabase> Of(DbConnection database, Engine engine, CancellationToken cancellationToken)
    {
        if (engine == Engine.Sqlite && await database.QuerySingleAsync<string>("pragma integrity_check(1)") is var says and not "ok")
        {
            throw Faulty(says);
        }

        if (!await Exists(database, engine, "node"))
        {
            throw new BackupRefusedException(Refusal.Of("backup.no-node"));
        }

        var node = await database.QuerySingleOrDefaultAsync<NodeRow>("select node_id, key_id from node");
        await CheckTexts(database, cancellationToken);
        var items = 0L;
        foreach (var head in await database.QueryAsync<HeadRow>("select node_id, position, item_id from feed_head order by node_id"))
        {
            items += await CheckFeed(database, head, cancellationToken);
        }

        return new(node?.NodeId ?? "", node is null ? "" : Convert.ToHexStringLower(node.KeyId), items, await Count(database, engine, cancellationToken));
    }

    /// <summary>True when the database has no table at all.</summary>
    public static async Task<bool> IsEmpty(DbConnection database, Engine engine) => (await Tables(database, engine)).Count == 0;

    private static async Task<bool> Exists(DbConnection database, Engine engine, string table) => (await Tables(database, engine)).Contains(table);

    /// <summary>How many rows every table has.</summary>
    public static async Task<SortedDictionary<string, long>> Count(DbConnection database, Engine engine, CancellationToken cancellationToken)
    {
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in await Tables(database, engine))
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows[table] = await database.ExecuteScalarAsync<long>($"select count(*) from \"{table}\"");
        }

        return rows;
    }

    private static async Task<HashSet<string>> Tables(DbConnection database, Engine engine) => [.. await database.QueryAsync<string>(engine == Engine.Sqlite
        ? "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name"
        : "select tablename from pg_tables where schemaname = current_schema() order by tablename")];

    private static async Task CheckTexts(DbConnection database, CancellationToken cancellationToken)
    {
        await foreach (var text in database.QueryUnbufferedAsync<TextRow>("select hash, bytes from text").WithCancellation(cancellationToken))
        {
            if (!SHA256.HashData(text.Bytes).AsSpan().SequenceEqual(text.Hash))
            {
                throw Faulty($"text {Convert.ToHexStringLower(text.Hash)}");
            }
        }

        if (await database.ExecuteScalarAsync<long>("select count(*) from text_holder h where not exists (select 1 from text t where t.hash = h.hash)") is > 0 and var missing)
        {
            throw Faulty($"{missing} × text");
        }
    }

    private static async Task<long> CheckFeed(DbConnection database, HeadRow head, CancellationToken cancellationToken)
    {
        var state = FeedState.Empty;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entries = (await database.QueryAsync<EntryRow>(
                "select first, last, is_keys, signed from feed_entry where node_id = @NodeId and superseded = 0 and first > @after order by first limit @EntriesAtOnce",
                new { head.NodeId, after = (long)state.Position, EntriesAtOnce })).ToList();
            foreach (var entry in entries)
            {
                var items = (await database.QueryAsync<ItemRow>(
                    """
                    select i.item_id, i.payload_type, i.payload, c.salt, c.bytes
                      from item i left join item_content c on c.position = i.position
                     where i.node_id = @NodeId and i.superseded = 0 and i.feed_position between @First and @Last
                     order by i.feed_position
                    """,
                    new { head.NodeId, entry.First, entry.Last })).ToList();
                var verdict = FeedVerifier.Verify(state, entry.ToEntry(head.NodeId, items));
                if (verdict.Kind != VerdictKind.Accepted || (long)verdict.Next.Position != entry.Last
                    || !verdict.Items.Select(i => i.Id.Hex).SequenceEqual(items.Select(i => Convert.ToHexStringLower(i.ItemId)))
                    || verdict.Items.Any(i => i.ContentWanted == Reason.ContentMismatch))
                {
                    throw Faulty($"feed {head.NodeId}, {entry.First}");
                }

                state = verdict.Next;
            }

            if (entries.Count < EntriesAtOnce)
            {
                return (long)state.Position == head.Position && state.LastItemId?.Hex == Convert.ToHexStringLower(head.ItemId) ? head.Position : throw Faulty($"feed {head.NodeId}, {state.Position + 1}");
            }
        }
    }

    private static BackupRefusedException Faulty(string where) => new(Refusal.Of("backup.database-damaged", "", where));

    private sealed record NodeRow
    {
        public required string NodeId { get; init; }

        public required byte[] KeyId { get; init; }
    }

    private sealed record HeadRow
    {
        public required string NodeId { get; init; }

        public required long Position { get; init; }

        public required byte[] ItemId { get; init; }
    }

    private sealed record TextRow
    {
        public required byte[] Hash { get; init; }

        public required byte[] Bytes { get; init; }
    }

    private sealed record EntryRow
    {
        public required long First { get; init; }

        public required long Last { get; init; }

        public required long IsKeys { get; init; }

        public required byte[] Signed { get; init; }

        public FeedEntry ToEntry(string node, IEnumerable<ItemRow> items) => IsKeys == 1
            ? new() { NodeId = node, KeyStatement = SignedItem.Parser.ParseFrom(Signed) }
            : new() { NodeId = node, Run = new SignedRun { Run = SignedItem.Parser.ParseFrom(Signed), Items = { items.Select(i => i.ToItem()) } } };
    }

    private sealed record ItemRow
    {
        public required byte[] ItemId { get; init; }

        public required string PayloadType { get; init; }

        public required byte[] Payload { get; init; }

        public byte[]? Salt { get; init; }

        public byte[]? Bytes { get; init; }

        public ItemWithContent ToItem() => new()
        {
            Item = new Item { PayloadType = PayloadType, Payload = ByteString.CopyFrom(Payload) },
            Content = Salt is null || Bytes is null ? null : new Content { Salt = ByteString.CopyFrom(Salt), Bytes = ByteString.CopyFrom(Bytes) },
        };
    }
}
