using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Names;

/// <summary>A chapter's new name that waits for an operator's word.</summary>
/// <param name="Chapter">Whose.</param>
/// <param name="Profile">The profile that it is in.</param>
/// <param name="Name">What the chapter wants to be called.</param>
/// <param name="Before">What it is called as long as nobody decides.</param>
/// <param name="Resembles">Whose name it could be taken for; null where it has letters that cannot be compared.</param>
/// <param name="Since">Since when it waits.</param>
public sealed record WaitingName(NodeId Chapter, ItemId Profile, Bilingual Name, Bilingual Before, Bilingual? Resembles, DateTimeOffset Since);

/// <summary>The names that wait.</summary>
public sealed class WaitingNames(Database database, ShownNames names)
{
    private const string From = "from waiting_profile w join item i on i.item_id = w.item_id join item_content c on c.position = i.position where w.is_left = 0";

    /// <summary>How many.</summary>
    public Task<long> Count(CancellationToken cancellationToken) => database.Find<long>($"select count(*) {From}", null, cancellationToken);

    /// <summary>All of them, the oldest first.</summary>
    public async Task<IReadOnlyList<WaitingName>> All(CancellationToken cancellationToken)
    {
        var rows = await database.Query<Row>($"select w.node_id, w.item_id, w.resembles, w.since, c.bytes {From} order by w.since, w.node_id limit 1000", null, cancellationToken).ConfigureAwait(false);
        var shown = (await names.All(cancellationToken).ConfigureAwait(false)).ToDictionary(n => n.NodeId, n => n.Name);
        return [.. rows.Select(row => new WaitingName(
            new NodeId(row.NodeId), ItemId.FromBytes(row.ItemId), ShownNames.NameIn(row.Bytes), shown[row.NodeId], shown.GetValueOrDefault(row.Resembles), row.Since))];
    }

    private sealed record Row
    {
        public required string NodeId { get; init; }

        public required byte[] ItemId { get; init; }

        public required string Resembles { get; init; }

        public required DateTimeOffset Since { get; init; }

        public required byte[] Bytes { get; init; }
    }
}
