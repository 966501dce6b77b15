using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>A letter that lets somebody in is of use until it has, or its time is over.</summary>
internal sealed class SignInLetterUse(Database database, TimeProvider clock) : ILetterUse
{
    public async Task<bool> IsOpen(Guid letter, CancellationToken cancellationToken) => await database.Find<long>(
        "select count(*) from sign_in_request where letter = @letter and expires_at > @now and not exists (select 1 from sign_in_request u where u.letter = @letter and u.used_at is not null)",
        new { letter, now = clock.GetUtcNow() },
        cancellationToken).ConfigureAwait(false) > 0;
}
