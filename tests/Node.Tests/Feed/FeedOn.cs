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

    /// <summary>The hub whose word counts here.</summary>
    private protected TestNode Hub { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Migrate(Database, new(typeof(ItemStore).Assembly, "Hosting"), new(typeof(ItemStore).Assembly, "Feed"));
        await Database.Write(t => t.Execute($"create view trusted_hub as select '{Hub.Id}' as node_id"), Cancel);
        Heads = new FeedHeads(Database);
        Store = new ItemStore(Database, Heads, new FeedFollowers([], []), Clock);
    }

    private protected static NodeId IdOf(TestNode node) => node.Id;

    private protected async Task<IReadOnlyList<EntryResult>> Offer(params FeedEntry[] entries) => (await Store.Accept(FeedPages.Of(entries), cancellationToken: Cancel)).Results;

    /// <summary>A genesis and so many practices, each a run of one.</summary>
    private protected static FeedEntry[] Feed(TestNode node, int practices)
    {
        var feed = new List<FeedEntry> { SignedEntries.Keys(node.Id, node.Genesis) };
        for (var number = 1; number <= practices; number++)
        {
            feed.Add(Share(node, (byte)number));
        }

        return [.. feed];
    }

    private protected static FeedEntry Share(TestNode node, byte practice, uint revision = 1)
    {
        var entry = node.Shared(p => p.About = new Subject { Id = Practice(practice), Revision = revision });
        node.Add(entry);
        return entry;
    }

    private protected static FeedEntry Together(TestNode node, int practices)
    {
        var entry = node.SharedTogether(practices);
        node.Add(entry);
        return entry;
    }

    private protected static FeedEntry Withdraw(TestNode node, byte practice, params uint[] revisions)
    {
        var withdrawal = new Withdrawal { At = node.State.NextPosition(), About = new Subject { Id = Practice(practice) }, Reason = WithdrawalReason.Author };
        withdrawal.Revisions.AddRange(revisions);
        return Add(node, withdrawal);
    }

    private protected static FeedEntry Add(TestNode node, IMessage payload)
    {
        var entry = SignedEntries.Run(node.Signing, payload);
        node.Add(entry);
        return entry;
    }

    /// <summary>A well signed item of a type that nobody knows.</summary>
    private protected static FeedEntry Unknown(TestNode node)
    {
        var payload = new Withdrawal { At = node.State.NextPosition() }.ToByteString();
        var entry = SignedEntries.Run(node.Signing, new Item { PayloadType = "recoverycop.federation.v1.Later", Payload = payload });
        node.Add(entry);
        return entry;
    }

    protected static ByteString Practice(byte number) => ByteString.CopyFrom([.. new byte[15], number]);

    /// <summary>The entries of a feed as they are stored.</summary>
    private protected async Task<IReadOnlyList<FeedEntry>> Entries(TestNode node) => [.. (await Store.AfterInFeed(IdOf(node), 0, Cancel)).Entries.Select(e => e.Entry)];

    /// <summary>The items of a feed as they are stored.</summary>
    private protected Task<IReadOnlyList<StoredRow>> Stored(TestNode node) => Stored(IdOf(node));

    private protected Task<IReadOnlyList<StoredRow>> Stored(NodeId node) => Database.Query<StoredRow>(
        """
        select i.position, i.feed_position, i.payload_type, i.status, i.reason, i.content_missing, c.bytes
          from item i left join item_content c on c.position = i.position
         where i.node_id = @node order by i.feed_position limit 1000
        """, new { node = node.Value }, Cancel);

    private protected sealed record StoredRow
    {
        public required long Position { get; init; }
        public required long FeedPosition { get; init; }
        public required string PayloadType { get; init; }
        public required string Status { get; init; }
        public required string Reason { get; init; }
        public required bool ContentMissing { get; init; }
        public byte[]? Bytes { get; init; }
    }

    private static readonly NodeKind _kind = new()
    {
        Code = "test", Name = new Text("Essai", "Test"), FoundIt = new Text("Fonder", "Set up"), LeaveIt = new Text("Quitter", "Leave"), Roles = [], FirstRole = "", Discreet = false, DefaultListen = "http://127.0.0.1:0",
    };

    /// <summary>A founded node on this database, and its feed.</summary>
    private protected async Task<(OwnFeed Feed, Founded Identity)> Found(TestNode keys)
    {
        using var folder = DataFolder.Open(Folder.Path, Clock);
        var node = new ThisNode(Database, folder, _kind, new CurrentNodeIdentity());
        node.Keys.Save(keys.Signing);
        var identity = new Founded(IdOf(keys), KeyStatements.NewEpoch().ToByteArray(), keys.Signing);
        var feed = new OwnFeed(node, Database, new FeedFollowers([], []), Clock);
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
            About = new Subject { Id = Practice(practice), Revision = revision },
            Language = "fr",
            Licence = "CC-BY-4.0",
            Credit = CreditKind.Chapter,
            RevisedAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(TestNode.Founded),
        },
        new PracticeContent { Title = "Marcher ensemble", Summary = "Une marche par semaine.", Text = text });

    private protected static Statement Withdrawing(byte practice) => new(
        (at, _) => new Withdrawal { At = at, About = new Subject { Id = Practice(practice) }, Reason = WithdrawalReason.Author });

    private protected static PushStatus[] Outcomes(IReadOnlyList<EntryResult> results) => [.. results.Select(r => r.Status)];
}
