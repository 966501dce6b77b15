using Microsoft.Extensions.Logging;

namespace RecoveryCoP.Node.Storage;

/// <summary>
/// Brings the database to this program's schema before anything else looks at it: one transaction a step, so that a step is done or not done.
/// Refuses a database that a newer program has changed, or whose applied steps differ from this program's.
/// </summary>
public sealed partial class Migrator(Database database, IEnumerable<FeatureSchema> features, TimeProvider clock, ILogger<Migrator> log)
{
    /// <summary>Applies what is missing.</summary>
    /// <exception cref="SchemaMismatchException">The database is not one this program can use.</exception>
    public async Task Migrate(CancellationToken cancellationToken)
    {
        var steps = features.SelectMany(f => Migration.Of(f.Assembly, f.Feature, database.Engine)).ToList();
        await database.Write(t => t.Execute(Migration.For(database.Engine, 
            """
            create table if not exists schema_migration (
              feature    text        not null,
              number     bigint      not null,
              name       text        not null,
              checksum   text        not null,
              applied_at timestamptz not null,
              primary key (feature, number)
            )
            """)), cancellationToken).ConfigureAwait(false);
        var applied = await Applied(cancellationToken).ConfigureAwait(false);
        Check(steps, applied);

        foreach (var step in steps.Where(s => !applied.ContainsKey((s.Feature, s.Number))))
        {
            await database.Write(t => Apply(t, step), cancellationToken).ConfigureAwait(false);
            LogApplied(step.Feature, step.Number, step.Name);
        }

        await database.Write(t => t.Execute(
            """
            insert into OrleansQuery (QueryKey, QueryText) values (@Key, @Sql)
            on conflict (QueryKey) do update set QueryText = excluded.QueryText where OrleansQuery.QueryText <> excluded.QueryText
            """,
            GrainStatements.For(database.Engine)), cancellationToken).ConfigureAwait(false);
    }

    private async Task<Dictionary<(string, int), string>> Applied(CancellationToken cancellationToken)
    {
        var rows = await database.Query<AppliedStep>("select feature, number, checksum from schema_migration order by feature, number limit 10000", null, cancellationToken).ConfigureAwait(false);
        return rows.ToDictionary(r => (r.Feature, r.Number), r => r.Checksum);
    }

    private void Check(List<Migration> steps, Dictionary<(string, int), string> applied)
    {
        var known = steps.ToDictionary(s => (s.Feature, s.Number), s => s.Checksum);
        var newer = applied.Keys.Where(k => !known.ContainsKey(k)).Select(k => $"{k.Item1} {k.Item2}").ToList();
        if (newer.Count > 0 && steps.Any(s => !applied.ContainsKey((s.Feature, s.Number))))
        {
            // A newer version of this program would have gone through these steps too.
            throw new SchemaMismatchException($"The database {database.Where} belongs to another program ({string.Join(", ", newer)}): a chapter and a hub each need their own. Choose another folder (--data) or database, or start the program that this one belongs to.");
        }

        if (newer.Count > 0)
        {
            throw new SchemaMismatchException($"The database was changed by a newer version of this program ({string.Join(", ", newer)}). Start that version, or restore a backup that was made before its upgrade.");
        }

        var edited = applied.Where(a => known[a.Key] != a.Value).Select(a => $"{a.Key.Item1} {a.Key.Item2}").ToList();
        if (edited.Count > 0)
        {
            throw new SchemaMismatchException($"The database was made by other steps than this program's ({string.Join(", ", edited)}). It belongs to another build; use that build, or start with an empty data folder.");
        }
    }

    private async Task Apply(Transaction transaction, Migration step)
    {
        await transaction.Execute(step.Sql).ConfigureAwait(false);
        await transaction.Execute(
            "insert into schema_migration (feature, number, name, checksum, applied_at) values (@Feature, @Number, @Name, @Checksum, @AppliedAt)",
            new { step.Feature, step.Number, step.Name, step.Checksum, AppliedAt = clock.GetUtcNow() }).ConfigureAwait(false);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Schema: applied {Feature} {Number} ({Name})")]
    private partial void LogApplied(string feature, int number, string name);

    private sealed record AppliedStep
    {
        public required string Feature { get; init; }
        public required int Number { get; init; }
        public required string Checksum { get; init; }
    }
}

/// <summary>The database cannot be used by this program; the message says why and what to do.</summary>
public sealed class SchemaMismatchException(string message) : Exception(message);
