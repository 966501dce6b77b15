using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Tests.Practices;

/// <summary>A node with keys and a feed, which practices need before they can go to the network.</summary>
internal static class FoundedNode
{
    public static void Add(IServiceCollection services, TemporaryFolder folder)
    {
        services.AddSingleton(_ => DataFolder.Open(folder.Path, TimeProvider.System));
        services.AddSingleton(ChapterNode.Kind);
        services.TryAddSingleton<CurrentNodeIdentity>();
        services.AddSingleton<ThisNode>();
        services.AddSchema(typeof(ThisNode), "Hosting");
        services.AddSchema(typeof(ThisNode), "Accounts");
        services.AddFeed();
    }

    public static async Task Found(IServiceProvider services, CancellationToken cancellationToken)
    {
        var node = services.GetRequiredService<ThisNode>();
        var key = SigningKey.Create();
        node.Keys.Save(key);
        var genesis = KeyStatements.Genesis(key, RecoveryKey.Create().Key, KeyStatements.NewEpoch(), Samples.Noon);
        var id = FeedVerifier.VerifyGenesis(genesis).Next.NodeId!.Value;
        var identity = new Founded(id, KeyStatements.NewEpoch().ToByteArray(), key);
        await services.GetRequiredService<Database>().Write(
            async t =>
            {
                await t.Execute(
                    "insert into node (one, node_id, epoch, key_id, founded_at) values (1, @id, @Epoch, @key, @Noon)",
                    new { id = id.ToString(), identity.Epoch, key = key.Public.Id.ToBytes(), Samples.Noon });
                await services.GetRequiredService<OwnFeed>().Found(t, identity, genesis, new Statement(
                    (at, hash) => new NodeProfile { At = at, ContentHash = hash, Languages = { "fr" } }, new NodeProfileContent { NameFr = "Essai" }));
            },
            cancellationToken);
        await node.Load(cancellationToken);
    }
}
