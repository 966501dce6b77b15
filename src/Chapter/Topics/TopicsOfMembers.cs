using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Topics;

/// <summary>Forgets what members were interested in once the stay in which they said so is over: an agenda is planned for those who are here.</summary>
internal sealed class TopicsOfMembers(Database database, IGrainFactory grains) : AccountFollower(database)
{
    public override string Name => "topic-interest";

    protected override string Said => "select topic_id as record_id, said_at from topic_interest where member_id = @id";

    protected override Task<Result> Forget(Guid record, Guid member, DateTimeOffset until) => grains.GetGrain<ITopicGrain>(record).Do(new ForgetInterest(Actor.Node, member, until));
}
