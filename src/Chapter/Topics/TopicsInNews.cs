using RecoveryCoP.Chapter.Topics.Pages;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Topics;

/// <summary>Topics that were proposed and wait for a meeting.</summary>
internal sealed class TopicsInNews(TopicQueries topics) : INewsSource
{
    private const int Most = 20;

    public int Order => 30;

    public async Task<IReadOnlyList<NewsItem>> Between(DateTimeOffset from, DateTimeOffset to, Language reader, CancellationToken cancellationToken) =>
        [.. (await topics.LastProposed(Most, cancellationToken)).Where(t => t.ProposedAt >= from && t.ProposedAt < to).Select(t => new NewsItem(TopicText.NewTopics, t.Title, PagePath.Of<TopicPage>(t.Id)))];
}
