using Microsoft.AspNetCore.Server.Kestrel.Core;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Hub.Federation;

/// <summary>Registers what chapters call. Needs the feed and enrolment.</summary>
public static class FederationFeature
{
    // Above what any page may weigh, so that a page a little too large is refused with its own reason instead of gRPC's.
    private const int LargestMessage = 4 * 1024 * 1024;
    private const int StreamsPerConnection = 32;

    private static readonly Text twoCopies = new("Appelez l’intendance de la communauté dont le serveur parle en double\u00a0: deux copies sont peut-être en marche, et l’intendance dira laquelle continue.", "Call that community’s steward: two copies of its server may be running, and they say which one goes on.");

    /// <summary>The gRPC services on their own port, and their guards.</summary>
    public static IServiceCollection AddFederation(this IServiceCollection services)
    {
        services.AddSchema(typeof(FederationFeature), "Federation");
        services.AddNodeOptions<ExchangeOptions>("Exchange");
        services.AddSingleton<ChapterContacts>();
        services.AddSingleton<IHealthCheck>(services => new FeedHealth(services.GetRequiredService<FeedCounts>(), twoCopies, null));
        services.AddSingleton<CallLimits>();
        services.AddSingleton<Callers>();
        services.AddSingleton<CallGuard>();
        services.AddSingleton<ChapterFeeds>().AddSingleton<IStandingListener>(s => s.GetRequiredService<ChapterFeeds>());
        services.AddSingleton<PushedPages>();
        services.AddSingleton<NewestPage>();
        services.AddSingleton<PulledPages>();
        services.AddSingleton<GivenWithdrawals>();
        services.AddSingleton<IStartupFilter, GrpcPort>();
        services.AddSingleton<IStartupFilter, UnreadableRequests>();
        services.AddSingleton<IStartupFilter, HalfSentPages>();
        services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.Http2.MaxStreamsPerConnection = StreamsPerConnection);
        // A refusal is the caller's matter, and told to it; CallGuard and UnreadableRequests say what the handler of calls would say at length.
        services.AddLogging(logging => logging.AddFilter("Grpc", LogLevel.Warning).AddFilter("Grpc.AspNetCore.Server.ServerCallHandler", LogLevel.None));
        services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = LargestMessage;
            grpc.EnableDetailedErrors = false;
            grpc.Interceptors.Add<CallGuard>();
        });
        return services.AddEndpoints(endpoints =>
        {
            endpoints.MapGrpcService<EnrolmentCalls>().AllowAnonymous();
            endpoints.MapGrpcService<ExchangeCalls>().AllowAnonymous();
        });
    }
}
