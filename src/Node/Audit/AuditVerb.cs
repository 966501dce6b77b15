using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Node.Audit;

/// <summary>Looks at the security log from the command line.</summary>
internal static class AuditVerb
{
    public static Verb Verify { get; } = new(
        "audit-verify",
        new("Vérifie qu’aucun événement du journal des accès n’a été changé ni enlevé", "Checks that no event of the security log was changed or taken out"),
        [],
        async (services, _, cancellationToken) =>
        {
            var (whole, broken) = await services.GetRequiredService<SecurityLog>().Verify(cancellationToken);
            if (broken is { } number)
            {
                return VerbResult.Refused(new Text(
                    "Le journal des accès a été changé\u00a0: {0} événements se suivent, et le numéro {1} ne suit pas. Gardez la base de données comme elle est, et cherchez qui l’a eue entre les mains.",
                    "The security log was changed: {0} events hold together, and number {1} does not follow. Keep the database as it is, and find out who has had it.").With(whole, number));
            }

            return await services.GetRequiredService<LogSeals>().Missing(cancellationToken) is > 0 and var missing
                ? VerbResult.Refused(new Text(
                    "Le journal des accès a été récrit\u00a0: ce qui en a été signé avec le profil n’y est plus ({0}). Gardez la base de données comme elle est, et cherchez qui l’a eue entre les mains.",
                    "The security log was rewritten: what was signed of it with the profile is no longer there ({0}). Keep the database as it is, and find out who has had it.").With(missing))
                : VerbResult.Done(new Text("Le journal des accès est intact. Événements\u00a0: {0}.", "The security log is whole. Events: {0}.").With(whole));
        });
}
