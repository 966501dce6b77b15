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
                    "Le journal des accès a été changé\u00a0: l’événement numéro {0} ne suit pas celui d’avant. Gardez la base de données comme elle est, et cherchez qui l’a eue entre les mains.",
                    "The security log was changed: event number {0} does not follow the one before. Keep the database as it is, and find out who has had it.").With(number));
            }

            return await services.GetRequiredService<LogSeals>().Missing(cancellationToken) is > 0 and var missing
                ? VerbResult.Refused(new Text(
                    "Ce journal des accès n’est pas celui dont les empreintes ont été signées avec le profil (empreintes sans événement\u00a0: {0}). Si cette base de données vient d’une sauvegarde plus ancienne, c’est normal. Sinon, gardez-la comme elle est, et cherchez qui l’a eue entre les mains.",
                    "This security log is not the one of which fingerprints were signed with the profile (fingerprints without an event: {0}). If this database comes from an older backup, that is as it should be. If not, keep it as it is, and find out who has had it.").With(missing))
                : VerbResult.Done(new Text("Le journal des accès est intact. Événements\u00a0: {0}.", "The security log is whole. Events: {0}.").With(whole));
        });
}
