using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace RecoveryCoP.Node.Hosting;

/// <summary>Tells which addresses the running node answers, so that whoever checks every page knows when one is new.</summary>
internal static class RoutesVerb
{
    public static Verb Routes { get; } = new(
        "routes",
        new("Affiche l’adresse de chaque page et de chaque fichier que le serveur en marche sert, une par ligne", "Prints the address of every page and file that the running node answers, one a line"),
        [],
        (services, _, _) => Task.FromResult(Answer([.. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(IsRead)])));

    // The addresses are put together when the node starts: a node that does not run has none to tell.
    private static VerbResult Answer(IReadOnlyList<RouteEndpoint> read) => read.Count == 0
        ? VerbResult.Refused(new Text("Le serveur ne tourne pas sur ce dossier de données. Démarrez-le, puis demandez de nouveau.", "The node is not running on this data folder. Start it, then ask again."))
        : VerbResult.Done(string.Join('\n', read.Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal)));

    private static bool IsRead(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains(HttpMethods.Get);
}
