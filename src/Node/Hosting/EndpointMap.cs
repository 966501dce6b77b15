using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace RecoveryCoP.Node.Hosting;

/// <summary>Endpoints of a feature that are not pages: gRPC services, files.</summary>
/// <param name="Map">Maps them.</param>
public sealed record EndpointMap(Action<IEndpointRouteBuilder> Map);

/// <summary>Registers endpoints.</summary>
public static class EndpointMaps
{
    /// <summary>Adds a feature's endpoints to the node.</summary>
    public static IServiceCollection AddEndpoints(this IServiceCollection services, Action<IEndpointRouteBuilder> map) => services.AddSingleton(new EndpointMap(map));
}
