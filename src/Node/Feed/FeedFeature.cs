using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>Registers the feed: this node's own and every other it holds.</summary>
public static class FeedFeature
{
    /// <summary>Tables, own feed, items, heads, evidence, counts, quarantine, proofs and what is missing.</summary>
    public static IServiceCollection AddFeed(this IServiceCollection services) => services
        .AddSchema(typeof(FeedFeature), "Feed")
        .AddSingleton<FeedHeads>()
        .AddSingleton<FeedFollowers>()
        .AddSingleton<OwnFeed>()
        .AddSingleton<ItemStore>()
        .AddSingleton<FeedCounts>()
        .AddSingleton<Quarantine>()
        .AddSingleton<Proofs>()
        .AddSingleton<MissingParts>()
        .AddSingleton<ProvenWithdrawals>()
        .AddVerb(ProofVerbs.Prove).AddVerb(ProofVerbs.Verify)
        .AddRefusals(new RefusalText(SilentNodeException.Code, new(
            "Ce serveur vient d’être rétabli à partir d’une copie et ne signe rien avant d’avoir retrouvé ce qui a été dit depuis. Recommencez un peu plus tard.",
            "This server was just restored from a copy, and signs nothing until it has found what was said since. Try again a little later.")))
        .AddRefusals(new RefusalText(PayloadLimits.Code, new(
            "C’est plus que ce que le réseau accepte. Raccourcissez, ou faites-en deux textes.", "This is more than the network takes. Shorten it, or make two texts of it.")));
}
