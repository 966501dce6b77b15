using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Intentions;

/// <summary>Forgets what members would have liked to try once the stay in which they said so is over.</summary>
internal sealed class IntentionsOfMembers(Database database, IGrainFactory grains) : AccountFollower(database)
{
    public override string Name => "intentions-of-members";

    protected override string Said => "select member_id as record_id, said_at from intention where member_id = @id";

    protected override Task<Result> Forget(Guid record, Guid member, DateTimeOffset until) => grains.IntentionsOf(record).Do(new ForgetIntentions(Actor.Node, until));
}
