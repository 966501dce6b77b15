using System.Globalization;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>What whoever has the server can do about the hub from its command line.</summary>
internal static class FederationVerbs
{
    public static Verb Enrol { get; } = new(
        "enrol",
        new("Relie la communauté à un carrefour avec le code que celui-ci a donné", "Links the community to a hub with the code that the hub gave"),
        [
            new VerbOption("code", new("Le code\u00a0: sept groupes de six caractères", "The code: seven groups of six characters"), Required: true),
            new VerbOption("hub", new("Où le gRPC du carrefour écoute, p. ex. https://carrefour.example.org:5443", "Where the hub’s gRPC listens, e.g. https://hub.example.org:5443"), Required: true),
        ],
        async (services, values, cancellationToken) =>
        {
            var result = await services.GetRequiredService<Enrolment>().Enrol(values["code"], values["hub"], cancellationToken);
            return result.Succeeded
                ? VerbResult.Done(await Linked(services, cancellationToken))
                : VerbResult.Refused(services, result.Refusals);
        });

    public static Verb Sync { get; } = new(
        "sync",
        new("Échange tout de suite avec le carrefour, et dit ce qui s’est passé", "Exchanges everything with the hub now, and says what happened"),
        [],
        async (services, _, cancellationToken) =>
        {
            // What was written a moment ago is signed first, and what comes is worked in before the verb says that it is done.
            var followers = services.GetRequiredService<FollowerLoop>();
            await followers.CatchUp(cancellationToken);
            var report = await services.GetRequiredService<SyncRound>().Run(cancellationToken);
            await followers.CatchUp(cancellationToken);
            return ToResult(report);
        });

    public static Verb TakeOver { get; } = new(
        "take-over",
        new("Décide que cette copie de la communauté continue, quand une autre copie a parlé entre-temps", "Decides that this copy of the community goes on, when another copy of it has spoken meanwhile"),
        [],
        async (services, _, cancellationToken) =>
        {
            var result = await services.GetRequiredService<TakingOver>().TakeOver(cancellationToken);
            return result.Succeeded
                ? VerbResult.Done(new Text("Cette copie continue\u00a0: ce qu’elle seule avait dit est dit de nouveau. Éteignez l’autre copie; le carrefour n’accepte plus rien d’elle.", "This copy goes on: what only it had said is said again. Turn the other copy off; the hub takes nothing from it any more."))
                : VerbResult.Refused(services, result.Refusals);
        });

    public static Verb Recover { get; } = new(
        "recover",
        new("Reprend la communauté avec ses mots imprimés quand sa clé de signature est perdue ou volée; ils sont lus à l’entrée du programme", "Takes the community back with its printed words when its signing key is lost or stolen; they are read from the program’s input"),
        [
            new VerbOption("words", new("Les treize mots", "The thirteen words")) { IsPrepared = true },
            new VerbOption("stolen-since", new("Si quelqu’un d’autre a signé avec la clé\u00a0: la première position du fil qui n’est pas de la communauté", "If somebody else signed with the key: the first position of the feed that is not the community’s own")),
        ],
        async (services, values, cancellationToken) =>
        {
            ulong? since = null;
            if (values.TryGetValue("stolen-since", out var typed))
            {
                if (!ulong.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var position) || position < 2)
                {
                    return VerbResult.Refused(new Text("--stolen-since est une position du fil, 2 ou plus.", "--stolen-since is a position of the feed, 2 or more."));
                }

                since = position;
            }

            var result = await services.GetRequiredService<Recovering>().Recover(values["words"], since, cancellationToken);
            return result.Value is { } recovered
                ? VerbResult.Done(new Text(
                    "La communauté parle avec une nouvelle clé, annoncée à la position {0} de son fil. Redémarrez le serveur. Les mots sur papier restent les mêmes\u00a0: remettez-les où personne ne les trouve.",
                    "The community speaks with a new key, said at position {0} of its feed. Start the node again. The words on paper stay the same: put them back where nobody finds them.").With(recovered.Position))
                : VerbResult.Refused(services, result.Refusals);
        })
    {
        WithoutKey = true,
        Prepare = async (values, cancellationToken) => new Dictionary<string, string>(values) { ["words"] = await TypedWords.Read(cancellationToken) },
    };

    private static async Task<string> Linked(IServiceProvider services, CancellationToken cancellationToken)
    {
        var link = (await services.GetRequiredService<HubLinks>().Find(cancellationToken))!;
        return $"""
            Linked. State: {FederationText.StateOf(link.State).En}
            {FederationText.NextOf(link.State).En}
            Six words of this chapter: {SixWords.Of(services.GetRequiredService<ThisNode>().Identity.Id)}
            Six words of the hub:      {SixWords.Of(link.Hub)}
            """;
    }

    private static VerbResult ToResult(RoundReport report)
    {
        if (!report.Linked)
        {
            return VerbResult.Refused(new Text("Cette communauté n’est reliée à aucun carrefour. Utilisez\u00a0: enrol --code … --hub …", "This community is linked to no hub. Use: enrol --code … --hub …"));
        }

        var summary = string.Create(
            CultureInfo.InvariantCulture, $"State: {FederationText.StateOf(report.State).En}. Sent: {report.Sent}. Received: {report.Received}.");
        return report.Failure is { } failure
            ? VerbResult.Refused($"{summary}\n{FederationText.FailureOf(failure.Code).En} ({failure.Code})")
            : VerbResult.Done(summary);
    }
}
