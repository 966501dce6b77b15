using RecoveryCoP.Chapter.Meetings.Pages;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>The meetings of the next days, and minutes that were approved.</summary>
internal sealed class MeetingsInNews(MeetingQueries meetings) : INewsSource
{
    private const int Most = 20;
    private const int LastMeetings = 12;

    public int Order => 10;

    public async Task<IReadOnlyList<NewsItem>> Between(DateTimeOffset from, DateTimeOffset to, Language reader, CancellationToken cancellationToken)
    {
        var ahead = await meetings.Ahead(to, Most, cancellationToken);
        var closed = await meetings.LastClosed(LastMeetings, cancellationToken);
        return
        [
            // As far ahead as it looks back: each meeting comes once.
            .. ahead.Where(m => m.State == MeetingState.Announced && m.StartsAt >= to && m.StartsAt < to + (to - from))
                .Select(m => new NewsItem(MeetingText.ThisWeek, $"{m.Title} ({MeetingTimes.Day(m.StartsAt).In(reader)})", PagePath.Of<MeetingPage>(m.Id))),
            .. closed.Where(m => m.Minutes is { ApprovedAt: { } at } && at >= from && at < to)
                .Select(m => new NewsItem(MeetingText.MinutesThisWeek, $"{m.Plan.Title} ({MeetingTimes.Day(m.Plan.StartsAt).In(reader)})", PagePath.Of<MinutesPage>(m.Id))),
        ];
    }
}
