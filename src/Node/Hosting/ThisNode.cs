using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Hosting;

/// <summary>Who this node is: its id, epoch and signing key. Unfounded until somebody founds it.</summary>
public sealed class ThisNode(Database database, DataFolder folder, NodeKind kind, CurrentNodeIdentity nodeIdentity)
{
    private volatile Founded? founded;
    private volatile bool silent;

    /// <summary>True once it has an identity.</summary>
    public bool IsFounded => founded is not null;

    /// <summary>The identity.</summary>
    /// <exception cref="InvalidOperationException">Nobody has founded the node.</exception>
    public Founded Identity => founded ?? throw new InvalidOperationException("This node is not founded.");

    /// <summary>
    /// True while it signs nothing: its database is a copy, as after a restore, and whoever has exchanged with the original may know more of its feed than it
    /// does. It ends with the first hello that finds nothing more, or with somebody's word.
    /// </summary>
    public bool IsSilent => silent;

    /// <summary>What it says of itself to everybody; empty until it is founded.</summary>
    public OwnProfile Profile { get; private set; } = OwnProfile.Of(new NodeProfile(), new NodeProfileContent());

    /// <summary>Where its keys are.</summary>
    public KeyFolder Keys { get; } = new(folder.File("keys"));

    /// <summary>Reads the identity; called at start, and again when the node has been founded.</summary>
    public async Task Load(CancellationToken cancellationToken)
    {
        var row = await database.Find<NodeRow>("select node_id, epoch, key_id, silent from node", null, cancellationToken).ConfigureAwait(false);
        founded = row is null ? null : Identify(row);
        silent = row?.Silent == true;
        if (row is not null)
        {
            Profile = await ReadProfile(row.NodeId, cancellationToken).ConfigureAwait(false);
            nodeIdentity.Current = new NodeIdentity(Profile.Name, kind.Discreet);
        }
    }

    /// <summary>Who this node is and with which key it signs, according to its database, whether that key is here or not; null while nobody has founded it. Of a database of version 1 too.</summary>
    public async Task<(NodeId Id, KeyId Key)?> Find(CancellationToken cancellationToken) =>
        await database.Find<NodeRow>("select node_id, epoch, key_id, silent from node", null, cancellationToken).ConfigureAwait(false) is { } row
            ? (new NodeId(row.NodeId), KeyId.FromBytes(row.KeyId)) : null;

    /// <summary>True when its key is here and whole, or nobody has founded it. Of a database of version 1 too.</summary>
    public async Task<bool> HasKey(CancellationToken cancellationToken)
    {
        if (await Find(cancellationToken).ConfigureAwait(false) is not { } identity)
        {
            return true;
        }

        try
        {
            using var key = Keys.Load(identity.Key);
            return key is not null;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Takes another of its keys to sign with, in the transaction that stores the statement which says so.</summary>
    public static Task SignWith(Transaction transaction, KeyId key) => transaction.Execute("update node set key_id = @key", new { key = key.ToBytes() });

    /// <summary>
    /// Signs nothing for now, when the database is not the one in which the node last ran but a copy of it, and others have seen its feed: a restore is noticed by
    /// itself, announced or not. Called at every start.
    /// </summary>
    public async Task NoticeCopy(IEnumerable<IWitnesses> witnesses, CancellationToken cancellationToken)
    {
        var here = await database.Identity(cancellationToken).ConfigureAwait(false);
        var home = await database.Find<string>("select home from node", null, cancellationToken).ConfigureAwait(false);
        if (!IsFounded || home == here)
        {
            return;
        }

        var asks = false;
        foreach (var one in home is null ? [] : witnesses)
        {
            asks |= await one.Any(cancellationToken).ConfigureAwait(false);
        }

        await database.Write(
            async t =>
            {
                await (asks ? Hush(t) : Task.CompletedTask).ConfigureAwait(false);
                return await t.Execute("update node set home = @here", new { here }).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        await Load(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Signs nothing from now on, until <see cref="Speak"/>; and not in the epoch before, which may be another copy's by now.</summary>
    public static Task Hush(Transaction transaction) =>
        transaction.Execute("update node set silent = 1, epoch = @epoch", new { epoch = KeyStatements.NewEpoch().ToByteArray() });

    /// <summary>Marks a database that was just restored, before a node runs on it: it is a copy, whatever the file system says; and what it signs next, it signs in an epoch of its own.</summary>
    internal static Task MarkRestored(DbConnection database) =>
        database.ExecuteAsync("update node set home = 'restored', epoch = @epoch", new { epoch = KeyStatements.NewEpoch().ToByteArray() });

    /// <summary>Signs again.</summary>
    public async Task Speak(CancellationToken cancellationToken)
    {
        await database.Write(t => t.Execute("update node set silent = 0"), cancellationToken).ConfigureAwait(false);
        await Load(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Somebody else had items of this feed that it lacked, so another copy has spoken in its epoch: it begins a new one. Nothing, when the feed is another node's.</summary>
    internal static Task BeginEpoch(Transaction transaction, NodeId feed) => transaction.Execute(
        "update node set epoch = @epoch where node_id = @feed", new { epoch = KeyStatements.NewEpoch().ToByteArray(), feed = feed.Value });

    /// <summary>The epoch to sign in, as it stands in this transaction.</summary>
    internal static async Task<byte[]> SpeakingEpoch(Transaction transaction) =>
        await transaction.Find<byte[]>("select epoch from node where silent = 0").ConfigureAwait(false) ?? throw new SilentNodeException();

    /// <summary>The epoch in which it signs next.</summary>
    public async Task<byte[]> Epoch(CancellationToken cancellationToken) =>
        (await database.Find<byte[]>("select epoch from node", null, cancellationToken).ConfigureAwait(false))!;

    /// <summary>Writes the identity, once for ever, in the transaction that founds the node.</summary>
    internal static Task Save(Transaction transaction, Founded identity, DateTimeOffset at) => transaction.Execute(
        "insert into node (one, node_id, epoch, key_id, founded_at) values (1, @id, @epoch, @key, @at)",
        new { id = identity.Id.Value, epoch = identity.Epoch, key = identity.Key.Public.Id.ToBytes(), at });

    /// <summary>The newest profile of this node's own feed.</summary>
    private async Task<OwnProfile> ReadProfile(string nodeId, CancellationToken cancellationToken)
    {
        var last = await database.Find<SaidProfile>(
            """
            select i.payload, c.bytes as content
              from item i join item_content c on c.position = i.position
             where i.node_id = @nodeId and i.payload_type = @type and i.superseded = 0 and i.status = 'accepted'
             order by i.feed_position desc
             limit 1
            """,
            new { nodeId, type = NodeProfile.Descriptor.FullName },
            cancellationToken).ConfigureAwait(false);
        return OwnProfile.Of(NodeProfile.Parser.ParseFrom(last?.Payload ?? []), NodeProfileContent.Parser.ParseFrom(last?.Content ?? []));
    }

    private Founded Identify(NodeRow row) => NodeId.TryParse(row.NodeId, out var id) && LoadKey(KeyId.FromBytes(row.KeyId)) is { } key
        ? new Founded(id, row.Epoch, key)
        : throw new KeyMissingException(folder.File("keys"));

    private SigningKey? LoadKey(KeyId id)
    {
        try
        {
            return Keys.Load(id);
        }
        catch (CryptographicException damaged)
        {
            throw new KeyMissingException(folder.File("keys"), damaged);
        }
    }

    private sealed record SaidProfile
    {
        public required byte[] Payload { get; init; }
        public required byte[] Content { get; init; }
    }

    private sealed record NodeRow
    {
        public required string NodeId { get; init; }
        public required byte[] Epoch { get; init; }
        public required byte[] KeyId { get; init; }
        public required bool Silent { get; init; }
    }
}

/// <summary>What a node says of itself.</summary>
/// <param name="Name">The community's or the hub's name.</param>
/// <param name="PublicContact">How the public reaches it; may be empty.</param>
/// <param name="PrivacyOfficerTitle">Title of the person in charge of personal information (P-39.1, s. 3.1 asks that it be published).</param>
/// <param name="PrivacyOfficerContact">How to reach that person.</param>
/// <param name="Description">What it is and for whom, in its own words; may be empty.</param>
/// <param name="WebAddress">Its web site elsewhere; may be empty.</param>
/// <param name="Region">Code of its administrative region; empty when it did not say.</param>
/// <param name="Languages">Codes of the languages it works in.</param>
public sealed record OwnProfile(
    Bilingual Name, string PublicContact, Bilingual PrivacyOfficerTitle, string PrivacyOfficerContact, Bilingual Description, string WebAddress, string Region, IReadOnlyList<string> Languages)
{
    /// <summary>As it was signed.</summary>
    public static OwnProfile Of(NodeProfile profile, NodeProfileContent content) => new(
        new(content.NameFr, content.NameEn), content.PublicContact, new(content.PrivacyOfficerTitleFr, content.PrivacyOfficerTitleEn), content.PrivacyOfficerContact,
        new(content.DescriptionFr, content.DescriptionEn), content.WebAddress, profile.Region?.Code ?? "", [.. profile.Languages]);
}

/// <summary>A founded node's identity.</summary>
/// <param name="Id">Derived from its genesis: no hub hands it out.</param>
/// <param name="Epoch">16 random bytes of this install, as they were when it was read; a restore makes new ones (<see cref="ThisNode.Epoch"/>).</param>
/// <param name="Key">Signs what the node shares.</param>
public sealed record Founded(NodeId Id, byte[] Epoch, SigningKey Key);

/// <summary>The node must not sign: see <see cref="ThisNode.IsSilent"/>.</summary>
public sealed class SilentNodeException() : InvalidOperationException("This node signs nothing until it knows what a copy of it may have said.")
{
    /// <summary>The refusal's code for what cannot be done meanwhile.</summary>
    public const string Code = "feed.silent";
}

/// <summary>The database knows the node, but its signing key is not in the data folder, or no longer whole.</summary>
/// <param name="folder">Where the key should be.</param>
/// <param name="damaged">What is wrong with the file that should hold it; null when there is none.</param>
public sealed class KeyMissingException(string folder, Exception? damaged = null) : ExplainedException(
    (damaged is null
        ? new Text("La clé de signature de ce serveur n’est pas dans {0}. {1}", "The signing key of this node is not in {0}. {1}")
        : new Text("La clé de signature de ce serveur est abîmée\u00a0: son fichier dans {0} ne peut pas être lu. {1}", "The signing key of this node is damaged: its file in {0} cannot be read. {1}")).With(folder, ToDo),
    damaged)
{
    private static Text ToDo => new(
        "Remettez ce dossier à partir d’une sauvegarde; sans sa clé, un serveur ne peut rien signer. Si elle est perdue pour de bon, la commande recover en fait une nouvelle avec les mots imprimés.",
        "Put the folder back from a backup; without its key a node cannot speak for itself. If it is lost for good, the verb recover makes a new one with the printed words.");
}
