using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using RecoveryCoP.Node.Accounts.Leaving;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Accounts.Sessions;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Forms;
using RecoveryCoP.Node.Web.Guards;

namespace RecoveryCoP.Node.Accounts.NewAddress;

/// <summary>
/// How somebody gets another address: its letter brings a code, which they type in the browser where they asked. Asking says and takes the same whether or not somebody
/// here has that address; only whoever reads its letters learns that.
/// </summary>
internal sealed class AddressChanges(Database database, RecentLetters letters, SignInQueue queue, AccountCookies cookies, SignInOptions options, IEnumerable<IHoldsAddresses> holders, TimeProvider clock)
{
    private readonly SlidingCount networks = new(options.PerNetwork, TimeSpan.FromMinutes(options.NetworkMinutes), clock);
    private readonly AskValidator askValidator = new();

    /// <summary>Raised when an address has changed, and the one before is to be told.</summary>
    public ChangeSignal Changed { get; } = new();

    /// <summary>The address that somebody has, and the one that they want, while its code is good.</summary>
    public async Task<(EmailAddress Now, EmailAddress? Wanted)> Of(Guid account, CancellationToken cancellationToken)
    {
        var now = await database.Find<string>("select address from account where id = @account", new { account }, cancellationToken).ConfigureAwait(false);
        var wanted = await database.Find<string>(
            "select address from address_change where account_id = @account and expires_at > @now", new { account, now = clock.GetUtcNow() }, cancellationToken).ConfigureAwait(false);
        return (EmailAddress.Parse(now)!, EmailAddress.Parse(wanted));
    }

    /// <summary>Who gave an address up last; null when nobody has lately.</summary>
    public async Task<Guid?> WhoLeft(EmailAddress address, CancellationToken cancellationToken) => await database.Find<Guid?>(
        "select l.account_id from address_left l join account a on a.id = l.account_id where l.address = @Value and a.left_at is null order by l.at desc, l.id desc limit 1", new { address.Value }, cancellationToken).ConfigureAwait(false);

    /// <summary>Asks for the letter to a new address.</summary>
    public async Task<Result> Ask(HttpContext browser, string? typed)
    {
        if (askValidator.Errors(new SignInForm(typed, null)) is { Count: > 0 } errors)
        {
            return Result.Refused(errors);
        }

        var (person, address) = (SignedIn.Of(browser)!, EmailAddress.Parse(typed)!);
        if ((await Of(person.Actor.Id, browser.RequestAborted).ConfigureAwait(false)).Now == address)
        {
            return Refusal.Of("account.address-yours", nameof(SignInForm.Address));
        }

        if (!networks.Admits(VisitorNetwork.Of(browser)))
        {
            return Refusal.Of("sign-in.too-many");
        }

        var (letter, isNew) = letters.For(address, LetterPurpose.Moving);
        var isSent = !isNew;
        try
        {
            var wanted = new { account = person.Actor.Id, letter.Id, address = address.Value, code = Secret.Hmac(cookies.Session(browser)!, letter.Code), now = clock.GetUtcNow(), letter.Ends };
            // A code has five tries, however often somebody asks.
            await database.Write(
                t => t.Execute(
                    """
                    insert into address_change (account_id, letter, address, code, tries, made_at, expires_at) values (@account, @Id, @address, @code, 0, @now, @Ends)
                    on conflict (account_id) do update set letter = excluded.letter, address = excluded.address, code = excluded.code, made_at = excluded.made_at, expires_at = excluded.expires_at,
                           tries = case when address_change.letter = excluded.letter then address_change.tries else 0 end
                    """,
                    wanted),
                CancellationToken.None).ConfigureAwait(false);
            isSent = isSent || queue.Add(letter, address, LetterPurpose.Moving, person.Language);
        }
        finally
        {
            if (!isSent)
            {
                letters.Unsent(address, LetterPurpose.Moving, letter);
            }
        }

        return Result.Done;
    }

    /// <summary>Gives up what was asked for.</summary>
    public Task GiveUp(Guid account, CancellationToken cancellationToken) =>
        database.Write(t => t.Erase("delete from address_change where account_id = @account", new { account }), cancellationToken);

    /// <summary>The code of its letter makes the address theirs, in one transaction; every other session of theirs ends.</summary>
    public async Task<Result> Confirm(HttpContext browser, string? typed)
    {
        if (SignInCode.Read(typed ?? "") is not { } code)
        {
            return Refusal.Of("account.code-unreadable", nameof(SignInForm.Key));
        }

        var person = SignedIn.Of(browser)!;
        var changed = await database.Write(t => Confirm(t, person, Secret.Hmac(cookies.Session(browser)!, code)), CancellationToken.None).ConfigureAwait(false);
        if (changed.Value is { } moved)
        {
            letters.Used(moved.Before);
            letters.Used(moved.Now);
            Changed.Raise();
        }

        return changed.WithoutValue;
    }

    private async Task<Result<Moved>> Confirm(Transaction t, SignedIn person, byte[] code)
    {
        var (now, account) = (clock.GetUtcNow(), person.Actor.Id);
        var wanted = await t.Find<Wanted>(
            "update address_change set tries = tries + 1 where account_id = @account and expires_at > @now and tries < @CodeTries returning address, code, tries", new { account, now, options.CodeTries }).ConfigureAwait(false);
        if (wanted is null)
        {
            return Refusal.Of("account.no-code", nameof(SignInForm.Key));
        }

        if (!CryptographicOperations.FixedTimeEquals(wanted.Code, code))
        {
            if (wanted.Tries == options.CodeTries)
            {
                await SecurityLog.Append(t, now, SecurityEvents.TriesUsedUp, account, account).ConfigureAwait(false);
            }

            return Refusal.Of(wanted.Tries == options.CodeTries ? "account.no-code" : "sign-in.wrong-code", nameof(SignInForm.Key));
        }

        await t.Erase("delete from address_change where account_id = @account", new { account }).ConfigureAwait(false);
        var before = await t.Find<string>("select address from account where id = @account", new { account }).ConfigureAwait(false);
        var moved = await t.Execute(
            """
            update account set address = @Address, address_at = @now
             where id = @account and left_at is null and not exists (select 1 from account other where other.address = @Address and other.id <> @account)
            """,
            new { account, wanted.Address, now }).ConfigureAwait(false);
        if (moved == 0)
        {
            return Refusal.Of("account.address-elsewhere", nameof(SignInForm.Key));
        }

        foreach (var holder in holders)
        {
            await holder.Move(t, before!, wanted.Address).ConfigureAwait(false);
        }

        // Links that were made for the address before. What browsers asked for stays, and opens nothing of theirs any more: what they are told must not tell that somebody moved.
        await t.Execute("delete from sign_in_request where browser is null and address = @before", new { before }).ConfigureAwait(false);
        await SessionStore.EndOthers(t, account, person.Session).ConfigureAwait(false);
        await t.Execute("insert into address_left (id, account_id, address, at) values (@Id, @account, @before, @now)", new { Id = Guid.CreateVersion7(now), account, before, now }).ConfigureAwait(false);
        await SecurityLog.Append(t, now, SecurityEvents.AddressChanged, account, account).ConfigureAwait(false);
        return new Moved(EmailAddress.Parse(before)!, EmailAddress.Parse(wanted.Address)!);
    }

    private sealed record Wanted
    {
        public required string Address { get; init; }

        public required byte[] Code { get; init; }

        public required long Tries { get; init; }
    }

    private sealed record Moved(EmailAddress Before, EmailAddress Now);
}
