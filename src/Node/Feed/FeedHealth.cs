using RecoveryCoP.Node.Health;

namespace RecoveryCoP.Node.Feed;

/// <summary>Whether what came from others holds together.</summary>
/// <param name="counts">Counts it.</param>
/// <param name="callThem">What somebody here does about a node that speaks as two.</param>
/// <param name="page">Where more is said.</param>
public sealed class FeedHealth(FeedCounts counts, Text callThem, Text? page) : IHealthCheck
{
    private const int MostFeeds = 1000;

    private static readonly Text whole = new("Tout ce qui est venu d’ailleurs se tient.", "All that came from elsewhere holds together.");
    private static readonly Text forked = new("Un nœud parle comme s’il y en avait deux.", "A node speaks as if there were two of it.");
    private static readonly Text gapped = new("Il manque quelque chose de ce qu’un autre nœud a dit.", "Something is missing of what another node said.");
    private static readonly Text late = new("Cela se répare d’ordinaire au prochain échange. Si cela dure, échangez à la main ou appelez l’équipe du carrefour.", "As a rule the next exchange mends this. If it lasts, exchange by hand or call the hub’s operator.");
    private static readonly Text notUnderstood = new("Ce serveur reçoit des choses qu’il ne comprend pas.", "This server receives things that it does not understand.");
    private static readonly Text upgrade = new("Mettez la plateforme à jour.", "Upgrade the platform.");

    /// <inheritdoc />
    public string Code => "feeds";

    /// <inheritdoc />
    public Text Name { get; } = new("Ce qui vient des autres", "What comes from others");

    /// <inheritdoc />
    public int Order => 64;

    /// <inheritdoc />
    public bool IsForMachines => true;

    /// <inheritdoc />
    public async Task<Finding?> Look(CancellationToken cancellationToken)
    {
        var feeds = await counts.All(MostFeeds, cancellationToken).ConfigureAwait(false);
        return feeds.Any(f => f.Forks > 0) ? Finding.Wrong(forked, callThem, page)
            : feeds.Any(f => f.Gaps > 0) ? Finding.Wrong(gapped, late, page)
            : feeds.Any(f => f.Waiting > 0) ? Finding.Wrong(notUnderstood, upgrade, page)
            : feeds.Any(f => f.Quarantined > 0) ? Finding.Attention(notUnderstood, upgrade, page)
            : Finding.Well(whole);
    }
}
