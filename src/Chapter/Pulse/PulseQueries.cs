using System.Globalization;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Pulse;

/// <summary>What came of the three questions about a meeting.</summary>
public sealed record PulseResult
{
    /// <summary>How many answered.</summary>
    public required long Answers { get; init; }

    /// <summary>The sum of the marks.</summary>
    public required long Useful { get; init; }

    /// <summary>The sum of the marks.</summary>
    public required long Heard { get; init; }

    /// <summary>The sum of the marks.</summary>
    public required long Neutral { get; init; }

    /// <summary>The mean of each question, in the order in which they are asked.</summary>
    public IReadOnlyList<double> Means => [(double)Useful / Answers, (double)Heard / Answers, (double)Neutral / Answers];
}

/// <summary>What is still to be answered, and what is shown.</summary>
internal sealed class PulseQueries(Database database, MeetingQueries meetings, TimeProvider clock)
{
    private const int MostMeetings = 20;

    /// <summary>The meetings about which somebody is asked and has not answered, the last first.</summary>
    public async Task<IReadOnlyList<Meeting>> Waiting(Actor member, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = await database.Query<Attended>(
            """
            select p.meeting_id, a.joined_at from pulse_person p join account a on a.id = p.member_id
             where p.member_id = @Id and p.closed_at >= @since and a.left_at is null
               and not exists (select 1 from pulse_answered d where d.meeting = p.meeting_id and d.member = p.member_id)
             order by p.closed_at desc, p.meeting_id limit @MostMeetings
            """,
            // As it stands in the state: compared as text.
            new { member.Id, since = (now - PulseRules.Open).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), MostMeetings },
            cancellationToken);
        List<Meeting> waiting = [];
        foreach (var row in rows)
        {
            if (await meetings.Find(row.MeetingId, member, cancellationToken) is { } meeting && meeting.PulseRefusalFor(member, now) is null && row.JoinedAt <= meeting.ClosedAt)
            {
                waiting.Add(meeting);
            }
        }

        return waiting;
    }

    /// <summary>True once somebody has answered, until the questions close.</summary>
    public async Task<bool> HasAnswered(Guid meeting, Guid member, CancellationToken cancellationToken) => await database.Find<long>(
        "select count(*) from pulse_answered where meeting = @meeting and member = @member", new { meeting, member }, cancellationToken) > 0;

    /// <summary>The result; null while the questions are open, and when too few answered.</summary>
    public Task<PulseResult?> Result(Guid meeting, CancellationToken cancellationToken) => database.Find<PulseResult>(
        "select answers, useful, heard, neutral from pulse where meeting = @meeting and opened_at <= @before and answers >= @Fewest",
        new { meeting, before = clock.GetUtcNow() - PulseRules.Open, Fewest = (long)PulseRules.FewestShown },
        cancellationToken);

    private sealed record Attended
    {
        public required Guid MeetingId { get; init; }

        public required DateTimeOffset JoinedAt { get; init; }
    }
}
