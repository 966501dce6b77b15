using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.MailSetup;

/// <summary>
/// The mail server that whoever manages access chose on the page. Letters that let people in go through it, so it is as delicate as a role: it asks for a fresh
/// sign-in, and stands in the security log.
/// </summary>
public sealed class MailServerSetup(Database database, CurrentMail current, Mailer mailer, IDataProtectionProvider protection, RoleCatalogue roles, TimeProvider clock)
{
    private readonly IDataProtector passwords = protection.CreateProtector("mail-password");

    /// <summary>How often it was chosen since there was none.</summary>
    public long Version { get; private set; }

    /// <summary>Reads what was chosen; called at start, and again when something was.</summary>
    public async Task Load(CancellationToken cancellationToken)
    {
        var row = await database.Find<Row>(
            "select version, host, port, security, user_name, password, sender_address, most_per_day from mail_setup", null, cancellationToken).ConfigureAwait(false);
        Version = row?.Version ?? 0;
        current.Choose(row is null ? null : file => file with
        {
            Host = row.Host, Port = (int)row.Port, Security = Enum.Parse<MailSecurity>(row.Security), User = row.UserName, Password = Opened(row.Password),
            SenderAddress = row.SenderAddress ?? file.SenderAddress, MostPerDay = (int)row.MostPerDay,
        });
    }

    /// <summary>Chooses a server, or another password for it.</summary>
    public async Task<Result> Choose(Actor by, MailSetupForm form, CancellationToken cancellationToken)
    {
        if (MayNot(by) is { } refusal)
        {
            return refusal;
        }

        if (MailSetupForm.Validator.Errors(form) is { Count: > 0 } errors)
        {
            return Result.Refused(errors);
        }

        var chosen = form.ToOptions(current.Options);
        var seen = Digits.Read(form.Version) ?? 0;
        var result = await database.Write(
            async t =>
            {
                if ((await t.Find<long?>("select version from mail_setup").ConfigureAwait(false) ?? 0) != seen)
                {
                    return Result.Refused([Refusal.Of("mail.stale")]);
                }

                await t.Execute("delete from mail_setup").ConfigureAwait(false);
                await t.Execute(
                    "insert into mail_setup (one, version, host, port, security, user_name, password, sender_address, most_per_day) values (1, @version, @Host, @Port, @security, @User, @password, @SenderAddress, @MostPerDay)",
                    new
                    {
                        version = (long)seen + 1, chosen.Host, Port = (long)chosen.Port, security = chosen.Security.ToString(), chosen.User,
                        password = passwords.Protect(Encoding.UTF8.GetBytes(chosen.Password)), chosen.SenderAddress, MostPerDay = (long)chosen.MostPerDay,
                    }).ConfigureAwait(false);
                await SecurityLog.Append(t, clock.GetUtcNow(), SecurityEvents.MailServerChosen, by.Id, null).ConfigureAwait(false);
                return Result.Done;
            },
            cancellationToken).ConfigureAwait(false);
        await Load(cancellationToken).ConfigureAwait(false);
        if (result.Succeeded)
        {
            mailer.Remember(new());
        }

        return result;
    }

    /// <summary>Goes back to none: letters wait in the folder.</summary>
    public async Task<Result> Forget(Actor by, CancellationToken cancellationToken)
    {
        if (MayNot(by) is { } refusal)
        {
            return refusal;
        }

        await database.Write(
            async t =>
            {
                await t.Execute("delete from mail_setup").ConfigureAwait(false);
                await SecurityLog.Append(t, clock.GetUtcNow(), SecurityEvents.MailServerChosen, by.Id, null).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        await Load(cancellationToken).ConfigureAwait(false);
        mailer.Remember(new());
        return Result.Done;
    }

    private Result? MayNot(Actor by) =>
        !by.Is(roles.Administrators) ? Result.Refused([Refusal.Of("account.not-yours")]) : current.IsFixed ? Result.Refused([Refusal.Of("mail.fixed")]) : null;

    // A database that came here without its folder's keys: the password has to be typed again, and until then the server refuses us and says so.
    private string Opened(byte[] password)
    {
        try
        {
            return Encoding.UTF8.GetString(passwords.Unprotect(password));
        }
        catch (CryptographicException)
        {
            return "";
        }
    }

    private sealed record Row
    {
        public required long Version { get; init; }

        public required string Host { get; init; }

        public required long Port { get; init; }

        public required string Security { get; init; }

        public required string UserName { get; init; }

        public required byte[] Password { get; init; }

        public required string? SenderAddress { get; init; }

        public required long MostPerDay { get; init; }
    }
}
