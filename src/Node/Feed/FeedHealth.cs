using RecoveryCoP.Node.Health;

namespace RecoveryCoP.Node.Feed;

/// <summary>Whether what came from others holds together.</summary>
/// <param name="counts">Counts it.</param>
/// <param name="callThem">What somebody here does about a node that speaks as two.</param>
/// <param name="page">Where more is said.</param>
public sealed class FeedHealth(FeedCounts counts, Text callThem, Text? page) : IHealthCheck
{
    private const int MostFeeds = 1000;

    private static readonly Text whole = new("Rien ne manque de ce qui est venu des autres.", "Nothing is missing of what came from others.");
    private static readonly Text forked = new("Un autre serveur du réseau parle comme s’il y en avait deux.", "Another server of the network speaks as if there were two of it.");
    private static readonly Text gapped = new("Il manque quelque chose de ce qu’un autre serveur a envoyé.", "Something is missing of what another server sent.");
    private static readonly Text late = new("Cela se répare d’ordinaire au prochain échange. Si cela dure, appelez la personne qui s’occupe de l’autre serveur.", "As a rule the next exchange mends this. If it lasts, call whoever looks after the other server.");
    private static readonly Text notUnderstood = new("Ce serveur reçoit des choses qu’il ne comprend pas.", "This server receives things that it does not understand.");
    private static readonly Text upgrade = new("Mettez le programme à jour.", "Upgrade the program.");

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
