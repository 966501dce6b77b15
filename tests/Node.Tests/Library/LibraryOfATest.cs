using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Tests.Library;

/// <summary>A node's library on a real database, and a feed that says what a test wants.</summary>
public sealed class LibraryOfATest : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();
    private readonly FollowerLoop followers;
    private readonly Dictionary<string, long> feeds = [];
    private long position;

    private LibraryOfATest(Func<TemporaryFolder, Database> open)
    {
        Database = open(folder);
        followers = new FollowerLoop([new LibraryFollower(Database, Projections)], Database, Clock, NullLogger<FollowerLoop>.Instance);
        Queries = new LibraryQueries(Database);
        Practices = new LibraryPractices(Database);
        Nodes = new LibraryNodeQueries(Database);
        Lineage = new LibraryLineage(Database);
    }

    public FakeTimeProvider Clock { get; } = new(Start);

    public Database Database { get; }

    public LibraryQueries Queries { get; }

    public LibraryPractices Practices { get; }

    public LibraryNodeQueries Nodes { get; }

    public LibraryLineage Lineage { get; }

    public string DatabaseFile => folder.File("node.db");

    private Projection[] Projections => [new NodeProjection(), new PracticeProjection(Database), new LineageProjection()];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<LibraryOfATest> On(Engine engine, PostgresServer server)
    {
        var connection = engine == Engine.PostgreSql ? await server.CreateDatabase(Cancel) : "";
        var library = new LibraryOfATest(folder => engine == Engine.Sqlite ? new SqliteDatabase(folder.File("node.db")) : new PostgreSqlDatabase(connection));
        var assembly = typeof(LibraryFollower).Assembly;
        FeatureSchema[] features = [new(assembly, "Storage"), new(assembly, "Hosting"), new(assembly, "Feed"), new(assembly, "Library")];
        await new Migrator(library.Database, features, library.Clock, NullLogger<Migrator>.Instance).Migrate(Cancel);
        await library.Database.Write(t => t.Execute($"create view trusted_hub as select '{Hub}' as node_id"), Cancel);
        return library;
    }

    /// <summary>The hub whose word counts here.</summary>
    public static string Hub { get; } = Chapter('h');

    /// <summary>A chapter's id, the same for the same letter.</summary>
    public static string Chapter(char letter) => new(letter, 32);

    /// <summary>A profile, and the hub's word that it is shown.</summary>
    public async Task Profile(string node, string nameFr, string nameEn = "", string contact = "") => await Show(node, await Say(node, nameFr, nameEn, contact));

    /// <summary>The hub, or somebody who would like to be it, says which profile is shown for a node.</summary>
    public Task<byte[]> Show(string node, byte[] profile, string? by = null) => Append(
        by ?? Hub, at => new DirectoryEntry { At = at, NodeId = node, ProfileItem = ByteString.CopyFrom(profile) }, null);

    /// <summary>A profile alone.</summary>
    public Task<byte[]> Say(string node, string nameFr, string nameEn = "", string contact = "") => Append(
        node,
        at => new NodeProfile { At = at, Languages = { "fr" } },
        new NodeProfileContent { NameFr = nameFr, NameEn = nameEn, PublicContact = contact });

    public Task<byte[]> Share(
        string node, Guid id, string title, string summary = "", string text = "", string language = "fr", uint revision = 1,
        DateTimeOffset? at = null, string[]? topics = null, string[]? chime = null, string status = "accepted", bool erased = false,
        byte[]? translates = null, (string Node, byte[] Item)? adaptedFrom = null, string[]? parts = null) => Append(
        node,
        position => new PracticeRevision
        {
            At = position, About = new Subject { Id = ByteString.CopyFrom(id.ToByteArray(bigEndian: true)), Revision = revision }, Language = language, Licence = "CC-BY-4.0",
            Credit = CreditKind.Chapter, RevisedAt = Timestamp.FromDateTimeOffset(at ?? Clock.GetUtcNow()), Topics = { topics ?? [] }, Chime = { chime ?? [] },
            TranslationOf = ByteString.CopyFrom(translates ?? []), AdaptedParts = { parts ?? [] },
            AdaptedFrom = adaptedFrom is { } origin ? new ItemReference { NodeId = origin.Node, ItemId = ByteString.CopyFrom(origin.Item) } : null,
        },
        erased ? null : new PracticeContent { Title = title, Summary = summary, Text = text },
        status);

    /// <summary>As the feed does it: the withdrawal is stored and the contents erased in one transaction.</summary>
    public async Task Withdraw(string node, Guid id, params byte[][] items)
    {
        await Append(node, at => new Withdrawal { At = at, About = new Subject { Id = ByteString.CopyFrom(id.ToByteArray(bigEndian: true)) }, Reason = WithdrawalReason.Author }, null);
        await Erase(items);
    }

    /// <summary>As the feed does it: stored, and the contents erased, in one transaction.</summary>
    public async Task TakeDown(string node, Guid id, TakeDownReason reason, string? by = null, params byte[][] items)
    {
        await Append(by ?? Hub, at => new TakeDown { At = at, About = new Subject { Id = ByteString.CopyFrom(id.ToByteArray(bigEndian: true)) }, NodeId = node, Reason = reason }, null);
        await Erase(items);
    }

    public Task CatchUp() => followers.CatchUp(Cancel);

    /// <summary>Goes through all that arrived once more.</summary>
    /// <param name="anew">From empty tables, as the command that makes the library anew does.</param>
    public async Task LookAgain(bool anew = false)
    {
        await Database.Write(
            async t =>
            {
                await t.Execute("delete from follower_cursor where name = 'library'");
                foreach (var table in anew ? Projections.Skip(1).SelectMany(p => p.Tables) : [])
                {
                    await t.Execute($"delete from {table}");
                }
            },
            Cancel);
        if (anew)
        {
            await Queries.Forget(Cancel);
        }

        await new FollowerLoop([new LibraryFollower(Database, Projections)], Database, Clock, NullLogger<FollowerLoop>.Instance).CatchUp(Cancel);
    }

    public Task<LibraryPage> Find(string words) => Queries.Find(new LibrarySearch { Words = words }, Cancel);

    public async Task<IReadOnlyList<string>> Titles(string words) => [.. (await Find(words)).Entries.Select(e => e.Title)];

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        folder.Dispose();
    }

    public async Task Erase(params byte[][] items)
    {
        foreach (var item in items)
        {
            await Database.Write(t => t.Execute("delete from item_content where position = (select position from item where item_id = @item)", new { item }), Cancel);
        }
    }

    private async Task<byte[]> Append(string node, Func<FeedPosition, IMessage> payload, IMessage? content, string status = "accepted")
    {
        var at = feeds[node] = feeds.GetValueOrDefault(node) + 1;
        var said = payload(new FeedPosition { NodeId = node, Position = (ulong)at });
        var bytes = said.ToByteArray();
        var row = new
        {
            Position = ++position, Node = node, At = at, Id = SHA256.HashData(bytes), Type = said.Descriptor.FullName, Payload = bytes, Status = status,
            Received = Clock.GetUtcNow(), Salt = new byte[16], Bytes = content?.ToByteArray(),
        };
        await Database.Write(
            async t =>
            {
                await t.Execute(
                    """
                    insert into item (position, node_id, feed_position, item_id, payload_type, payload, status, reason, content_missing, received_at)
                    values (@Position, @Node, @At, @Id, @Type, @Payload, @Status, '', 0, @Received)
                    """, row);
                if (said is PracticeRevision revision)
                {
                    await t.Execute(
                        "insert into item_subject (position, node_id, subject_id, revision) values (@Position, @Node, @subject, @number)",
                        new { row.Position, row.Node, subject = revision.About.Id.ToByteArray(), number = (long)revision.About.Revision });
                }

                if (content is not null)
                {
                    await t.Execute("insert into item_content (position, salt, bytes) values (@Position, @Salt, @Bytes)", row);
                }
            },
            Cancel);
        return row.Id;
    }
}
