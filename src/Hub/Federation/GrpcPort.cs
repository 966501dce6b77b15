using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Hub.Federation;

/// <summary>
/// Keeps the two listeners apart: gRPC answers on its own port alone, and nothing else answers there. By the port and not by the name in
/// the request, which a proxy in front may change.
/// </summary>
internal sealed class GrpcPort(NodeOptions options) : IStartupFilter
{
    private const string Services = "/recoverycop.";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        var port = options.GrpcListen.Length > 0 ? new Uri(options.GrpcListen).Port : 0;
        app.Use((context, then) =>
        {
            var isGrpcPort = port > 0 && context.Connection.LocalPort == port;
            var isService = context.Request.Path.Value?.StartsWith(Services, StringComparison.Ordinal) == true;
            if (isGrpcPort == isService)
            {
                return then(context);
            }

            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        next(app);
    };
}
