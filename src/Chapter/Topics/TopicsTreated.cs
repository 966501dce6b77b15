using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Topics;

/// <summary>Writes down which topics a meeting treated, once it is over. It compares meeting and topics as they are now, and fails when one cannot be written: the loop then asks again.</summary>
internal sealed class TopicsTreated(Database database, IGrainFactory grains) : GrainFollower(database)
{
    private readonly Database database = database;

    public override string Name => "topics-treated";

    public override bool CallsGrains => true;

    protected override string Kind => Meeting.Kind;

    protected override async Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var meeting in ids)
        {
            var topics = await database.Query<Guid>(
                "select t.id from topic t join meeting_item i on i.id = t.id where i.meeting_id = @meeting and i.state = 'closed' and t.treated_by is null order by t.id limit 100",
                new { meeting },
                cancellationToken);
            foreach (var topic in topics)
            {
                if (await grains.GetGrain<ITopicGrain>(topic).Do(new SettleTopic(Actor.Node, meeting)) is { Succeeded: false } refused)
                {
                    throw new InvalidOperationException($"Topic {topic} was not settled: {string.Join(", ", refused.Refusals.Select(r => r.Code))}");
                }
            }
        }

        return _ => Task.CompletedTask;
    }
}
