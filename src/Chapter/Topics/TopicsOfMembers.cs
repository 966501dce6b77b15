using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Topics;

/// <summary>
/// Forgets what members were interested in once the stay in which they said so is over: an agenda is planned for those who are here. It compares account and topics
/// as they are now, and fails when one cannot be forgotten: the loop then asks again.
/// </summary>
internal sealed class TopicsOfMembers(Database database, IGrainFactory grains) : GrainFollower(database)
{
    private const int Most = 10_000;

    private readonly Database database = database;

    public override string Name => "topic-interest";

    public override bool CallsGrains => true;

    protected override string Kind => AccountStore.Kind;

    protected override async Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            var said = await database.Query<Said>(
                """
                select i.topic_id, i.said_at, a.joined_at, a.left_at
                  from topic_interest i join account a on a.id = i.member_id
                 where i.member_id = @id
                 order by i.topic_id
                 limit @Most
                """,
                new { id, Most },
                cancellationToken);
            foreach (var one in said.Where(s => s.LeftAt is not null || s.SaidAt < s.JoinedAt))
            {
                if (await grains.GetGrain<ITopicGrain>(one.TopicId).Do(new ForgetInterest(Actor.Node, id, one.SaidAt)) is { Succeeded: false } refused)
                {
                    throw new InvalidOperationException($"Interest in topic {one.TopicId} was not forgotten: {string.Join(", ", refused.Refusals.Select(r => r.Code))}");
                }
            }
        }

        return _ => Task.CompletedTask;
    }

    private sealed record Said
    {
        public required Guid TopicId { get; init; }

        public required DateTimeOffset SaidAt { get; init; }

        public required DateTimeOffset JoinedAt { get; init; }

        public required DateTimeOffset? LeftAt { get; init; }
    }
}
