using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Node.Accounts.Security;

/// <summary>Looks at the security log from the command line.</summary>
internal static class AuditVerb
{
    public static Verb Verify { get; } = new(
        "audit-verify",
        "Checks that no event of the security log was changed or taken out",
        [],
        async (services, _, cancellationToken) =>
        {
            var (whole, broken) = await services.GetRequiredService<SecurityLog>().Verify(cancellationToken);
            return broken is { } number
                ? VerbResult.Refused(string.Create(CultureInfo.InvariantCulture, $"The security log was changed: {whole} events hold together, and number {number} does not follow. Keep the database as it is, and find out who has had it."))
                : VerbResult.Done(string.Create(CultureInfo.InvariantCulture, $"The security log is whole: {whole} events."));
        });
}
