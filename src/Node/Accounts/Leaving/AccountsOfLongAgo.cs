using RecoveryCoP.Node.RetentionRules;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Accounts.Leaving;

/// <summary>Takes out of the accounts of those who left a year ago who they were of.</summary>
internal sealed class AccountsOfLongAgo(Database database, AccountErasure erasure) : IRetention
{
    private const int Page = 100;

    public string Code => "accounts";

    public Text What => new("Le nom, l’adresse et les accords d’une personne qui est partie", "The name, the address and the consents of somebody who has left");

    public Text Term => new("Douze mois après son départ, pour qu’elle puisse revenir; effacés ensuite", "For twelve months after they left, so that they can come back; then erased");

    public async Task<long> Run(DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var erased = 0L; ;)
        {
            var over = await database.Query<Guid>(
                $"select id from account where left_at < @before and not exists (select 1 from erasure e where e.kind = '{AccountErasure.Kind}' and e.id = account.id) order by id limit @Page",
                new { before = now.AddMonths(-12), Page },
                cancellationToken).ConfigureAwait(false);
            foreach (var account in over)
            {
                await database.Write(t => erasure.Erase(t, account, null), cancellationToken).ConfigureAwait(false);
            }

            erased += over.Count;
            if (over.Count < Page)
            {
                return erased;
            }
        }
    }
}
