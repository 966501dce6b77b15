using RecoveryCoP.Node.Accounts.Leaving;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Topics;

/// <summary>Withdraws the topics that no closed meeting has treated, of those who left and wanted everything erased.</summary>
internal sealed class TopicsOfLeavers(Database database, IGrainFactory grains) : LeaverFollower(database)
{
    private readonly Database database = database;

    public override string Name => "topics-of-leavers";

    protected override async Task Erase(Guid person, CancellationToken cancellationToken)
    {
        foreach (var topic in await database.Query<Guid>("select id from topic where proposer = @person and treated_at is null order by id limit 10000", new { person }, cancellationToken))
        {
            Demand(await grains.GetGrain<ITopicGrain>(topic).Do(new EraseTopicOf(Actor.Node, person)), topic);
        }
    }
}
