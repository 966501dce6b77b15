using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Tests.Federation;

/// <summary>Gives a chapter its identity and the first two items of its feed.</summary>
internal static class FoundedChapter
{
    /// <summary>What was printed for every chapter of these tests.</summary>
    public static RecoveryKey Words { get; } = RecoveryKey.Create();

    public static Statement Profile(string name) => new(
        (at, hash) => new NodeProfile { At = at, ContentHash = hash, Languages = { "fr" } }, new NodeProfileContent { NameFr = name });

    public static async Task Found(IServiceProvider services)
    {
        var node = services.GetRequiredService<ThisNode>();
        var key = SigningKey.Create();
        var epoch = KeyStatements.NewEpoch();
        var genesis = KeyStatements.Genesis(key, Words.Key, epoch, DateTimeOffset.UnixEpoch);
        var identity = new Founded(NodeId.OfGenesis(SigningInput.Of(genesis)), epoch.ToByteArray(), key);
        node.Keys.Save(key);
        await services.GetRequiredService<Database>().Write(
            async t =>
            {
                await t.Execute(
                    "insert into node (one, node_id, epoch, key_id, founded_at) values (1, @id, @epoch, @key, @at)",
                    new { id = identity.Id.Value, epoch = identity.Epoch, key = key.Public.Id.ToBytes(), at = DateTimeOffset.UnixEpoch });
                await services.GetRequiredService<OwnFeed>().Found(t, identity, genesis, Profile("Communauté de l’Estrie"));
            },
            TestContext.Current.CancellationToken);
        await node.Load(TestContext.Current.CancellationToken);
    }
}
