using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Audit;

/// <summary>Looks at the security log from the command line.</summary>
internal static class AuditVerbs
{
    public static Verb Verify { get; } = new(
        "audit-verify",
        new("Vérifie qu’aucun événement du journal des accès n’a été changé ni enlevé", "Checks that no event of the security log was changed or taken out"),
        [new VerbOption("seal", new("Une empreinte de ce journal, gardée ailleurs (audit-seals l’affiche)", "A fingerprint of this log, kept elsewhere (audit-seals prints it)"))],
        async (services, values, cancellationToken) =>
        {
            var given = values.TryGetValue("seal", out var typed) ? Read(typed) : [];
            if (given is null)
            {
                return VerbResult.Refused(new Text(
                    "--seal est une empreinte comme audit-seals l’affiche\u00a0: 64 chiffres et lettres de a à f.",
                    "--seal is a fingerprint as audit-seals prints it: 64 digits and letters from a to f."));
            }

            var (whole, broken) = await services.GetRequiredService<SecurityLog>().Verify(cancellationToken);
            if (broken is { } number)
            {
                return VerbResult.Refused(new Text(
                    "Le journal des accès a été changé\u00a0: l’événement numéro {0} ne suit pas celui d’avant. Gardez la base de données comme elle est, et cherchez qui l’a eue entre les mains.",
                    "The security log was changed: event number {0} does not follow the one before. Keep the database as it is, and find out who has had it.").With(number));
            }

            var seals = services.GetRequiredService<SealComparison>();
            var compared = await seals.Compare(cancellationToken);
            if (compared.Broken > 0)
            {
                return VerbResult.Refused(new Text(
                    "Ce journal des accès n’est pas celui dont les empreintes ont été signées avec le profil (empreintes sans événement\u00a0: {0}). Gardez la base de données comme elle est, et cherchez qui l’a eue entre les mains.",
                    "This security log is not the one of which fingerprints were signed with the profile (fingerprints without an event: {0}). Keep the database as it is, and find out who has had it.").With(compared.Broken));
            }

            return given.Length > 0 && !await seals.Fits(given, cancellationToken)
                ? VerbResult.Refused(new Text(
                    "Ce journal des accès n’est pas celui dont cette empreinte a été faite. Si cette base de données vient d’une sauvegarde plus ancienne que l’empreinte, c’est normal. Sinon, gardez-la comme elle est, et cherchez qui l’a eue entre les mains.",
                    "This security log is not the one of which this fingerprint was made. If this database comes from a backup older than the fingerprint, that is as it should be. If not, keep it as it is, and find out who has had it."))
                : VerbResult.Done(Found(whole, compared.FromBefore, given.Length > 0));
        });

    public static Verb Seals { get; } = new(
        "audit-seals",
        new("Affiche la dernière empreinte du journal des accès de chaque communauté et du carrefour, gardée ici", "Prints the newest fingerprint of the security log of each community and of the hub that is kept here"),
        [new VerbOption("node", new("L’identité d’une communauté\u00a0: toutes ses empreintes, la plus récente d’abord", "A community’s id: all of its fingerprints, the newest first"))],
        async (services, values, cancellationToken) =>
        {
            // What has arrived is worked in first.
            await services.GetRequiredService<FollowerLoop>().CatchUp(cancellationToken);
            var held = await services.GetRequiredService<HeldSeals>().Of(values.GetValueOrDefault("node", ""), cancellationToken);
            return held.Count == 0
                ? VerbResult.Done(new Text("Aucune empreinte n’est gardée ici.", "No fingerprint is kept here."))
                : VerbResult.Done(string.Join('\n', held.GroupBy(seal => seal.NodeId).Select(node => string.Join('\n', node.Select(Describe).Prepend(
                    $"{node.First().Name.For(Language.English).Text}\n  node      {node.Key}")))));
        });

    private static string Describe(HeldSeal seal) => string.Create(CultureInfo.InvariantCulture, $"  {seal.ReceivedAt.ToUniversalTime():yyyy-MM-dd HH:mm} UTC  {seal.Seal}");

    /// <summary>Null for what is no seal.</summary>
    private static byte[]? Read(string typed)
    {
        var seal = new byte[SHA256.HashSizeInBytes];
        return Convert.FromHexString(typed.Trim(), seal, out _, out var written) == OperationStatus.Done && written == seal.Length ? seal : null;
    }

    private static Text Found(long events, int fromBefore, bool isCompared)
    {
        List<Text> found = [new Text("Le journal des accès est intact. Événements\u00a0: {0}.", "The security log is whole. Events: {0}.").With(events)];
        if (isCompared)
        {
            found.Add(new("C’est celui de l’empreinte.", "It is the one of the fingerprint."));
        }

        if (fromBefore > 0)
        {
            found.Add(new Text(
                "Empreintes d’avant qu’une sauvegarde ait été rétablie, sans événement ici\u00a0: {0}. Si aucune sauvegarde n’a été rétablie, gardez la base de données comme elle est, et cherchez qui l’a eue entre les mains.",
                "Fingerprints from before a backup was restored, without an event here: {0}. If no backup was restored, keep the database as it is, and find out who has had it.").With(fromBefore));
        }

        return new(string.Join(' ', found.Select(text => text.Fr)), string.Join(' ', found.Select(text => text.En)));
    }
}
