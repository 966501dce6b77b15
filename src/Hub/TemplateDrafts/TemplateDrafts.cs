using System.Text.Json;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Hub.TemplateDrafts;

/// <summary>The drafts of this hub: they are its team's own, and nobody else sees them.</summary>
public sealed class TemplateDrafts(Database database, TimeProvider clock)
{
    private const string Columns = "select id, changed_at, bytes from template_draft";

    /// <summary>All of them, the one changed last first.</summary>
    public async Task<IReadOnlyList<TemplateDraft>> All(CancellationToken cancellationToken) =>
        [.. (await database.Query<Row>($"{Columns} order by changed_at desc, id limit @Most", new { TemplateDraft.Most }, cancellationToken).ConfigureAwait(false)).Select(r => r.Draft)];

    /// <summary>One; null when there is none.</summary>
    public async Task<TemplateDraft?> Find(Guid id, CancellationToken cancellationToken) =>
        (await database.Find<Row>($"{Columns} where id = @id", new { id }, cancellationToken).ConfigureAwait(false))?.Draft;

    /// <summary>Adds one; refused when there are as many as there may be.</summary>
    internal Task<Result> Add(Guid id, Template template, CancellationToken cancellationToken) => Tried(async t =>
    {
        if (await t.Find<long>("select count(*) from template_draft").ConfigureAwait(false) >= TemplateDraft.Most)
        {
            return Refusal.Of("draft.too-many", "", TemplateDraft.Most);
        }

        await t.Execute("insert into template_draft (id, changed_at, bytes) values (@id, @now, @bytes)", new { id, now = clock.GetUtcNow(), bytes = Bytes(template) }).ConfigureAwait(false);
        return Result.Done;
    }, cancellationToken);

    /// <summary>Changes one, as it is now: two who write different items do not stand in each other's way.</summary>
    internal Task<Result> Change(Guid id, Func<Template, Result<Template>> change, CancellationToken cancellationToken) => Tried(async t =>
    {
        if ((await t.Find<Row>($"{Columns} where id = @id", new { id }).ConfigureAwait(false)) is not { } row)
        {
            return Refusal.Of("draft.gone");
        }

        var changed = change(row.Draft.Template);
        if (changed.Value is { } template && !template.Equals(row.Draft.Template))
        {
            await t.Execute(
                "update template_draft set changed_at = @now, bytes = @bytes where id = @id",
                new { id, now = clock.GetUtcNow(), bytes = Bytes(template) }).ConfigureAwait(false);
        }

        return changed.WithoutValue;
    }, cancellationToken);

    /// <summary>Throws one away.</summary>
    internal Task<Result> Drop(Guid id, CancellationToken cancellationToken) => Tried(async t =>
    {
        await t.Execute("delete from template_draft where id = @id", new { id }).ConfigureAwait(false);
        return Result.Done;
    }, cancellationToken);

    private async Task<Result> Tried(Func<Transaction, Task<Result>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await database.Write(work, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            return Refusal.Of(StorageFailure.CodeOf(failure));
        }
    }

    private static byte[] Bytes(Template template) => JsonSerializer.SerializeToUtf8Bytes(template, GrainJson.Options);

    private sealed record Row
    {
        public required Guid Id { get; init; }

        public required DateTimeOffset ChangedAt { get; init; }

        public required byte[] Bytes { get; init; }

        public TemplateDraft Draft => new(Id, JsonSerializer.Deserialize<Template>(Bytes, GrainJson.Options)!, ChangedAt);
    }
}
