using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.Leaving;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Adoptions;

/// <summary>Forgets who said how far adoptions have come once the stay in which they did is over, and what they said if they wanted everything erased.</summary>
internal sealed class AdoptionsOfMembers(Database database, IGrainFactory grains) : AccountFollower(database)
{
    private readonly Database database = database;

    public override string Name => "adoptions-of-members";

    protected override string Said => "select adoption_id as record_id, said_at from adoption_step where said_by = @id";

    protected override async Task<Result> Forget(Guid record, Guid member, DateTimeOffset until) => await grains.Adoption(record).Do(
        new ForgetWhoSaid(Actor.Node, member, until, Words: await AccountErasure.Holds(database, new(LeaverFollower.Everything, member), CancellationToken.None)));
}
