using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Accounts.NewAddress;

/// <summary>A letter with a code is of use while the code is good, the one to an earlier address for as long as it is tried.</summary>
internal sealed class AddressLetterUse(Database database, TimeProvider clock) : ILetterUse
{
    public async Task<bool> IsOpen(Guid letter, CancellationToken cancellationToken) => await database.Find<long>(
        "select (select count(*) from address_left where id = @letter and at >= @since) + (select count(*) from address_change where letter = @letter and expires_at > @now)",
        new { letter, now = clock.GetUtcNow(), since = clock.GetUtcNow() - AddressLeftSender.Tried },
        cancellationToken).ConfigureAwait(false) > 0;
}
