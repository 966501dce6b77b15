using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.Leaving;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Members;

/// <summary>
/// Forgets what members said in a stay that is over. It compares account and record as they are now, and fails when the record cannot be
/// written: the loop then asks again, after a restart too. Until it succeeds nobody sees what the record says, because its stay is over.
/// </summary>
internal sealed class MembershipSync(Database database, IGrainFactory grains) : GrainFollower(database)
{
    private readonly Database database = database;

    public override string Name => "membership-sync";

    public override bool CallsGrains => true;

    protected override string Kind => AccountStore.Kind;

    protected override async Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            var over = await database.Find<Guid>(
                "select m.stay from member m join account a on a.id = m.id where m.id = @id and (a.left_at is not null or m.stay <> a.stay)", new { id }, cancellationToken);
            if (over != Guid.Empty && await grains.GetGrain<IMemberGrain>(id).Do(new ForgetMember(Actor.Node, over)) is { Succeeded: false } refused)
            {
                throw new InvalidOperationException($"Member {id} was not forgotten: {string.Join(", ", refused.Refusals.Select(r => r.Code))}");
            }

            if (await AccountErasure.Holds(database, new(AccountErasure.Kind, id), cancellationToken) && await grains.GetGrain<IMemberGrain>(id).Do(new EraseMember(Actor.Node)) is { Succeeded: false } kept)
            {
                throw new InvalidOperationException($"Member {id} was not erased: {string.Join(", ", kept.Refusals.Select(r => r.Code))}");
            }
        }

        return _ => Task.CompletedTask;
    }
}
