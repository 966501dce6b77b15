using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Committees;

/// <summary>Vacates the seats of members whose stay is over, and forgets who held them.</summary>
internal sealed class SeatsOfMembers(Database database, IGrainFactory grains) : AccountFollower(database)
{
    public override string Name => "seats-of-members";

    protected override string Said => "select committee_id as record_id, said_at from committee_person where member_id = @id";

    protected override Task<Result> Forget(Guid record, Guid member, DateTimeOffset until) => grains.Committee(record).Do(new ForgetHolder(Actor.Node, member, until));
}
