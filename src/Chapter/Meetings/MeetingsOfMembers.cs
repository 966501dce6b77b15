using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>
/// Forgets what meetings hold of those who left and is of no use without them: what they were asked to take on, what they proposed for minutes, which files they added. It compares account and
/// meetings as they are now, and fails when one cannot be written: the loop then asks again.
/// </summary>
internal sealed class MeetingsOfMembers(Database database, IGrainFactory grains) : GrainFollower(database)
{
    private const int Most = 10_000;

    private readonly Database database = database;

    public override string Name => "meetings-of-members";

    public override bool CallsGrains => true;

    protected override string Kind => AccountStore.Kind;

    protected override async Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            // Whoever is here for the first time has nothing that is to be forgotten: there is no need to look through all meetings.
            if (await database.Find<long>("select count(*) from account a where a.id = @id and a.left_at is null and (select count(*) from account_period p where p.account_id = a.id) = 1", new { id }, cancellationToken) > 0)
            {
                continue;
            }

            var said = await database.Query<Said>(
                """
                select s.meeting_id, s.said_at, a.joined_at, a.left_at
                  from (select meeting_id, offered_at as said_at from meeting_action where offered_to = @id
                        union all
                        select meeting_id, said_at from minutes_correction where author = @id
                        union all
                        select meeting_id, added_at from meeting_file where added_by = @id) s
                  join account a on a.id = @id
                 order by s.meeting_id limit @Most
                """,
                new { id, Most },
                cancellationToken);
            foreach (var meeting in said.Where(s => s.LeftAt is not null || s.SaidAt < s.JoinedAt).GroupBy(s => s.MeetingId, s => s.LeftAt ?? s.JoinedAt))
            {
                if (await grains.Meeting(meeting.Key).Do(new ForgetInMeeting(Actor.Node, id, meeting.First())) is { Succeeded: false } refused)
                {
                    throw new InvalidOperationException($"Meeting {meeting.Key} did not forget somebody: {string.Join(", ", refused.Refusals.Select(r => r.Code))}");
                }
            }
        }

        return _ => Task.CompletedTask;
    }

    private sealed record Said
    {
        public required Guid MeetingId { get; init; }

        public required DateTimeOffset SaidAt { get; init; }

        public required DateTimeOffset JoinedAt { get; init; }

        public required DateTimeOffset? LeftAt { get; init; }
    }
}
