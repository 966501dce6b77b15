using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Audit;

/// <summary>
/// Compares what was signed of the security log with the log as it is here. What lies in one database can be rewritten as one: a seal that was noted elsewhere
/// says more than all that are here.
/// </summary>
public sealed class SealComparison(Database database, ThisNode node, SecurityLog securityLog)
{
    /// <summary>Compares every seal that is here.</summary>
    public async Task<ComparedSeals> Compare(CancellationToken cancellationToken)
    {
        if (!node.IsFounded)
        {
            return new(0, 0);
        }

        var kept = await Kept(cancellationToken).ConfigureAwait(false);
        var fit = await Fitting(kept, cancellationToken).ConfigureAwait(false);
        var known = kept.Select(k => Convert.ToHexString(k.Seal)).ToHashSet(StringComparer.Ordinal);
        var others = (await Said(cancellationToken).ConfigureAwait(false)).Where(s => !known.Contains(s.Seal)).ToList();
        // A restore begins an epoch, and so does whatever comes back of the feed: before it a copy of this node may have sealed a log that is not here.
        var from = await PresentEpochBegins(cancellationToken).ConfigureAwait(false);
        return new(kept.Count - fit.Count + others.Count(s => s.Position >= from), others.Count(s => s.Position < from));
    }

    /// <summary>True when a seal from elsewhere is of this log as it is now.</summary>
    public async Task<bool> Fits(byte[] seal, CancellationToken cancellationToken) =>
        (await Fitting(await Kept(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false)).Contains(Convert.ToHexString(seal));

    private Task<IReadOnlyList<KeptSeal>> Kept(CancellationToken cancellationToken) => database.Query<KeptSeal>(
        "select seal, number, salt from security_seal order by number, seal limit 100000", null, cancellationToken);

    private async Task<HashSet<string>> Fitting(IReadOnlyList<KeptSeal> kept, CancellationToken cancellationToken)
    {
        var fit = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in kept)
        {
            if (await securityLog.HashOf(one.Number, cancellationToken).ConfigureAwait(false) is { } hash && LogSeals.SealOf(hash, one.Salt).AsSpan().SequenceEqual(one.Seal))
            {
                fit.Add(Convert.ToHexString(one.Seal));
            }
        }

        return fit;
    }

    /// <summary>The seals in this node's feed, and where they stand there.</summary>
    private async Task<IEnumerable<(long Position, string Seal)>> Said(CancellationToken cancellationToken) =>
        from profile in await database.Query<Profile>(
            """
            select feed_position, payload
              from item
             where node_id = @id and payload_type = @type and superseded = 0 and status = 'accepted'
             order by feed_position
             limit 100000
            """,
            new { id = node.Identity.Id.Value, type = NodeProfile.Descriptor.FullName },
            cancellationToken).ConfigureAwait(false)
        let seal = NodeProfile.Parser.ParseFrom(profile.Payload).SecurityLogSeal
        where !seal.IsEmpty
        select (profile.FeedPosition, Convert.ToHexString(seal.Span));

    /// <summary>Where in its feed this node began to speak as it does now; behind all of it while it has said nothing since.</summary>
    private async Task<long> PresentEpochBegins(CancellationToken cancellationToken) => await database.Find<long?>(
        "select e.first from feed_epoch e join node n on n.node_id = e.node_id and n.epoch = e.epoch", null, cancellationToken).ConfigureAwait(false) ?? long.MaxValue;

    private sealed record KeptSeal
    {
        public required byte[] Seal { get; init; }

        public required long Number { get; init; }

        public required byte[] Salt { get; init; }
    }

    private sealed record Profile
    {
        public required long FeedPosition { get; init; }

        public required byte[] Payload { get; init; }
    }
}

/// <summary>What comparing the seals brought.</summary>
/// <param name="Broken">How many fit no event of the log: it is not the one of which they were made.</param>
/// <param name="FromBefore">How many came back from the network, of a log that this database, being an older copy, does not have.</param>
public sealed record ComparedSeals(int Broken, int FromBefore);
