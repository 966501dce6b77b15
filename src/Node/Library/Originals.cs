using Dapper;
using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>
/// Leads translations back to the practice that was there first. An item names an earlier one by its hash, so the way back never goes round in circles though two
/// practices each say that they translate the other. It goes by what was signed, which stays: a translation knows its original after that was withdrawn, too.
/// </summary>
internal sealed class Originals(Database database)
{
    // Two texts that each say that they translate the other make the way longer with every revision of either.
    private const int MostSteps = 2 * PracticeFields.MostRevisions;

    /// <summary>Finds the original of every translation.</summary>
    public async Task Find(IEnumerable<PracticeEntry> entries, CancellationToken cancellationToken)
    {
        var open = entries.Where(e => e.Translates is not null).Select(e => (Entry: e, Item: Convert.ToHexString(e.Translates!))).ToList();
        for (var step = 0; step < MostSteps && open.Count > 0; step++)
        {
            var args = new DynamicParameters(new { type = PracticeRevision.Descriptor.FullName });
            var items = (await database.Query<Item>(
                $"select item_id, node_id, payload from item where item_id {args.In("items", open.Select(o => Convert.FromHexString(o.Item)), database.Engine)} and payload_type = @type and status <> 'quarantined'",
                args, cancellationToken).ConfigureAwait(false)).ToDictionary(i => (Convert.ToHexString(i.ItemId), i.NodeId), i => i.Signed);
            var found = open.Where(o => items.ContainsKey((o.Item, o.Entry.Key.NodeId))).Select(o => (o.Entry, Item: items[(o.Item, o.Entry.Key.NodeId)])).ToList();
            found.ForEach(f => f.Entry.Original = SubjectKey.IdOf(f.Item.About));
            open = [.. found.Where(f => !f.Item.TranslationOf.IsEmpty).Select(f => (f.Entry, Convert.ToHexString(f.Item.TranslationOf.Span)))];
        }
    }

    /// <summary>Practices that were here before what they translate, with those that translate them.</summary>
    public async Task<IEnumerable<SubjectKey>> WaitedForBy(IEnumerable<LibraryRevision> revisions, CancellationToken cancellationToken)
    {
        var args = new DynamicParameters();
        return (await database.Query<Practice>(
            $"""
            select o.node_id, o.practice_id
              from library_practice t
              join library_practice o on o.original = t.original and o.node_id = t.node_id
             where t.translates {args.In("items", revisions.Select(r => r.ItemId), database.Engine)}
             order by o.number
             limit 1000
            """,
            args, cancellationToken).ConfigureAwait(false)).Select(p => new SubjectKey(p.NodeId, p.PracticeId));
    }

    private sealed record Item
    {
        public required byte[] ItemId { get; init; }

        public required string NodeId { get; init; }

        public required byte[] Payload { get; init; }

        public PracticeRevision Signed => PracticeRevision.Parser.ParseFrom(Payload);
    }

    private sealed record Practice
    {
        public required string NodeId { get; init; }

        public required Guid PracticeId { get; init; }
    }
}
