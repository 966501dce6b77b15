using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Adoptions;

/// <summary>Forgets who said how far adoptions have come once the stay in which they did is over.</summary>
internal sealed class AdoptionsOfMembers(Database database, IGrainFactory grains) : AccountFollower(database)
{
    public override string Name => "adoptions-of-members";

    protected override string Said => "select adoption_id as record_id, said_at from adoption_step where said_by = @id";

    protected override Task<Result> Forget(Guid record, Guid member, DateTimeOffset until) => grains.Adoption(record).Do(new ForgetWhoSaid(Actor.Node, member, until));
}
