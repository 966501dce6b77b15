using System.Globalization;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>What whoever has the server can do about the hub from its command line. The console speaks English, as its help does.</summary>
internal static class FederationVerbs
{
    public static Verb Enrol { get; } = new(
        "enrol",
        "Links the chapter to a hub with the code that the hub's operator gave",
        [
            new VerbOption("code", "The code: seven groups of six characters", Required: true),
            new VerbOption("hub", "Where the hub's gRPC listens, e.g. https://hub.example.org:5443", Required: true),
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
        "Exchanges everything with the hub now, and says what happened",
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
        "Decides that this copy of the chapter goes on, when another copy of it has spoken meanwhile",
        [],
        async (services, _, cancellationToken) =>
        {
            var result = await services.GetRequiredService<TakingOver>().TakeOver(cancellationToken);
            return result.Succeeded
                ? VerbResult.Done("This copy goes on: what only it had said is said again. Turn the other copy off; the hub takes nothing from it any more.")
                : VerbResult.Refused(services, result.Refusals);
        });

    public static Verb Recover { get; } = new(
        "recover",
        "Takes the chapter back with its printed words when its signing key is lost or stolen",
        [
            new VerbOption("words", "The thirteen words, in quotes", Required: true),
            new VerbOption("stolen-since", "If somebody else signed with the key: the first position of the feed that is not the chapter's own"),
        ],
        async (services, values, cancellationToken) =>
        {
            ulong? since = null;
            if (values.TryGetValue("stolen-since", out var typed))
            {
                if (!ulong.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var position) || position < 2)
                {
                    return VerbResult.Refused("--stolen-since is a position of the feed, 2 or more.");
                }

                since = position;
            }

            var result = await services.GetRequiredService<Recovering>().Recover(values["words"], since, cancellationToken);
            return result.Value is { } recovered
                ? VerbResult.Done(string.Create(CultureInfo.InvariantCulture, $"""
                    The chapter speaks with a new key, said at position {recovered.Position} of its feed. Start the node again.
                    The words on paper stay the same: put them back where nobody finds them.
                    """))
                : VerbResult.Refused(services, result.Refusals);
        })
    {
        WithoutKey = true,
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
            return VerbResult.Refused("This chapter is linked to no hub. Use: enrol --code … --hub …");
        }

        var summary = string.Create(
            CultureInfo.InvariantCulture, $"State: {FederationText.StateOf(report.State).En}. Sent: {report.Sent}. Received: {report.Received}.");
        return report.Failure is { } failure
            ? VerbResult.Refused($"{summary}\n{FederationText.FailureOf(failure.Code).En} ({failure.Code})")
            : VerbResult.Done(summary);
    }
}
