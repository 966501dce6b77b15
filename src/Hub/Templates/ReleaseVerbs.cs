using System.Globalization;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Templates;

/// <summary>What an operator does about templates from the server's command line.</summary>
internal static class ReleaseVerbs
{
    private const string What = "template", ForkOfHub = "fork-of-hub", Id = "id", Of = "version";

    public static Verb Release { get; } = new(
        "template-release",
        new("Publie une version d’un modèle, signée par le carrefour\u00a0: chaque communauté peut alors la prendre", "Releases a version of a template, signed by the hub: every community can then take it"),
        [
            new VerbOption(What, new("Le dossier du modèle, ou son fichier zip", "The template’s folder, or its zip file"), Required: true) { IsArgument = true },
            new VerbOption(ForkOfHub, new("Si le modèle est tiré de celui d’un autre carrefour\u00a0: l’identifiant de ce carrefour", "Where the template was made from another hub’s: that hub’s id")),
        ],
        async (services, values, cancellationToken) =>
        {
            var other = values.GetValueOrDefault(ForkOfHub, "");
            if (other.Length > 0 && !NodeId.TryParse(other, out _))
            {
                return VerbResult.Refused(services, [Refusal.Of("release.hub-id", "--" + ForkOfHub)]);
            }

            var reading = await TemplateVerbs.Read(values[What], cancellationToken);
            if (reading.Template is not { } template)
            {
                return TemplateVerbs.Refused(reading.Faults);
            }

            var result = await services.GetRequiredService<ReleaseTemplate>().Do(template with { Head = template.Head with { ForkOfHub = other } }, cancellationToken);
            return result.Succeeded ? VerbResult.Done(ReleaseText.Released.With($"{template.Head.Id} {template.Head.Version}")) : VerbResult.Refused(services, result.Refusals);
        })
    {
        // A node that runs already stands in another folder.
        Prepare = (values, _) => Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>(values) { [What] = Path.GetFullPath(values[What]) }),
    };

    public static Verb List { get; } = new(
        "template-releases",
        new("Liste les versions de modèles publiées, et quelle communauté a laquelle", "Lists the versions of templates that were released, and which community runs which"),
        [],
        async (services, _, cancellationToken) =>
        {
            await services.GetRequiredService<FollowerLoop>().CatchUp(cancellationToken);
            var releases = await services.GetRequiredService<TemplateReleases>().All(cancellationToken);
            var running = await services.GetRequiredService<RunningTemplates>().All(cancellationToken);
            return VerbResult.Done(string.Join('\n', [
                .. releases.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Release.TemplateId} {r.Release.Version}  {r.Release.ReleasedAt:yyyy-MM-dd}{(r.Release.IsWithdrawn ? $"  {ReleaseText.Withdrawn.Fr} · {ReleaseText.Withdrawn.En}" : "")}")),
                .. running.Select(c => $"{c.NodeId}  {c.Name.For(Language.French).Text}: {(c.Version is null ? "-" : $"{c.TemplateId} {c.Version}")}{(c.Newer is { } newer ? $" < {newer}" : "")}"),
            ]));
        });

    public static Verb Withdraw { get; } = new(
        "template-withdraw",
        new("Retire une version publiée\u00a0: plus personne ne peut la prendre; qui l’a prise garde ce qu’elle a", "Withdraws a released version: nobody can take it any more; whoever took it keeps what they have"),
        [
            new VerbOption(Id, new("L’identifiant du modèle", "The template’s id"), Required: true),
            new VerbOption(Of, new("La version, p. ex. 1.4.0", "The version, e.g. 1.4.0"), Required: true),
        ],
        async (services, values, cancellationToken) =>
        {
            await services.GetRequiredService<FollowerLoop>().CatchUp(cancellationToken);
            var result = await services.GetRequiredService<WithdrawRelease>().Do(values[Id], values[Of], cancellationToken);
            return result.Succeeded ? VerbResult.Done(ReleaseText.WithdrawnNow.With($"{values[Id]} {values[Of]}")) : VerbResult.Refused(services, result.Refusals);
        });
}
