using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>Judges the items of one feed in a page, one after the other, until one is rejected.</summary>
internal sealed class FeedJudge(NodeId node, FeedState state, bool contentRequired, IReadOnlyDictionary<ItemId, KnownItem> known)
{
    private readonly ItemId? verifiedAfter = state.LastItemId;
    private readonly HashSet<ItemId> added = [];
    private readonly List<FeedLink> links = [];
    private readonly List<(Verdict, SignedItem)> evidence = [];
    private FeedState state = state;
    private bool stopped;

    public JudgedFeed Judged => new(node, verifiedAfter, links, evidence);

    public ItemResult Next(ItemId id, ItemWithContent offered)
    {
        if (stopped)
        {
            return new(id, Acceptance.NotLookedAt);
        }

        var verdict = known.TryGetValue(id, out var holder) ? Duplicate(id, ofThisFeed: holder.Node == node.Value)
            : added.Contains(id) ? Duplicate(id, ofThisFeed: true)
            : Verify(offered);
        if (verdict.IsLink)
        {
            Add(verdict, offered);
        }

        stopped = verdict.Kind == VerdictKind.Rejected;
        if (verdict.Reason is Reason.Gap or Reason.Fork)
        {
            evidence.Add((verdict, offered.Item));
        }

        return new(id, AcceptanceOf(verdict.Kind), verdict.Kind == VerdictKind.Duplicate ? holder?.Reason ?? "" : verdict.ReasonCode, verdict.Field);
    }

    private Verdict Verify(ItemWithContent offered)
    {
        var verdict = FeedVerifier.Verify(state, offered, contentRequired ? ContentRule.Required : ContentRule.MayBeAbsent);
        if (verdict.Reason == Reason.ContentMissing)
        {
            // A link all the same: were it refused, a text withdrawn before it could be sent would stop its feed for ever.
            var link = FeedVerifier.Verify(state, offered, ContentRule.MayBeAbsent);
            verdict = link.IsLink ? link with { Kind = VerdictKind.Quarantined, Reason = Reason.ContentMissing, Field = verdict.Field } : link;
        }

        // An empty feed believes any genesis; it must be the one whose id the feed has.
        return verdict.IsLink && verdict.Next.NodeId != node
            ? verdict with { Kind = VerdictKind.Rejected, Reason = Reason.WrongNode, Field = "at.node_id", Next = state }
            : verdict;
    }

    private Verdict Duplicate(ItemId id, bool ofThisFeed) => ofThisFeed
        ? new(VerdictKind.Duplicate, Reason.Unspecified, "", id, 0, null, null, state)
        : new(VerdictKind.Rejected, Reason.WrongNode, "at.node_id", id, 0, null, null, state);

    private void Add(Verdict verdict, ItemWithContent offered)
    {
        state = verdict.Next;
        added.Add(verdict.ItemId);
        // A payload that nobody can read names no practice: no withdrawal would ever find its content.
        var content = verdict is { Reason: Reason.Unreadable, Field: "" } ? null : offered.Content;
        var reason = verdict.Kind == VerdictKind.Quarantined ? verdict.ReasonCode : "";
        links.Add(new(node, (long)verdict.Position, state.Epoch.ToByteArray(), verdict.ItemId, offered.Item, content, reason));
    }

    private static Acceptance AcceptanceOf(VerdictKind kind) => kind switch
    {
        VerdictKind.Accepted => Acceptance.Accepted,
        VerdictKind.Duplicate => Acceptance.Duplicate,
        VerdictKind.Quarantined => Acceptance.Quarantined,
        _ => Acceptance.Rejected,
    };
}
