using RecoveryCoP.Federation.V1;
using System.Text.Json;
using Google.Protobuf;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>
/// Says in the feed what the network should know of practices: each revision since it was shared, and that one was withdrawn.
/// It compares what is with what it said before, and says what is missing; what it says, and that it said so, is one transaction with its cursor.
/// </summary>
public sealed partial class PracticeFeed(Database database, ThisNode node, TextStore texts, OwnFeed feed, ILogger<PracticeFeed> log) : GrainFollower(database)
{
    /// <summary>Names its cursor.</summary>
    public const string CursorName = "practice-feed";

    private readonly Database database = database;

    /// <inheritdoc />
    public override string Name => CursorName;

    /// <inheritdoc />
    public override bool Waits => feed.IsSilent;

    /// <inheritdoc />
    protected override string Kind => Practice.Kind;

    /// <inheritdoc />
    protected override async Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var unsaid = new List<Unsaid>();
        var looked = new HashSet<Guid>();
        var ahead = new Queue<Guid>(ids);
        while (ahead.TryDequeue(out var id))
        {
            if (looked.Add(id) && await database.Find<string>("select json from practice where id = @id and shared_at is not null", new { id }, cancellationToken) is { } json)
            {
                var practice = JsonSerializer.Deserialize<Practice>(json, GrainJson.Options)!;
                var missing = await WhatIsMissing(practice, cancellationToken);
                unsaid.Add(missing);
                // An original that was shared after its translation or adaptation may be changes behind: it goes with it, or the other would be said without naming it.
                missing.Revisions.SelectMany(r => r.Names).ToList().ForEach(ahead.Enqueue);
            }
        }

        return transaction => Say(transaction, unsaid);
    }

    private async Task<Unsaid> WhatIsMissing(Practice practice, CancellationToken cancellationToken)
    {
        if (await IsToBeRecalled(practice.Id, cancellationToken))
        {
            return new(practice.Id, [], null, null); // what it says gets its number behind what the network has
        }

        var said = await database.Query<SaidRevision>(
            $"select f.revision, f.item_id from practice_feed f {StillSaid} where f.practice_id = @Id order by f.revision limit @MostRevisions",
            new { practice.Id, Practice.MostRevisions },
            cancellationToken);
        if (practice.State == PracticeState.Withdrawn)
        {
            // What the network never heard of need not be taken back.
            var silent = said.Count == 0 || await database.Find<long>($"select count(*) from practice_feed_withdrawal f {StillSaid} where f.practice_id = @Id", new { practice.Id }, cancellationToken) > 0;
            return new(practice.Id, [], null, silent ? null : practice.Withdrawal!.Reason);
        }

        var missing = new List<UnsaidRevision>();
        var known = said.Select(s => s.Revision).ToHashSet();
        var thiefs = await PracticeRecall.Disbelieved(database, practice.Id, cancellationToken);
        foreach (var revision in practice.Revisions.Where(r => r.Number >= practice.NetworkShare!.FromRevision && !known.Contains(r.Number) && (r.By != Guid.Empty || !thiefs.Contains(r.Number))))
        {
            // A text that is gone was erased meanwhile: the withdrawal is the next change.
            if (await texts.Get(revision.TextHash, cancellationToken) is { } text)
            {
                missing.Add(new(node.Identity.Id, revision, text, await ItemOf(revision.Facts.TranslationOf, cancellationToken), await ItemOf(revision.Facts.AdaptedFrom?.Practice, cancellationToken), await ItemOf(revision.TakenFrom?.Practice, cancellationToken)));
            }
        }

        return new(practice.Id, missing, said.Count == 0 ? null : ItemId.FromBytes(said[^1].ItemId), null);
    }

    // What another copy of this node took the place of, or a thief's key was taken back for, has to be said again.
    private const string StillSaid = "join item i on i.item_id = f.item_id and i.superseded = 0 and i.status <> 'disbelieved'";

    private async Task<bool> IsToBeRecalled(Guid id, CancellationToken cancellationToken) => await database.Find<long>(
        $"""
        select count(*) from (
          select 1 from item i
           where i.node_id = @self and {PracticeRecall.Unnoted}
             and i.position in (select position from item_subject where subject_id = @subject and node_id = @self
                                 union all select position from withdrawn where subject_id = @subject and node_id = @self)
           limit 1) one
        """,
        new { id, self = node.Identity.Id.Value, subject = id.ToByteArray(bigEndian: true) },
        cancellationToken) > 0;

    private async Task<ItemId?> ItemOf(Guid? practice, CancellationToken cancellationToken)
    {
        var item = practice is not { } id ? null : await database.Find<byte[]>(
            "select item_id from practice_feed where practice_id = @id order by revision desc limit 1", new { id }, cancellationToken);
        return item is null ? null : ItemId.FromBytes(item);
    }

    // A revision names the one before it, and a translation or an adaptation its original: each practice says one thing a round, and those two nothing before
    // their original has said something. A round of all practices is one append.
    private async Task Say(Transaction transaction, List<Unsaid> unsaid)
    {
        var last = unsaid.ToDictionary(u => u.Practice, u => u.LastItem);
        var left = unsaid.Where(u => u.Revisions.Count > 0).ToDictionary(u => u.Practice, u => new Queue<UnsaidRevision>(u.Revisions));
        while (left.Count > 0)
        {
            var round = left.Where(l => !l.Value.Peek().Names.Any(n => left.ContainsKey(n) && last[n] is null)).ToList();
            var now = (round.Count > 0 ? round : [.. left]) // none is first where each names the other
                .Select(l => (Practice: l.Key, Revision: l.Value.Dequeue()))
                .Select(n => (n.Practice, n.Revision.Number, Statement: n.Revision.Said(n.Practice, last)))
                .Where(s => CanBeSaid(s.Practice, s.Number, s.Statement)).ToList();
            var items = await feed.Append(transaction, [.. now.Select(n => n.Statement)]);
            var rows = now.Zip(items, (n, item) => new { practice = n.Practice, revision = n.Number, item = item.ToBytes() }).ToList();
            await transaction.Execute("insert into practice_feed (practice_id, revision, item_id) values (@practice, @revision, @item) on conflict (practice_id, revision) do update set item_id = excluded.item_id", rows);
            foreach (var (said, item) in now.Zip(items))
            {
                last[said.Practice] = item;
            }

            left = left.Where(l => l.Value.Count > 0).ToDictionary();
        }

        var withdrawn = unsaid.Where(u => u.Withdrawal is not null).ToList();
        var withdrawals = await feed.Append(transaction, [.. withdrawn.Select(u => PracticeStatements.Withdrawal(u.Practice, u.Withdrawal!.Value))]);
        await transaction.Execute(
            "insert into practice_feed_withdrawal (practice_id, item_id) values (@practice, @item) on conflict (practice_id) do update set item_id = excluded.item_id",
            withdrawn.Zip(withdrawals, (u, item) => new { practice = u.Practice, item = item.ToBytes() }).ToList());
    }

    // The form has the network's limits, so this is a fault of ours; it must not silence every other practice.
    private bool CanBeSaid(Guid practice, int revision, Statement statement)
    {
        var problems = statement.Check();
        if (problems.Count > 0)
        {
            LogOverLimit(practice, revision, string.Join(", ", problems.Select(p => p.Field)));
        }

        return problems.Count == 0;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Practice {Practice} revision {Revision} is over the network's limits ({Fields}) and was not signed")]
    private partial void LogOverLimit(Guid practice, int revision, string fields);

    private sealed record Unsaid(Guid Practice, IReadOnlyList<UnsaidRevision> Revisions, ItemId? LastItem, WithdrawalReason? Withdrawal);

    /// <param name="Self">Who says it.</param>
    /// <param name="Revision">What is said.</param>
    /// <param name="Text">Its text.</param>
    /// <param name="Original">The item that it translates, as far as that was said before.</param>
    /// <param name="Origin">The item of this chapter that it was adapted from, as far as that was said before.</param>
    /// <param name="Taken">The item of this chapter of which it takes something up, as far as that was said before.</param>
    private sealed record UnsaidRevision(NodeId Self, Revision Revision, byte[] Text, ItemId? Original, ItemId? Origin, ItemId? Taken)
    {
        public int Number => Revision.Number;

        /// <summary>The practices of this chapter that it names.</summary>
        public IEnumerable<Guid> Names => new[] { Revision.Facts.TranslationOf, Revision.Facts.AdaptedFrom?.Practice }.OfType<Guid>();

        public Statement Said(Guid practice, Dictionary<Guid, ItemId?> last) =>
            PracticeStatements.Revision(practice, Revision, Text, last[practice], Latest(Revision.Facts.TranslationOf, Original, last), Named(Revision.Facts.AdaptedFrom, Origin, last), Named(Revision.TakenFrom, Taken, last));

        private ItemReference? Named(AdaptedFrom? practice, ItemId? before, Dictionary<Guid, ItemId?> last) => practice switch
        {
            null => null,
            { Practice: { } own } => Latest(own, before, last) is { } item ? Reference(Self.Value, item.ToBytes()) : null,
            var other => Reference(other.Node, Convert.FromHexString(other.Item)),
        };

        private static ItemId? Latest(Guid? practice, ItemId? before, Dictionary<Guid, ItemId?> last) => practice is { } id && last.GetValueOrDefault(id) is { } item ? item : before;

        private static ItemReference Reference(string node, byte[] item) => new() { NodeId = node, ItemId = ByteString.CopyFrom(item) };
    }

    private sealed record SaidRevision
    {
        public required long Revision { get; init; }

        public required byte[] ItemId { get; init; }
    }
}
