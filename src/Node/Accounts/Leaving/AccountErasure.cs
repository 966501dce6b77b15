using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Accounts.Leaving;

/// <summary>
/// Takes out of an account who it was of: name, address, language. What is left is a number with the dates of its stays, by which what the community keeps of it is
/// counted, and reads “former member”. Nobody comes back to it: with the same address they begin anew.
/// </summary>
public sealed class AccountErasure(IEnumerable<IHoldsAddresses> holders, TimeProvider clock) : IErasesAgain
{
    /// <summary>That an account says no more who it was of, in the list of erasures.</summary>
    public const string Kind = "account";

    /// <summary>Does it, of somebody who has left.</summary>
    /// <param name="transaction">The one in which it is done.</param>
    /// <param name="account">Whose.</param>
    /// <param name="by">Who wants it; null for the node, when the time is over.</param>
    /// <param name="with">What is erased with it.</param>
    /// <returns>False when they are here: nothing is done then.</returns>
    public async Task<bool> Erase(Transaction transaction, Guid account, Guid? by, params IReadOnlyCollection<Erasure> with)
    {
        if (!await Erase(transaction, account).ConfigureAwait(false))
        {
            return false;
        }

        await Erasures.Note(transaction, [new(Kind, account), .. with]).ConfigureAwait(false);
        await SecurityLog.Append(transaction, clock.GetUtcNow(), SecurityEvents.Erased, by, account).ConfigureAwait(false);
        return true;
    }

    /// <summary>True when something of somebody was erased, or is to be, and they are not here.</summary>
    /// <param name="database">Where it is noted.</param>
    /// <param name="erased">What; its id is that of their account.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<bool> Holds(Database database, Erasure erased, CancellationToken cancellationToken) => await database.Find<long>(
        "select count(*) from erasure e join account a on a.id = e.id where e.kind = @Kind and e.id = @Id and a.left_at is not null", new { erased.Kind, erased.Id }, cancellationToken).ConfigureAwait(false) > 0;

    // Whoever is here still, as the only one who manages access, cannot be taken away; the ledger says so.
    async Task IErasesAgain.Erase(Transaction transaction, IReadOnlySet<Erasure> erased)
    {
        foreach (var account in erased.Where(e => e.Kind == Kind))
        {
            await Erase(transaction, account.Id).ConfigureAwait(false);
        }
    }

    private async Task<bool> Erase(Transaction t, Guid account)
    {
        // Whoever comes back meanwhile waits, and finds nobody to come back to.
        if (await t.Find<string>("update account set left_at = left_at where id = @account and left_at is not null returning address", new { account }).ConfigureAwait(false) is not { } address)
        {
            return false;
        }

        await t.Erase("delete from address_change where account_id = @account or address = @address", new { account, address }).ConfigureAwait(false);
        // What a browser is told must not tell that somebody left: its row stays, without the address, and without the letter that lies in the folder.
        await t.Erase("update sign_in_request set address = @nobody, letter = id, name = null, language = null, pledge = null where address = @address or address in (select l.address from address_left l where l.account_id = @account and not exists (select 1 from account a where a.address = l.address))", new { account, address, nobody = Nobody(account) }).ConfigureAwait(false);
        await t.Erase("delete from address_left where account_id = @account", new { account }).ConfigureAwait(false);
        await t.Erase(
            "update account set address = @nobody, name = '', name_sort = @empty, name_find = '', language = 'fr' where id = @account",
            new { account, nobody = Nobody(account), empty = Array.Empty<byte>() }).ConfigureAwait(false);
        foreach (var holder in holders)
        {
            await holder.Forget(t, address).ConfigureAwait(false);
        }

        await ChangeLog.Append(t, AccountStore.Kind, account).ConfigureAwait(false);
        return true;
    }

    // No address: nobody can type it.
    private static string Nobody(Guid account) => account.ToString("N");
}
