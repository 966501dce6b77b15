using RecoveryCoP.Chapter.Practices.Pages;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>Practices of the community that are new or revised.</summary>
internal sealed class PracticesInNews(PracticeQueries practices) : INewsSource
{
    private const int Most = 20;

    public int Order => 20;

    public async Task<IReadOnlyList<NewsItem>> Between(DateTimeOffset from, DateTimeOffset to, Language reader, CancellationToken cancellationToken) =>
    [
        .. (await practices.News(reader, Most, cancellationToken)).Where(p => p.RevisedAt >= from && p.RevisedAt < to)
            .Select(p => new NewsItem(PracticeText.NewTitle, p.Title, PagePath.Of<PracticePage>(p.Id))),
    ];
}
