using System.Collections.Concurrent;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Node.TemplateReleases;

/// <summary>
/// The templates that the hub released whose word counts here: at a chapter the one that it enrolled at, at a hub itself. A hub is no more trusted than a stranger with
/// what it puts into them: each is read whole before it is offered, and only so many are.
/// </summary>
public sealed class HubReleases(Database database)
{
    private const int Most = 1000, MostTemplates = 20, MostTried = 3, MostRemembered = 500;

    // What an item contains never changes, and reading it takes a while; the templates themselves would be too large to keep.
    private readonly ConcurrentDictionary<string, Result<TemplateHead>> heads = new();

    /// <summary>All releases, the newest first, withdrawn ones too.</summary>
    public async Task<IReadOnlyList<HubRelease>> All(CancellationToken cancellationToken)
    {
        var rows = await database.Query<Row>(
            """
            select i.node_id, i.position, i.feed_position, i.item_id, i.payload, case when c.position is null then 0 else 1 end as is_here,
                   case when exists (select 1 from item_subject s join withdrawn w on w.subject_id = s.subject_id and w.node_id = s.node_id and (w.revision = 0 or w.revision = s.revision)
                                      where s.position = i.position) then 1 else 0 end as is_withdrawn
              from library_template t
              join item i on i.item_id = t.item_id
              left join item_content c on c.position = i.position
             where t.node_id = (select node_id from trusted_hub) and i.status = 'accepted' and i.superseded = 0
             order by i.feed_position desc
             limit @Most
            """,
            new { Most }, cancellationToken).ConfigureAwait(false);
        var last = new Dictionary<string, Version>();
        var all = new List<HubRelease>();
        foreach (var release in rows.Reverse().Select(row => row.ToRelease()))
        {
            var isNewer = !last.TryGetValue(release.TemplateId, out var before) || release.Version > before;
            last[release.TemplateId] = isNewer ? release.Version : before!;
            all.Add(release with { IsNewer = isNewer });
        }

        all.Reverse();
        return all;
    }

    /// <summary>Of each template the newest version that can be taken, and before it those that cannot, with the reason.</summary>
    public async Task<IReadOnlyList<ReleaseOffer>> Newest(CancellationToken cancellationToken)
    {
        var found = new List<ReleaseOffer>();
        foreach (var versions in (await All(cancellationToken).ConfigureAwait(false)).Where(r => r.IsOffered).GroupBy(r => r.TemplateId).Take(MostTemplates))
        {
            foreach (var release in versions.Take(MostTried))
            {
                var head = await Head(release, cancellationToken).ConfigureAwait(false);
                found.Add(new(release, head));
                if (head.Value is not null)
                {
                    break;
                }
            }
        }

        return found;
    }

    /// <summary>What a release says of itself, or why it cannot be taken.</summary>
    public async Task<Result<TemplateHead>> Head(HubRelease release, CancellationToken cancellationToken)
    {
        var name = Convert.ToHexString(release.ItemId);
        if (heads.TryGetValue(name, out var known))
        {
            return known;
        }

        var read = await Read(release, cancellationToken).ConfigureAwait(false);
        Result<TemplateHead> head = read.Value is { } template ? template.Head : read.Refusals[0];
        if (heads.Count >= MostRemembered)
        {
            heads.Clear();
        }

        return release.IsHere ? heads[name] = head : head;
    }

    /// <summary>Reads a release whole.</summary>
    public async Task<Result<Template>> Read(HubRelease release, CancellationToken cancellationToken) =>
        await database.Find<byte[]>("select bytes from item_content where position = @Position", new { release.Position }, cancellationToken).ConfigureAwait(false) is { } content
            ? ReleasedTemplate.Read(release.Hub, release.Said, content)
            : Refusal.Of("template.withdrawn");

    private sealed record Row
    {
        public required string NodeId { get; init; }

        public required long Position { get; init; }

        public required long FeedPosition { get; init; }

        public required byte[] ItemId { get; init; }

        public required byte[] Payload { get; init; }

        public required long IsHere { get; init; }

        public required long IsWithdrawn { get; init; }

        public HubRelease ToRelease() =>
            new(NodeId, TemplateRelease.Parser.ParseFrom(Payload), Position, FeedPosition, ItemId) { IsHere = IsHere == 1, IsWithdrawn = IsWithdrawn == 1 };
    }
}

/// <summary>A release that is offered, or would be.</summary>
/// <param name="Release">Which.</param>
/// <param name="Head">What it says of itself, or why it cannot be taken.</param>
public sealed record ReleaseOffer(HubRelease Release, Result<TemplateHead> Head);
