using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Invitations;

/// <summary>
/// What is kept of an address in place of it: whoever has the address and this node's key finds it again, and nobody else. The key lies sealed in the database.
/// </summary>
internal sealed partial class AddressHashes(Database database, IDataProtectionProvider protection, ILogger<AddressHashes> log)
{
    private readonly IDataProtector keys = protection.CreateProtector("invitation-key");
    private byte[]? key;

    /// <summary>The hash of a mailbox.</summary>
    public async ValueTask<byte[]> Of(EmailAddress address, CancellationToken cancellationToken) =>
        HMACSHA256.HashData(key ??= await Key(cancellationToken), Encoding.UTF8.GetBytes(Mailbox(address)));

    /// <summary>What an address and its variants have in common: what stands after a plus is its reader's own, and all of them are one person.</summary>
    public static string Mailbox(EmailAddress address)
    {
        var (at, plus) = (address.Value.LastIndexOf('@'), address.Value.IndexOf('+', StringComparison.Ordinal));
        return plus > 0 && plus < at ? address.Value[..plus] + address.Value[at..] : address.Value;
    }

    private async Task<byte[]> Key(CancellationToken cancellationToken)
    {
        var kept = await database.Find<byte[]>("select key from invitation_key", null, cancellationToken);
        try
        {
            if (kept is not null)
            {
                return keys.Unprotect(kept);
            }
        }
        catch (CryptographicException)
        {
            LogLost(); // the database was put back without its folder
        }

        var made = RandomNumberGenerator.GetBytes(32);
        return keys.Unprotect(await database.Write(
            async t =>
            {
                await t.Execute("delete from invitation_key where key = @kept", new { kept });
                await t.Execute("insert into invitation_key (one, key) values (1, @made) on conflict (one) do nothing", new { made = keys.Protect(made) });
                return await t.Find<byte[]>("select key from invitation_key");
            },
            cancellationToken) ?? throw new InvalidOperationException("The key of invitations was not kept."));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The folder cookies is not the one that belongs to this database: who asked never to be invited again is not known any more")]
    private partial void LogLost();
}
