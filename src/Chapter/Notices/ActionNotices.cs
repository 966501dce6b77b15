using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Notices;

/// <summary>
/// What ought to have been told of an action by now, from how it stands and what time it is: two days before it is due, and on the day after; without a day, three days
/// before the next meeting; and to whoever is asked to take it on, that they are.
/// </summary>
internal static class ActionNews
{
    /// <summary>What letters that somebody is asked begin their fact with.</summary>
    public const string Asked = "asked-";

    /// <summary>What those of the last days begin theirs with.</summary>
    public const string Due = "due-";

    /// <summary>What those of a day that has passed begin theirs with.</summary>
    public const string Late = "late-";

    private static readonly TimeOnly morning = new(8, 0);

    // Nobody is reminded of what they said a moment ago.
    private static readonly TimeSpan fresh = TimeSpan.FromDays(1), beforeMeeting = TimeSpan.FromDays(3), asksAreNews = TimeSpan.FromDays(14);

    /// <summary>All of it: whom, and what.</summary>
    /// <param name="action">An action that is not done.</param>
    /// <param name="next">The next announced meeting.</param>
    /// <param name="now">What time it is.</param>
    public static IReadOnlyList<(Guid Reader, LetterToRecord What)> Of(PromisedAction action, MeetingRow? next, DateTimeOffset now)
    {
        List<(Guid, LetterToRecord)> news = [];
        void Tell(Guid reader, string fact, DateTimeOffset until) =>
            news.Add((reader, new(NoticeCodes.CodeOf(NewsKind.Action), action.Id, fact, QuietHours.After(now, Dates.Zone), until)));

        if (action is { OfferedTo: { } asked, OfferedAt: { } at } && now < at + asksAreNews)
        {
            Tell(asked, $"{Asked}{Dates.DayOf(at):yyyy-MM-dd}", at + asksAreNews); // once a day, however often they are asked
        }

        if (now < action.PromisedAt + fresh)
        {
            return news;
        }

        if (action.DueDay is { } due)
        {
            if (now >= Morning(due, -2) && now < Midnight(due, 1))
            {
                Tell(action.Owner, $"{Due}{due:yyyy-MM-dd}", Midnight(due, 1));
            }
            else if (now >= Morning(due, 1) && now < Midnight(due, 4))
            {
                Tell(action.Owner, $"{Late}{due:yyyy-MM-dd}", Midnight(due, 4));
            }
        }
        else if (next is not null && next.Id != action.MeetingId && now >= next.StartsAt - beforeMeeting && now < next.StartsAt)
        {
            Tell(action.Owner, $"before-{next.Id:N}", next.StartsAt);
        }

        return news;
    }

    private static DateTimeOffset Morning(DateOnly day, int later) => Dates.InstantOf(day.AddDays(later).ToDateTime(morning), Dates.Zone);

    private static DateTimeOffset Midnight(DateOnly day, int later) => Dates.InstantOf(day.AddDays(later).ToDateTime(TimeOnly.MinValue), Dates.Zone);
}

/// <summary>Records it, once.</summary>
internal sealed class ActionNotices(NoticeReaders readers, ActionQueries actions, MeetingQueries meetings, LetterOutbox outbox, TimeProvider clock)
{
    private const int Most = 10_000, MostAhead = 10;

    /// <summary>The next meeting that members know of and that has not begun.</summary>
    public async Task<MeetingRow?> NextMeeting(CancellationToken cancellationToken) =>
        (await meetings.Ahead(clock.GetUtcNow(), MostAhead, cancellationToken)).FirstOrDefault(m => m.State == MeetingState.Announced && m.StartsAt > clock.GetUtcNow());

    /// <summary>Finds out, outside any transaction, what is missing.</summary>
    /// <returns>Records it; null when nothing is.</returns>
    public async Task<Func<Transaction, Task>?> Missing(CancellationToken cancellationToken)
    {
        var (now, next) = (clock.GetUtcNow(), await NextMeeting(cancellationToken));
        List<(IReadOnlyList<(Guid, Guid)> Reader, LetterToRecord What)> missing = [];
        foreach (var action in await actions.Open(Most, cancellationToken))
        {
            foreach (var (id, what) in ActionNews.Of(action, next, now))
            {
                if (await readers.OnlyIfUntold(id, what, cancellationToken) is { Count: > 0 } reader)
                {
                    missing.Add((reader, what));
                }
            }
        }

        return missing.Count == 0 ? null : async transaction =>
        {
            foreach (var (reader, what) in missing)
            {
                await outbox.Record(transaction, reader, what);
            }
        };
    }
}
