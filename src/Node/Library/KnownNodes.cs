using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>The nodes of which this one knows without anybody's word.</summary>
/// <param name="Hub">The hub whose word counts here; null while there is none.</param>
/// <param name="ShowNewest">The hub and this node itself: of these the newest profile is shown.</param>
internal sealed record KnownNodes(string? Hub, IReadOnlySet<string> ShowNewest)
{
    public static async Task<KnownNodes> Read(Database database, CancellationToken cancellationToken)
    {
        var hub = await Feed.TrustedHub.Find(database, cancellationToken).ConfigureAwait(false);
        var self = await database.Find<string>("select node_id from node", null, cancellationToken).ConfigureAwait(false);
        return new(hub, new HashSet<string>(new[] { hub, self }.OfType<string>()));
    }
}
