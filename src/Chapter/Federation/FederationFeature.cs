using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Operations;
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
            .AddSingleton<HubLinks>().AddSingleton<HubCalls>().AddSingleton<ExchangeSignal>().AddSingleton<OwnIntroduction>().AddSingleton<Enrolment>()
            .AddSingleton<Standing>().AddSingleton<Receipts>().AddSingleton<Handshake>().AddSingleton<Pushing>().AddSingleton<Pulling>()
            .AddSingleton<SyncRound>().AddSingleton<NetworkStatusQuery>().AddSingleton<INetworkReceipts, NetworkReceipts>();
        services.AddHostedService<Exchange>();
        services.AddVerb(FederationVerbs.Enrol).AddVerb(FederationVerbs.Sync);
        services.AddRefusals([.. FederationRefusals.Texts]);
        services.AddConfirmations([.. NetworkPageText.Done]);
        services.AddNavigation(new NavItem(FederationText.Network, NetworkPageText.Path, Access.Roles(ChapterRoles.Steward), Order: 80));
        return services;
    }
}
