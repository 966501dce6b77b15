using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>Finds the feed of a node.</summary>
internal sealed class ChapterFeeds(IGrainFactory grains, FeedHeads heads, IHostApplicationLifetime host) : IStandingListener
{
    public IChapterFeed Of(NodeId node) => grains.GetGrain<IChapterFeed>(node.Value);

    /// <summary>Whether anything of a feed is here.</summary>
    public async Task<bool> IsHeld(NodeId node, CancellationToken cancellationToken) => await heads.Of(node, cancellationToken) is not null;

    // A verb of a hub that does not run has no grains, and nobody who remembers anything.
    public Task Changed(NodeId chapter) => host.ApplicationStarted.IsCancellationRequested ? Of(chapter).Forget() : Task.CompletedTask;
}
