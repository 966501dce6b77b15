using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>What judging a page found.</summary>
/// <param name="Results">One an entry, in the page's order; null for one that was not looked at, because one of its feed before it was rejected.</param>
/// <param name="Changes">What there is to store, feed by feed; feeds that give nothing are left out.</param>
/// <param name="State">The feed that was judged last, as it stands once that is stored.</param>
internal sealed record JudgedPage(IReadOnlyList<EntryResult?> Results, IReadOnlyList<JudgedFeed> Changes, FeedState State);

/// <summary>What a page changes in one feed.</summary>
/// <param name="Node">Whose.</param>
/// <param name="VerifiedAfter">The item that must still be the feed's last when the entries are stored; null when the feed was empty.</param>
internal sealed record JudgedFeed(NodeId Node, ItemId? VerifiedAfter)
{
    /// <summary>What is new, in order.</summary>
    public List<NewEntry> Entries { get; } = [];

    /// <summary>Well signed entries that do not fit.</summary>
    public List<(Verdict Verdict, SignedItem Signed)> Evidence { get; } = [];

    /// <summary>Items that are here and whose missing content came, by their number here.</summary>
    public List<(long Position, ItemVerdict Item)> Filled { get; } = [];

    /// <summary>Items that are here and whose content was given up and did not come this time either, by their number here.</summary>
    public List<long> Lacking { get; } = [];

    public bool IsEmpty => Entries.Count == 0 && Evidence.Count == 0 && Filled.Count == 0 && Lacking.Count == 0;
}

/// <summary>Judges pages against the feeds as they stand, writing nothing: signatures take time, and nobody may wait for them.</summary>
internal sealed class PageJudge(Database database, FeedHeads heads)
{
    // What nobody understands must not fill the disk, whether one feed says it or many that somebody makes up.
    private const long MostAsideOfOne = 10 * 1024 * 1024, MostAside = 10 * MostAsideOfOne;

    public async Task<JudgedPage> Judge(CheckedPage page, bool mayBranch, CancellationToken cancellationToken)
    {
        var results = new EntryResult?[page.Page.Entries.Count];
        var changes = new List<JudgedFeed>();
        var last = FeedState.Empty;
        var aside = 0L;
        foreach (var feed in page.Page.Entries.Select((entry, place) => (entry, place)).GroupBy(e => e.entry.NodeId))
        {
            // What carries no node's id belongs to no feed.
            if (!NodeId.TryParse(feed.Key, out var node))
            {
                results[feed.First().place] = new EntryResult { Status = PushStatus.Rejected, Reason = Reasons.CodeOf(Reason.WrongNode) };
                continue;
            }

            var state = page.State ?? await heads.State(node, cancellationToken).ConfigureAwait(false);
            var held = await Held(node, state, feed.Select(e => e.entry), cancellationToken).ConfigureAwait(false);
            var judging = Judge(new FeedJudge(node, state, held, mayBranch, long.MaxValue));
            if (judging.Aside > 0 && await RoomAside(node, aside, cancellationToken).ConfigureAwait(false) is var room && judging.Aside > room)
            {
                judging = Judge(new FeedJudge(node, state, held, mayBranch, room));
            }

            aside += judging.Aside;

            FeedJudge Judge(FeedJudge judge)
            {
                foreach (var (entry, place) in feed)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    results[place] = judge.HasStopped ? null : judge.Next(entry, page.Runs.ElementAtOrDefault(place));
                }

                return judge;
            }

            last = judging.State;
            if (!judging.Judged.IsEmpty)
            {
                changes.Add(judging.Judged);
            }
        }

        return new(results, changes, last);
    }

    /// <summary>How many bytes of a feed may still be put aside, beside what is put aside of others in the same page.</summary>
    private async Task<long> RoomAside(NodeId node, long ofOthers, CancellationToken cancellationToken)
    {
        var (ofOne, ofAll) = await database.Find<(long, long)>(
            "select coalesce(sum(case when node_id = @node then length(payload) end), 0), coalesce(sum(length(payload)), 0) from item where status = 'quarantined'",
            new { node = node.Value }, cancellationToken).ConfigureAwait(false);
        return Math.Min(MostAsideOfOne - ofOne, MostAside - ofAll - ofOthers);
    }

    /// <summary>The items that are held where entries say that they stand; up to the feed's head they never change.</summary>
    private async Task<Dictionary<ulong, HeldItem>> Held(NodeId node, FeedState state, IEnumerable<FeedEntry> entries, CancellationToken cancellationToken)
    {
        var held = new Dictionary<ulong, HeldItem>();
        foreach (var (from, to) in entries.Select(FeedVerifier.Claimed).OfType<(ulong From, ulong To)>().Where(c => c.From > 0 && c.From <= state.Position && c.To - c.From < FeedPages.Items))
        {
            var rows = await database.Query<HeldItem>(
                """
                select i.position, i.feed_position, i.item_id, i.status, i.reason, i.content_missing > 0 as content_missing, i.content_missing = 2 as given_up,
                       exists (select 1 from feed_entry e where e.node_id = i.node_id and e.first between i.feed_position - 499 and i.feed_position
                                  and e.last = i.feed_position and e.superseded = 0) as ends_entry
                  from item i
                 where i.node_id = @node and i.feed_position between @from and @to and i.superseded = 0
                 order by i.feed_position
                 limit @limit
                """,
                new { node = node.Value, from = (long)from - 1, to = (long)Math.Min(to, state.Position), limit = FeedPages.Items + 1 },
                cancellationToken).ConfigureAwait(false);
            foreach (var row in rows)
            {
                held[(ulong)row.FeedPosition] = row;
            }
        }

        return held;
    }
}

/// <summary>An item that is here already.</summary>
internal sealed record HeldItem
{
    public required long Position { get; init; }
    public required long FeedPosition { get; init; }
    public required byte[] ItemId { get; init; }
    public required string Status { get; init; }
    public required string Reason { get; init; }
    public required bool ContentMissing { get; init; }
    public required bool GivenUp { get; init; }
    public required bool EndsEntry { get; init; }
}

/// <summary>Judges the entries of one feed in a page, one after the other, until one is rejected.</summary>
internal sealed class FeedJudge(NodeId node, FeedState state, IReadOnlyDictionary<ulong, HeldItem> held, bool mayBranch, long roomAside)
{
    private readonly Dictionary<ulong, ItemId> added = [];

    /// <summary>The feed after what was judged.</summary>
    public FeedState State { get; private set; } = state;

    public JudgedFeed Judged { get; } = new(node, state.LastItemId);

    public bool HasStopped { get; private set; }

    /// <summary>Bytes of new items that are put aside.</summary>
    public long Aside { get; private set; }

    public EntryResult Next(FeedEntry entry, CheckedRun? known)
    {
        var verdict = FeedVerifier.Verify(State, entry, HeldAt, known);
        // An empty feed believes any genesis; it must be the one whose id the feed has.
        if (verdict.Kind != VerdictKind.Rejected && verdict.Next.NodeId != node)
        {
            verdict = new(VerdictKind.Rejected, Reason.WrongNode, "at.node_id", verdict.From, [], State);
        }

        if (verdict.Supersedes && FaultOfBranch(verdict.From) is { } fault)
        {
            verdict = new(VerdictKind.Rejected, fault, "from", verdict.From, [], State);
        }

        if (verdict.IsLink && verdict.Items.Where(i => i.Quarantined != Reason.Unspecified).Sum(i => (long)i.Item.Payload.Length) is > 0 and var aside)
        {
            verdict = Aside + aside <= roomAside ? verdict : new(VerdictKind.Rejected, Reason.QuarantineFull, "", verdict.From, [], State);
            Aside += verdict.IsLink ? aside : 0;
        }

        switch (verdict.Kind)
        {
            case VerdictKind.Accepted:
                State = verdict.Next;
                Judged.Entries.Add(NewEntry.Of(node, entry, verdict));
                foreach (var item in verdict.Items)
                {
                    added[item.Position] = item.Id;
                }

                break;
            case VerdictKind.Duplicate:
                Judged.Filled.AddRange(
                    from item in verdict.Items
                    where item.Content is not null && held.TryGetValue(item.Position, out var known) && known.ContentMissing
                    select (held[item.Position].Position, item));
                Judged.Lacking.AddRange(
                    from item in verdict.Items
                    where item.ContentWanted != Reason.Unspecified && held.TryGetValue(item.Position, out var known) && known.GivenUp
                    select held[item.Position].Position);
                break;
            default:
                HasStopped = true;
                if (verdict.Reason is Reason.Gap or Reason.Fork or Reason.QuarantineFull)
                {
                    Judged.Evidence.Add((verdict, entry.Run?.Run ?? entry.KeyStatement));
                }

                break;
        }

        return ResultOf(verdict);
    }

    // An entry is never cut in two, and what came in this very page is stored before anything takes its place.
    private Reason? FaultOfBranch(ulong from) =>
        !mayBranch ? Reason.EpochSuperseded
        : added.Count > 0 && from <= added.Keys.Max() ? Reason.RunOverlap
        : held.TryGetValue(from - 1, out var before) && before.EndsEntry ? null
        : Reason.Fork;

    private ItemId? HeldAt(ulong position) => held.TryGetValue(position, out var known) ? ItemId.FromBytes(known.ItemId)
        : added.TryGetValue(position, out var id) ? id
        : position == State.Position ? State.LastItemId
        : null;

    private EntryResult ResultOf(Verdict verdict) => new()
    {
        Status = verdict.Kind switch
        {
            VerdictKind.Accepted => PushStatus.Accepted,
            VerdictKind.Duplicate => PushStatus.Duplicate,
            _ => PushStatus.Rejected,
        },
        Reason = verdict.ReasonCode,
        Items = { verdict.Items.Select(item => ResultOf(item, verdict.IsLink ? null : held.GetValueOrDefault(item.Position))).OfType<ItemResult>() },
    };

    private static ItemResult? ResultOf(ItemVerdict item, HeldItem? known)
    {
        var quarantined = known is null ? Reasons.CodeOf(item.Quarantined) : known.Reason;
        // What is held as it should be, or withdrawn, wants nothing.
        var wanted = known is { ContentMissing: false } ? Reason.Unspecified : item.ContentWanted;
        return quarantined.Length > 0 ? new ItemResult { Position = item.Position, Status = PushStatus.Quarantined, Reason = quarantined }
            : wanted != Reason.Unspecified ? new ItemResult { Position = item.Position, Status = PushStatus.ContentWanted, Reason = Reasons.CodeOf(wanted) }
            : null;
    }
}
