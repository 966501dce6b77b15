using System.Net.Http.Json;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace RecoveryCoP.Node.Hosting;

/// <summary>
/// How a command-line verb reaches the running node: a Unix socket in the data folder, which only the folder's owner can open.
/// </summary>
internal static class ControlChannel
{
    private const string Socket = "control.sock";

    /// <summary>A Unix socket's path must fit in 107 bytes; with a longer data folder a verb has to wait until the node is stopped.</summary>
    public static bool Possible(string dataFolder) => Path.Combine(dataFolder, Socket).Length <= 107;

    public static void ListenForControl(this KestrelServerOptions kestrel, string dataFolder)
    {
        if (!Possible(dataFolder))
        {
            return;
        }

        var path = Path.Combine(dataFolder, Socket);
        File.Delete(path); // left over from a process that was killed; the folder's lock says that nobody listens on it
        kestrel.ListenUnixSocket(path, listener => listener.Use(next => connection =>
        {
            connection.Features.Set(new OverControl());
            return next(connection);
        }));
    }

    public static void MapControl(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/control/{name}", async (string name, Dictionary<string, string> values, HttpContext http, IEnumerable<Verb> verbs, NodeSettings settings) =>
            http.Features.Get<OverControl>() is null || verbs.FirstOrDefault(v => v.Name == name) is not { } verb
                ? Results.NotFound()
                : values.Keys.FirstOrDefault(option => verb.Options.All(o => o.Name != option)) is { } unknown
                // Another build of the program, or another version of it, may know more than the one that runs.
                ? Results.Json(VerbResult.Refused(new Text("Le serveur qui tourne sur ce dossier de données ne connaît pas --{0}. Arrêtez-le d’abord, puis demandez de nouveau.", "The node that runs on this data folder does not know --{0}. Stop it first, then ask again.").With(unknown)))
                : Results.Json(await Run(verb, values, http, settings)))
            .DisableAntiforgery()
            .AllowAnonymous();

    /// <summary>Asks the running node to do a verb; refused while whoever holds the folder does not listen: a node that is starting or ending, or another verb.</summary>
    public static async Task<VerbResult> Ask(string dataFolder, string verb, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, token) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(Path.Combine(dataFolder, Socket)), token);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var client = new HttpClient(handler) { BaseAddress = new Uri("http://node") };
        try
        {
            using var response = await client.PostAsJsonAsync($"/control/{verb}", values, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                return VerbResult.Refused(new Text("Le serveur qui tourne sur ce dossier de données n’y est pas arrivé. Son journal dit pourquoi.", "The node that runs on this data folder could not do it. Its log says why."));
            }

            return (await response.Content.ReadFromJsonAsync<VerbResult>(cancellationToken))!;
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError == HttpRequestError.ConnectionError)
        {
            return VerbResult.Refused(new Text("Le serveur de ce dossier de données démarre ou s’arrête, ou une autre commande y travaille. Demandez de nouveau dans un instant.", "The node on this data folder is starting or ending, or another command is at work there. Ask again in a moment."));
        }
    }

    private static async Task<VerbResult> Run(Verb verb, Dictionary<string, string> values, HttpContext http, NodeSettings settings)
    {
        try
        {
            return await verb.Run(http.RequestServices, values, http.RequestAborted);
        }
        catch (Exception failure) when (StartFailure.Of(failure, settings) is { } known)
        {
            return VerbResult.Refused(known.Says);
        }
    }

    private sealed class OverControl;
}
