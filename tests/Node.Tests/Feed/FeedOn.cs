using Google.Protobuf;
using Microsoft.Extensions.Time.Testing;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Tests.Storage;
using RecoveryCoP.Node.Tests.Trust;
using RecoveryCoP.Node.Trust;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Tests.Feed;

/// <summary>A store of items on one engine.</summary>
public abstract class FeedOn : StorageOn
{
    protected FakeTimeProvider Clock { get; } = new(TestNode.Founded);

    protected FeedHeads Heads { get; private set; } = null!;

    protected ItemStore Store { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Migrate(Database, new(typeof(ItemStore).Assembly, "Hosting"), new(typeof(ItemStore).Assembly, "Feed"));
        Heads = new FeedHeads(Database);
        Store = new ItemStore(Database, Heads, Clock);
    }

    private protected static NodeId IdOf(TestNode node) => node.State.NodeId!.Value;

    private protected Task<IReadOnlyList<ItemResult>> Offer(TestNode node, params ItemWithContent[] items) =>
        Store.Accept(IdOf(node), items, contentRequired: true, cancellationToken: Cancel);

    private protected static ItemWithContent[] Feed(TestNode node, int practices)
    {
        var feed = new List<ItemWithContent> { new() { Item = node.Genesis } };
        for (var number = 1; number <= practices; number++)
        {
            feed.Add(Share(node, (byte)number));
        }

        return [.. feed];
    }

    private protected static ItemWithContent Share(TestNode node, byte practice, uint revision = 1)
    {
        var item = node.Shared(p =>
        {
            p.PracticeId = Practice(practice);
            p.Revision = revision;
        });
        node.Add(item);
        return item;
    }

    private protected static ItemWithContent Withdraw(TestNode node, byte practice, params uint[] revisions)
    {
        var withdrawal = new PracticeWithdrawal { At = node.State.NextPosition(), PracticeId = Practice(practice), Reason = WithdrawalReason.Author };
        withdrawal.Revisions.AddRange(revisions);
        return Add(node, withdrawal);
    }

    private protected static ItemWithContent Add(TestNode node, IMessage payload)
    {
        var item = new ItemWithContent { Item = SignedItems.Sign(payload, node.Signing).Item };
        node.Add(item);
        return item;
    }

    /// <summary>A well signed item of a type that nobody knows.</summary>
    private protected static ItemWithContent Unknown(TestNode node)
    {
        var item = new SignedItem { PayloadType = "recoverycop.federation.v1.Later", Payload = new PracticeWithdrawal { At = node.State.NextPosition() }.ToByteString() };
        item.Signatures.Add(new Signature
        {
            KeyId = ByteString.CopyFrom(node.Signing.Public.Id.ToBytes()),
            Value = ByteString.CopyFrom(node.Signing.Sign(SigningInput.Of(item))),
        });
        node.Add(item);
        return new() { Item = item };
    }

    protected static ByteString Practice(byte number) => ByteString.CopyFrom([.. new byte[15], number]);

    private protected async Task<IReadOnlyList<StoredItem>> Stored(TestNode node) => (await Store.AfterInFeed(IdOf(node), 0, 1000, long.MaxValue, Cancel)).Items;

    private static readonly NodeKind _kind = new()
    {
        Code = "test", Name = new Text("Essai", "Test"), FoundIt = new Text("Fonder", "Found"), Roles = [], FirstRole = "", Discreet = false, DefaultListen = "http://127.0.0.1:0",
    };

    /// <summary>A founded node on this database, and its feed.</summary>
    private protected async Task<(OwnFeed Feed, Founded Identity)> Found(TestNode keys)
    {
        using var folder = DataFolder.Open(Folder.Path, Clock);
        var node = new ThisNode(Database, folder, _kind, new CurrentNodeIdentity());
        node.Keys.Save(keys.Signing);
        var identity = new Founded(IdOf(keys), KeyStatements.NewEpoch().ToByteArray(), keys.Signing);
        var feed = new OwnFeed(node, Database, Clock);
        await Database.Write(
            async t =>
            {
                await ThisNode.Save(t, identity, Clock.GetUtcNow());
                await feed.Found(t, identity, keys.Genesis, Profile());
            },
            Cancel);
        await node.Load(Cancel);
        return (feed, identity);
    }

    private protected static Statement Profile() => new(
        (at, hash) => new NodeProfile { At = at, ContentHash = hash, Languages = { "fr" } },
        new NodeProfileContent { NameFr = "Entraide", PublicContact = "entraide@example.org" });

    private protected static Statement Sharing(byte practice, uint revision = 1, string text = "On part\nà dix heures.") => new(
        (at, hash) => new PracticeRevision
        {
            At = at,
            ContentHash = hash,
            PracticeId = Practice(practice),
            Revision = revision,
            Language = "fr",
            Licence = "CC-BY-4.0",
            Credit = CreditKind.Chapter,
            RevisedAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(TestNode.Founded),
        },
        new PracticeContent { Title = "Marcher ensemble", Summary = "Une marche par semaine.", Text = text });

    private protected static Statement Withdrawing(byte practice) => new(
        (at, _) => new PracticeWithdrawal { At = at, PracticeId = Practice(practice), Reason = WithdrawalReason.Author });

    private protected static Acceptance[] Outcomes(IReadOnlyList<ItemResult> results) => [.. results.Select(r => r.Acceptance)];
}
