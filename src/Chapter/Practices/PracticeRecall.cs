using System.Text.Json;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>
/// After a restore from a backup the chapter's own feed comes back from the network with items that the chapter has no record of. This makes practices of them
/// again: what was shared can be revised, withdrawn and erased as before. It compares the feed with what <see cref="PracticeFeed"/> noted. What came so and turns out
/// to be a thief's goes again.
/// </summary>
public sealed class PracticeRecall(Database database, ThisNode node, TextStore texts, IGrainFactory grains) : OwnItemFollower(database, node)
{
    private readonly Database database = database;

    /// <summary>Names its cursor.</summary>
    public const string CursorName = "practice-recall";

    private static readonly string revision = PracticeRevision.Descriptor.FullName;
    private static readonly string withdrawal = RecoveryCoP.Federation.V1.Withdrawal.Descriptor.FullName;

    /// <summary>True, in SQL, for an item <c>i</c> of the node's own feed that tells of the practice @id and that nobody noted.</summary>
    internal const string Unnoted =
        """
        i.superseded = 0 and i.status = 'accepted'
        and not exists (select 1 from practice_feed f where f.practice_id = @id and f.item_id = i.item_id)
        and not exists (select 1 from practice_feed_withdrawal w where w.practice_id = @id and w.item_id = i.item_id)
        """;

    /// <inheritdoc />
    public override string Name => CursorName;

    /// <inheritdoc />
    public override bool CallsGrains => true;

    /// <inheritdoc />
    protected override IReadOnlyList<string> Types { get; } = [revision, withdrawal];

    /// <inheritdoc />
    protected override async Task<Func<Transaction, Task>?> Follow(IReadOnlyList<byte[]> payloads, CancellationToken cancellationToken)
    {
        var found = new List<Unknown>();
        // Both payloads begin with the same envelope.
        foreach (var id in payloads.Select(p => IdOf(Envelope.Parser.ParseFrom(p).About)).Distinct())
        {
            found.AddRange(await Recall(id, cancellationToken));
            await Disown(id, cancellationToken);
        }

        return found.Count == 0 ? null : transaction => Note(transaction, found);
    }

    /// <summary>The numbers of a practice's revisions that the feed says and that the chapter has declared a thief's.</summary>
    internal static Task<IReadOnlyList<int>> Disbelieved(Database database, Guid id, CancellationToken cancellationToken) => database.Query<int>(
        """
        select f.revision from practice_feed f join item i on i.item_id = f.item_id and i.superseded = 0 and i.status = 'disbelieved'
         where f.practice_id = @id order by f.revision limit @MostRevisions
        """,
        new { id, Practice.MostRevisions },
        cancellationToken);

    private async Task<IReadOnlyList<Unknown>> Recall(Guid id, CancellationToken cancellationToken)
    {
        var rows = await database.Query<Unknown>(
            $"""
            select @id as practice, i.item_id, i.payload_type, i.payload, c.bytes as content
              from item i left join item_content c on c.position = i.position
             where i.node_id = @self and {Unnoted}
               and i.position in (select position from item_subject where subject_id = @subject and node_id = @self
                                   union all select position from withdrawn where subject_id = @subject and node_id = @self)
             order by i.feed_position
             limit @most
            """,
            new { id, self = Self, subject = id.ToByteArray(bigEndian: true), most = 2 * Practice.MostRevisions },
            cancellationToken);
        if (rows.Count == 0)
        {
            return rows;
        }

        var revisions = rows.Where(r => r.PayloadType == revision).Select(r => (Row: r, Said: PracticeRevision.Parser.ParseFrom(r.Payload))).OrderBy(r => r.Said.About.Revision).ToList();
        var recalled = new List<RecalledRevision>();
        foreach (var (row, said) in revisions.Where(r => r.Row.Content is not null))
        {
            var (text, note) = PracticeStatements.Kept(row.Content!);
            recalled.Add(new((int)said.About.Revision, said.RevisedAt.ToDateTimeOffset(), text, await FactsOf(said, cancellationToken), note, said.TakenFrom is { } taken ? await OriginOf(taken, cancellationToken) : null));
        }

        var reason = rows.Where(r => r.PayloadType == withdrawal).Select(r => RecoveryCoP.Federation.V1.Withdrawal.Parser.ParseFrom(r.Payload)).LastOrDefault(w => w.Revisions.Count == 0)?.Reason;
        // Erased here before the network was told.
        if (reason is null && await Erasures.Contain(database, new("practice", id), cancellationToken))
        {
            reason = WithdrawalReason.Erasure;
        }

        var last = revisions.Count > 0 ? (int)revisions[^1].Said.About.Revision : 0;
        var done = await grains.GetGrain<IPracticeGrain>(id).Do(new RecallPractice(Actor.Node, recalled, last, reason));
        return done.Succeeded ? rows : throw new InvalidOperationException($"Practice {id} was not recalled: {string.Join(", ", done.Refusals.Select(r => r.Code))}");
    }

    private async Task Disown(Guid id, CancellationToken cancellationToken)
    {
        if (await Disbelieved(database, id, cancellationToken) is not { Count: > 0 } thiefs
            || await database.Find<string>("select json from practice where id = @id", new { id }, cancellationToken) is not { } json)
        {
            return;
        }

        var last = DisownRevisions.Left(JsonSerializer.Deserialize<Practice>(json, GrainJson.Options)!, thiefs) is [.., var latest] ? latest : null;
        await grains.GetGrain<IPracticeGrain>(id).Do(new DisownRevisions(Actor.Node, thiefs, last is null ? null : await texts.Get(last.TextHash, cancellationToken)));
    }

    private async Task<PracticeFacts> FactsOf(PracticeRevision said, CancellationToken cancellationToken) => PracticeStatements.FactsOf(said) with
    {
        TranslationOf = said.TranslationOf.IsEmpty ? null : await Own(said.TranslationOf.ToByteArray(), cancellationToken),
        AdaptedFrom = said.AdaptedFrom is { } origin ? await OriginOf(origin, cancellationToken) : null,
    };

    private async Task<AdaptedFrom> OriginOf(ItemReference origin, CancellationToken cancellationToken) =>
        origin.NodeId == Self && await Own(origin.ItemId.ToByteArray(), cancellationToken) is { } practice ? new(practice)
        : new(null, origin.NodeId, Convert.ToHexStringLower(origin.ItemId.Span));

    private Task<Guid?> Own(byte[] item, CancellationToken cancellationToken) => database.Find<Guid?>(
        "select practice_id from practice_feed where item_id = @item order by practice_id limit 1", new { item }, cancellationToken);

    // What is noted was said; what was written here meanwhile can be said now, behind it.
    private static async Task Note(Transaction transaction, List<Unknown> found)
    {
        await transaction.Execute(
            "insert into practice_feed (practice_id, revision, item_id) values (@Practice, @number, @ItemId) on conflict (practice_id, revision) do update set item_id = excluded.item_id",
            found.Where(f => f.PayloadType == revision).Select(f => new { f.Practice, number = (int)Envelope.Parser.ParseFrom(f.Payload).About.Revision, f.ItemId }).ToList());
        await transaction.Execute(
            "insert into practice_feed_withdrawal (practice_id, item_id) values (@Practice, @ItemId) on conflict (practice_id) do update set item_id = excluded.item_id",
            found.Where(f => f.PayloadType == withdrawal).Select(f => new { f.Practice, f.ItemId }).ToList());
        foreach (var id in found.Select(f => f.Practice).Distinct())
        {
            await ChangeLog.Append(transaction, Practice.Kind, id);
        }
    }

    private static Guid IdOf(Subject about) => new(about.Id.Span, bigEndian: true);

    private sealed record Unknown
    {
        public required Guid Practice { get; init; }

        public required byte[] ItemId { get; init; }

        public required string PayloadType { get; init; }

        public required byte[] Payload { get; init; }

        public required byte[]? Content { get; init; }
    }
}
