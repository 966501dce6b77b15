using RecoveryCoP.Chapter.Federation.Pages;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Federation.Client;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.OutsideQuebec;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>The exchange with the hub: enrolment, sending, fetching, and what there is to see of it.</summary>
public static class FederationFeature
{
    /// <summary>Everything the exchange needs besides storage and the feed.</summary>
    public static IServiceCollection AddFederation(this IServiceCollection services)
    {
        services.AddNodeOptions<SyncOptions>("Sync");
        services.AddSchema(typeof(FederationFeature), "Federation");
        services
            .AddSingleton<HubLinks>().AddSingleton<IWitnesses>(services => services.GetRequiredService<HubLinks>())
            .AddSingleton(services => new HubCalls(
                () => services.GetRequiredService<ThisNode>().Identity is var self ? (self.Id, self.Key) : default,
                services.GetRequiredService<SyncOptions>(), services.GetRequiredService<TimeProvider>()))
            .AddSingleton<ExchangeSignal>().AddSingleton<Enrolment>()
            .AddSingleton<Standing>().AddSingleton<Receipts>().AddSingleton<Handshake>().AddSingleton<Pushing>().AddSingleton<Pulling>().AddSingleton<FetchingRanges>().AddSingleton<Comparing>().AddSingleton<TakingOver>()
            .AddSingleton<Withdrawing>().AddSingleton<Recovering>()
            .AddSingleton<SyncRound>().AddSingleton<NetworkStatusQuery>().AddSingleton<INetworkReceipts, NetworkReceipts>();
        services.AddHostedService<Exchange>();
        services.AddHealthCheck<HubHealth>().AddHealthCheck<ClockHealth>().AddSingleton<IHealthCheck>(services => new FeedHealth(services.GetRequiredService<FeedCounts>(), FederationText.CallTheHub, PagePath.Of<NetworkPage>()));
        services.AddDataPlace<HubPlace>();
        services.AddSingleton(new ItemKindName(KeyStatement.Descriptor.FullName, new("Clé de la communauté", "Key of the community")));
        services.AddSingleton(new ItemKindName(NodeProfile.Descriptor.FullName, new("Présentation de la communauté", "Profile of the community")));
        services.AddVerb(FederationVerbs.Enrol).AddVerb(FederationVerbs.Sync).AddVerb(FederationVerbs.Recover).AddVerb(FederationVerbs.TakeOver);
        services.AddRefusals([.. FederationRefusals.Texts]);
        services.AddConfirmations([.. NetworkPageText.Done]);
        services.AddNavigation(new NavItem(FederationText.Network, PagePath.Of<NetworkPage>(), Access.Roles(ChapterRoles.Steward), Order: 60, NavPlace.LookAfter) { Why = NetworkPageText.For });
        return services;
    }
}
