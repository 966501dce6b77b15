using RecoveryCoP.Chapter.Practices.Pages;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>Practices of the community that others have adapted: whoever wrote them hears of it, and can take something back.</summary>
internal sealed class AdaptationsInNews(LibraryLineage lineage, ThisNode node) : INewsSource
{
    private const int Most = 20;

    public int Order => 21;

    public async Task<IReadOnlyList<NewsItem>> Between(DateTimeOffset from, DateTimeOffset to, Language reader, CancellationToken cancellationToken) =>
        node.IsFounded
            ? [.. (await lineage.Elsewhere(node.Identity.Id.Value, from, to, Most, cancellationToken)).Select(a => new NewsItem(PracticeText.AdaptedElsewhere, a.Title, PagePath.Of<ComparePage>(a.Origin, a.NodeId, a.PracticeId)))]
            : [];
}
