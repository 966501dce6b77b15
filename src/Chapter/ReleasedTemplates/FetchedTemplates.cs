using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.TemplateReleases;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.ReleasedTemplates;

/// <summary>What a hub gave for a code before the chapter was admitted. Once that hub's feed is here, the feed says what there is.</summary>
internal sealed class FetchedTemplates(Database database, HubReleases releases, TimeProvider clock) : ITemplateSource
{
    internal const int Most = 20;

    public bool IsHubs => true;

    public async Task<IReadOnlyList<AvailableTemplate>> Available(CancellationToken cancellationToken)
    {
        var found = new List<AvailableTemplate>();
        foreach (var row in await Rows(cancellationToken))
        {
            if (row.Read().Value is { } template)
            {
                found.Add(new($"code-{row.TemplateId}", template.Head, ReleasedText.Fetched.With(Dates.Day(row.FetchedAt)), _ => Task.FromResult(row.Read())));
            }
        }

        return found;
    }

    public async Task<IReadOnlyList<UnfitTemplate>> Unfit(CancellationToken cancellationToken) =>
    [
        .. (await Rows(cancellationToken)).Select(row => (row, read: row.Read())).Where(r => r.read.Value is null)
            .Select(r => new UnfitTemplate(r.row.TemplateId, r.row.Said.Version, ReleasedText.Fetched.With(Dates.Day(r.row.FetchedAt)), r.read.Refusals[0])),
    ];

    /// <summary>Keeps what was fetched, in the place of what was before.</summary>
    public Task Keep(string hub, IReadOnlyCollection<(TemplateRelease Said, byte[] Payload, byte[] Content)> fetched, CancellationToken cancellationToken) => database.Write(
        async transaction =>
        {
            await transaction.Execute("delete from fetched_template");
            await transaction.Insert(
                "fetched_template (template_id, hub, payload, content, fetched_at)", [.. fetched.Select(f => new object?[] { f.Said.TemplateId, hub, f.Payload, f.Content, clock.GetUtcNow() })]);
        },
        cancellationToken);

    private async Task<IReadOnlyList<Row>> Rows(CancellationToken cancellationToken)
    {
        var rows = await database.Query<Row>("select template_id, hub, payload, content, fetched_at from fetched_template order by template_id limit @Most", new { Most }, cancellationToken);
        var known = rows.Count == 0 ? [] : (await releases.All(cancellationToken)).Select(r => r.Hub).ToHashSet();
        return [.. rows.Where(row => !known.Contains(row.Hub))];
    }

    private sealed record Row
    {
        public required string TemplateId { get; init; }

        public required string Hub { get; init; }

        public required byte[] Payload { get; init; }

        public required byte[] Content { get; init; }

        public required DateTimeOffset FetchedAt { get; init; }

        public TemplateRelease Said => TemplateRelease.Parser.ParseFrom(Payload);

        public Result<Node.Templates.Template> Read() => ReleasedTemplate.Read(Hub, Said, Content);
    }
}
