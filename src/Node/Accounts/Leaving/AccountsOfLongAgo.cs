using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.RetentionRules;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Accounts.Leaving;

/// <summary>Takes out of the accounts of those who left a year ago who they were of.</summary>
internal sealed class AccountsOfLongAgo(Database database, AccountErasure erasure) : IRetention
{
    private const int Page = 100;

    public string Code => "accounts";

    public Text What => new("Le nom, l’adresse et les accords d’une personne qui est partie", "The name, the address and the consents of somebody who has left");

    public Text Term => new("Pendant douze mois après son départ, pour qu’elle puisse revenir; effacés ensuite", "For twelve months after they left, so that they can come back; then erased");

    public async Task<long> Run(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = now.AddMonths(-12);
        for (var erased = 0L; ;)
        {
            // Whoever left while the clock was behind seems to have left long ago: what happened before they did, by its number in the log, is younger.
            var over = await database.Query<Guid>(
                $"""
                select id from account
                 where left_at < @before and not exists (select 1 from erasure e where e.kind = '{AccountErasure.Kind}' and e.id = account.id)
                   and not exists (
                       select 1 from security_event e
                        where e.at >= @before and e.at <= @now
                          and e.number < (select max(l.number) from security_event l where l.done_to = account.id and l.kind = '{SecurityEvents.Left}'))
                 order by id limit @Page
                """,
                new { before, now, Page },
                cancellationToken).ConfigureAwait(false);
            foreach (var account in over)
            {
                erased += await database.Write(t => Erase(t, account, before), cancellationToken).ConfigureAwait(false) ? 1 : 0;
            }

            if (over.Count < Page)
            {
                return erased;
            }
        }
    }

    // They may have come back, and left again, since they were looked for.
    private async Task<bool> Erase(Transaction t, Guid account, DateTimeOffset before) =>
        await t.Execute("update account set left_at = left_at where id = @account and left_at < @before", new { account, before }).ConfigureAwait(false) > 0
        && await erasure.Erase(t, account, null).ConfigureAwait(false);
}
