using Dapper;
using Microsoft.Data.Sqlite;

namespace RecoveryCoP.Federation.Tests.Checks;

/// <summary>An item as a node stores it.</summary>
public sealed record ItemRow
{
    public required string NodeId { get; init; }

    public required long FeedPosition { get; init; }

    public required string Id { get; init; }

    public required string PayloadType { get; init; }

    public required byte[] Payload { get; init; }

    public required string Status { get; init; }

    public required string Reason { get; init; }

    public byte[]? Salt { get; init; }

    public byte[]? Content { get; init; }
}

/// <summary>A run or a key statement as a node stores it.</summary>
public sealed record EntryRow
{
    public required string NodeId { get; init; }

    public required long First { get; init; }

    public required long Last { get; init; }

    public required bool IsKeys { get; init; }

    public required byte[] Statement { get; init; }
}

/// <summary>A practice as a chapter stores it.</summary>
public sealed record PracticeRow
{
    public required string Id { get; init; }

    public required string State { get; init; }

    public required string Title { get; init; }

    public required string Hashes { get; init; }

    public IReadOnlyList<string> TextHashes => Hashes.Length == 0 ? [] : Hashes.Split(',');
}

/// <summary>A practice as a node's library lists it.</summary>
public sealed record LibraryRow
{
    public required string NodeId { get; init; }

    public required string PracticeId { get; init; }

    public required long Revision { get; init; }

    public required string Title { get; init; }

    public required string ItemId { get; init; }

    public string? WithdrawnAt { get; init; }

    /// <summary>A row that has no item is only a memory of its number: nobody is shown it.</summary>
    public bool IsShown => WithdrawnAt is null && ItemId.Length > 0;
}

/// <summary>A revision that a node's library can show.</summary>
public sealed record LibraryRevisionRow
{
    public required string ItemId { get; init; }

    public required string NodeId { get; init; }

    public required string PracticeId { get; init; }

    public required long Revision { get; init; }

    public required byte[] Payload { get; init; }
}

/// <summary>All that a node's database says, read from beside the node in one transaction; nothing of the node's own code takes part.</summary>
public sealed record NodeState(string Name, string NodeId, bool IsHub)
{
    private const string Items = """
        select i.node_id as NodeId, i.feed_position as FeedPosition, lower(hex(i.item_id)) as Id, i.payload_type as PayloadType, i.payload as Payload, i.status as Status, i.reason as Reason, c.salt as Salt, c.bytes as Content
          from item i left join item_content c on c.position = i.position
         where i.superseded = 0
         order by i.node_id, i.feed_position
        """;

    private const string Entries = """
        select node_id as NodeId, first as First, last as Last, is_keys as IsKeys, signed as Statement from feed_entry where superseded = 0 order by node_id, first
        """;

    private const string Practices = """
        select p.id as Id, p.state as State, p.title as Title,
               (select coalesce(group_concat(lower(r.value ->> '$.textHash') order by r.key), '') from json_each(p.json, '$.revisions') r) as Hashes
          from practice p order by p.id
        """;

    private const string Library = """
        select node_id as NodeId, practice_id as PracticeId, revision as Revision, title as Title, lower(hex(item_id)) as ItemId, withdrawn_at as WithdrawnAt
          from library_practice order by node_id, practice_id
        """;

    private const string LibraryRevisions = """
        select lower(hex(item_id)) as ItemId, node_id as NodeId, practice_id as PracticeId, revision as Revision, payload as Payload
          from library_revision order by node_id, practice_id, revision
        """;

    private const string Receipt = """
        select lower(hex(i.item_id)) from receipt r
          join item i on i.node_id = (select node_id from node) and i.feed_position between r.first and r.last and i.superseded = 0
         where r.status <> 'Rejected'
        """;

    private const string ProgressSql = """
        select name as Name, position as Position from follower_cursor
        union all select 'counter ' || name, position from counter
        union all select 'items', position from item_counter
        union all select 'feed ' || node_id, position from feed_head
        """;

    private const string DueSql = """
        select 'library', coalesce(max(position), 0) from item
         where status = 'accepted' and superseded = 0 and payload_type in ('recoverycop.federation.v1.PracticeRevision', 'recoverycop.federation.v1.Withdrawal')
        """;

    private const string UnrecalledSql = """
        select count(*) from item i
         where i.node_id = (select node_id from node) and i.superseded = 0 and i.payload_type = 'recoverycop.federation.v1.PracticeRevision'
           and i.status <> 'disbelieved' and not exists (select 1 from practice_feed f where f.item_id = i.item_id)
        """;

    private const string ChapterDueSql = """
        select f.name, (select coalesce(max(position), 0) from change_log where kind = 'practice')
          from (select 'practice-feed' as name union all select 'practice-erasure') f
        """;

    public required IReadOnlyList<ItemRow> Feeds { get; init; }

    /// <summary>What vouches for the items.</summary>
    public required IReadOnlyList<EntryRow> Statements { get; init; }

    public required IReadOnlyList<PracticeRow> OwnPractices { get; init; }

    public required IReadOnlyDictionary<string, byte[]> Texts { get; init; }

    public required IReadOnlyList<LibraryRow> Shown { get; init; }

    public required IReadOnlyList<LibraryRevisionRow> ShownRevisions { get; init; }

    /// <summary>Ids of items that the hub said it holds.</summary>
    public required IReadOnlyList<string> Receipts { get; init; }

    /// <summary>Everything that only ever grows: followers' cursors, counters, heads of feeds.</summary>
    public required IReadOnlyDictionary<string, long> Progress { get; init; }

    /// <summary>Up to where each follower has to have come: steps past what does not concern it are not always stored.</summary>
    public required IReadOnlyDictionary<string, long> Due { get; init; }

    /// <summary>How far the chapter has pulled, in hexadecimal: a position and the item there. Empty before the first pull, and at a hub.</summary>
    public required string Cursor { get; init; }

    /// <summary>True while it signs nothing, because it came back from a backup.</summary>
    public required bool IsSilent { get; init; }

    /// <summary>Why each direction of a chapter's exchange does not go on; empty where it does.</summary>
    public required IReadOnlyDictionary<string, string> Failures { get; init; }

    /// <summary>Items of its own feed that no practice of the chapter knows of.</summary>
    public required long Unrecalled { get; init; }

    /// <summary>Forks and gaps that were seen.</summary>
    public required long Evidence { get; init; }

    /// <summary>What SQLite finds wrong with the file; <c>ok</c>.</summary>
    public required string Integrity { get; init; }

    public static NodeState Read(string name, string file)
    {
        using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        database.Open();
        using var transaction = database.BeginTransaction(deferred: true);
        var isHub = database.ExecuteScalar<long>("select count(*) from sqlite_master where name = 'hub_link'") == 0;
        return new NodeState(name, database.ExecuteScalar<string>("select coalesce(max(node_id), '') from node")!, isHub)
        {
            Feeds = [.. database.Query<ItemRow>(Items)],
            Statements = [.. database.Query<EntryRow>(Entries)],
            OwnPractices = isHub ? [] : [.. database.Query<PracticeRow>(Practices)],
            Texts = database.Query<(string Hash, byte[] Bytes)>("select lower(hex(hash)), bytes from text").ToDictionary(t => t.Hash, t => t.Bytes),
            Shown = [.. database.Query<LibraryRow>(Library)],
            ShownRevisions = [.. database.Query<LibraryRevisionRow>(LibraryRevisions)],
            Receipts = isHub ? [] : [.. database.Query<string>(Receipt)],
            Progress = database.Query<(string Name, long Position)>(ProgressSql).ToDictionary(p => p.Name, p => p.Position),
            Due = database.Query<(string Name, long Position)>(isHub ? DueSql : $"{DueSql} union all {ChapterDueSql}").ToDictionary(p => p.Name, p => p.Position),
            Cursor = isHub ? "" : database.ExecuteScalar<string>("select coalesce(max(hex(cursor)), '') from hub_link")!,
            IsSilent = database.ExecuteScalar<long>("select coalesce(max(silent), 0) from node") == 1,
            Failures = isHub ? new Dictionary<string, string>() : database.Query<(string Lane, string Failure)>("select lane, failure from hub_lane").ToDictionary(l => l.Lane, l => l.Failure),
            Unrecalled = isHub ? 0 : database.ExecuteScalar<long>(UnrecalledSql),
            Evidence = database.ExecuteScalar<long>("select count(*) from feed_evidence"),
            Integrity = database.ExecuteScalar<string>("pragma integrity_check")!,
        };
    }

    /// <summary>A node's feed, as this node holds it.</summary>
    public IReadOnlyList<ItemRow> FeedOf(string node) => [.. Feeds.Where(item => item.NodeId == node)];
}
