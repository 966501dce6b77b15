using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>Drops what members said they wrote once the stay in which they said so is over: nobody waits for an answer to somebody who left.</summary>
public sealed class ClaimsOfMembers(Database database, IGrainFactory grains) : AccountFollower(database)
{
    /// <inheritdoc />
    public override string Name => "practice-claims";

    /// <inheritdoc />
    protected override string Said => "select id as record_id, claimed_at as said_at from practice_claim where claimed_by = @id";

    /// <inheritdoc />
    protected override Task<Result> Forget(Guid record, Guid member, DateTimeOffset until) => grains.GetGrain<IPracticeGrain>(record).Do(new DropClaim(Actor.Node, member, until));
}
