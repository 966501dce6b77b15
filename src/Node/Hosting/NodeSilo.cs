using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Hosting;

/// <summary>The one silo of a node, reachable by nobody else: a port of the system's choosing on loopback, and no gateway.</summary>
public static class NodeSilo
{
    /// <summary>Adds it, with the states of grains in the node's database.</summary>
    public static IHostApplicationBuilder AddSilo(this IHostApplicationBuilder builder)
    {
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(siloPort: FreePort(), gatewayPort: 0, serviceId: "recoverycop", clusterId: "recoverycop");
            silo.Configure<EndpointOptions>(o =>
            {
                o.AdvertisedIPAddress = IPAddress.Loopback;
                o.GatewayPort = 0;
            });
            // Alone, it is missed by nobody: a machine that slept for days, or whose clock was wrong by years, must not find itself dead, neither later nor while it joins.
            silo.Configure<ClusterMembershipOptions>(o =>
            {
                o.NumMissedTableIAmAliveLimit = 100_000_000; // so many half minutes are 95 years
                o.EvictWhenMaxJoinAttemptTimeExceeded = false;
            });
            silo.AddGrainStates();
        });
        return builder;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
