using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Topics;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Notices;

/// <summary>What ought to have been told of a topic to whoever proposed it, from how it stands and what time it is; nothing else.</summary>
internal static class TopicNews
{
    // Who answers may think better of it, and a plan is often changed twice.
    private static readonly TimeSpan gathering = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan answersAreNews = TimeSpan.FromDays(14);

    /// <summary>It; null when there is nothing to tell. A plan that is not announced may still change: it is told with the announcement.</summary>
    public static LetterToRecord? Of(FoundTopic found, DateTimeOffset now)
    {
        var sendAt = QuietHours.After(now + gathering, Dates.Zone);
        var (fact, until) = found switch
        {
            { Row: { MeetingState: MeetingState.Announced, MeetingId: { } meeting, MeetingStartsAt: { } starts } } => ($"agenda-{meeting:N}", starts),
            { Standing: TopicStanding.Declined, Topic.Declined: { } declined } => ($"declined-{declined.At.UtcTicks}", declined.At + answersAreNews),
            _ => ("", now),
        };
        return until <= now ? null : new(NoticeCodes.CodeOf(NewsKind.Topic), found.Topic.Id, fact, sendAt, until);
    }
}

/// <summary>Records it for whoever proposed the topic, once.</summary>
internal sealed class TopicNotices(TopicQueries topics, NoticeReaders readers, LetterOutbox outbox, TimeProvider clock)
{
    /// <summary>Finds out, outside any transaction, what is missing for some topics.</summary>
    public async Task<Func<Transaction, Task>> Missing(IEnumerable<Guid> changed, CancellationToken cancellationToken)
    {
        List<(IReadOnlyList<(Guid, Guid)> Reader, LetterToRecord What)> missing = [];
        foreach (var id in changed)
        {
            if (await topics.Find(id, cancellationToken) is { } found && TopicNews.Of(found, clock.GetUtcNow()) is { } news)
            {
                missing.Add((await readers.OnlyIfWanted(found.Topic.Proposer, NewsKind.Topic, cancellationToken), news));
            }
        }

        return async transaction =>
        {
            foreach (var (reader, what) in missing)
            {
                await outbox.Record(transaction, reader, what);
            }
        };
    }
}

/// <summary>Looks whenever a topic is written.</summary>
internal sealed class TopicsToTell(Database database, TopicNotices notices) : GrainFollower(database)
{
    public override string Name => "topic-notices";

    protected override string Kind => Topic.Kind;

    protected override Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken) => notices.Missing(ids, cancellationToken);
}

/// <summary>Looks whenever a meeting is written on whose agenda there are topics.</summary>
internal sealed class AgendasToTell(Database database, TopicQueries topics, TopicNotices notices) : GrainFollower(database)
{
    public override string Name => "topic-notices-of-meetings";

    protected override string Kind => Meeting.Kind;

    protected override async Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        List<Guid> found = [];
        foreach (var meeting in ids)
        {
            found.AddRange(await topics.OnAgendaOf(meeting, cancellationToken));
        }

        return await notices.Missing(found.Distinct(), cancellationToken);
    }
}
