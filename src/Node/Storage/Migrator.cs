using Microsoft.Extensions.Logging;

namespace RecoveryCoP.Node.Storage;

/// <summary>
/// Brings the database to this program's schema before anything else looks at it: all that is missing in one transaction, so that the database is this program's or
/// as it was. Refuses one that a newer program has changed, or whose applied steps differ from this program's.
/// </summary>
public sealed partial class Migrator(Database database, IEnumerable<FeatureSchema> features, TimeProvider clock, ILogger<Migrator> log)
{
    /// <summary>The version that this program's steps are noted with.</summary>
    public static Version ProgramVersion { get; } = typeof(Migrator).Assembly.GetName().Version!;

    /// <summary>Says what is missing, and changes nothing.</summary>
    /// <exception cref="SchemaMismatchException">The database is not one this program can use.</exception>
    public Task<FoundSchema> Look(CancellationToken cancellationToken) => database.Write(async t => await IsNew(t).ConfigureAwait(false)
        ? new FoundSchema(null, Steps())
        : Compare(await Applied(t).ConfigureAwait(false)), cancellationToken);

    /// <summary>Applies what is missing.</summary>
    /// <exception cref="SchemaMismatchException">The database is not one this program can use.</exception>
    public Task Migrate(CancellationToken cancellationToken) => Migrate(null, cancellationToken);

    /// <summary>Applies what is missing, and says how far it is.</summary>
    public async Task Migrate(IWatchesMigration? watch, CancellationToken cancellationToken)
    {
        if ((await Look(cancellationToken).ConfigureAwait(false)).Missing is not { Count: > 0 } missing)
        {
            await database.Write(
                async t =>
                {
                    await WriteQueries(t).ConfigureAwait(false);
                    await NoteProgram(t).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
            return;
        }

        await database.ChangeSchema(
            async t =>
            {
                await t.Execute(Migration.For(database.Engine, Table)).ConfigureAwait(false);
                foreach (var (at, step) in missing.Index())
                {
                    watch?.Begins(step, at + 1, missing.Count);
                    await Apply(t, step, watch).ConfigureAwait(false);
                }

                await WriteQueries(t).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        foreach (var step in missing)
        {
            LogApplied(step.Feature, step.Number, step.Name);
        }
    }

    private const string Table =
        """
        create table if not exists schema_migration (
          feature    text        not null,
          number     bigint      not null,
          name       text        not null,
          checksum   text        not null,
          program    text        not null,
          applied_at timestamptz not null,
          primary key (feature, number)
        )
        """;

    private List<Migration> Steps() => [.. features.SelectMany(f => Migration.Of(f.Assembly, f.Feature, database.Engine)).OrderBy(step => step.Number)];

    private async Task<bool> IsNew(Transaction transaction) => await transaction.Find<long>(database.Engine == Engine.Sqlite
        ? "select count(*) from sqlite_master where name = 'schema_migration'"
        : "select count(*) from pg_tables where schemaname = current_schema() and tablename = 'schema_migration'").ConfigureAwait(false) == 0;

    private static async Task<Dictionary<(string Feature, int Number), AppliedStep>> Applied(Transaction transaction) =>
        (await transaction.Query<AppliedStep>("select feature, number, checksum, program, applied_at from schema_migration order by feature, number limit 10000").ConfigureAwait(false))
            .ToDictionary(r => (r.Feature, r.Number));

    private FoundSchema Compare(Dictionary<(string Feature, int Number), AppliedStep> applied)
    {
        var steps = Steps();
        var known = steps.ToDictionary(s => (s.Feature, s.Number), s => s.Checksum);
        List<Migration> missing = [.. steps.Where(s => !applied.ContainsKey((s.Feature, s.Number)))];
        List<AppliedStep> newer = [.. applied.Values.Where(s => !known.ContainsKey((s.Feature, s.Number)))];
        if (newer.Count > 0 && missing.Count > 0)
        {
            // A newer version of this program would have gone through these steps too.
            throw new SchemaMismatchException(OfAnother.With(database.Where, NamesOf(newer)));
        }

        if (newer.Count > 0)
        {
            throw new SchemaMismatchException(OfNewer.With(Newest(newer), Dates.DayOf(newer.Min(s => s.AppliedAt)), NamesOf(newer), ProgramVersion.ToString(3)));
        }

        List<AppliedStep> edited = [.. applied.Values.Where(s => known[(s.Feature, s.Number)] != s.Checksum)];
        return edited.Count > 0 ? throw new SchemaMismatchException(OfOtherSteps.With(NamesOf(edited)))
            : new(applied.Count == 0 ? null : Newest(applied.Values), missing);
    }

    private async Task Apply(Transaction transaction, Migration step, IWatchesMigration? watch)
    {
        foreach (var (at, statement) in step.Statements(database.Engine).Index())
        {
            try
            {
                await transaction.ExecuteUnhurried(statement).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(step.Feature, step.Number, step.Name, at + 1);
                throw;
            }

            watch?.Passes();
        }

        await transaction.Execute(
            "insert into schema_migration (feature, number, name, checksum, program, applied_at) values (@Feature, @Number, @Name, @Checksum, @program, @AppliedAt)",
            new { step.Feature, step.Number, step.Name, step.Checksum, program = ProgramVersion.ToString(3), AppliedAt = clock.GetUtcNow() }).ConfigureAwait(false);
        watch?.Passes();
    }

    private Task<int> WriteQueries(Transaction transaction) => transaction.Execute(
        """
        insert into OrleansQuery (QueryKey, QueryText) values (@Key, @Sql)
        on conflict (QueryKey) do update set QueryText = excluded.QueryText where OrleansQuery.QueryText <> excluded.QueryText
        """,
        GrainStatements.For(database.Engine));

    // The newest version that has run here is whose database it is, also where it has changed no table.
    private static async Task NoteProgram(Transaction transaction)
    {
        if (Newest((await Applied(transaction).ConfigureAwait(false)).Values) is var noted && (!Version.TryParse(noted, out var version) || version < Version.Parse(ProgramVersion.ToString(3))))
        {
            await transaction.Execute("update schema_migration set program = @program where feature = 'Storage' and number = 1", new { program = ProgramVersion.ToString(3) }).ConfigureAwait(false);
        }
    }

    private static string NamesOf(IEnumerable<AppliedStep> steps) => string.Join(", ", steps.Select(s => $"{s.Feature} {s.Number}"));

    private static string Newest(IEnumerable<AppliedStep> steps) => steps.Select(s => s.Program).MaxBy(p => Version.TryParse(p, out var version) ? version : new Version())!;

    private static Text OfAnother => new(
        "La base de données {0} est celle d’un autre programme ({1})\u00a0: une communauté et un carrefour ont chacun la leur. Choisissez un autre dossier (--data) ou une autre base de données, ou démarrez le programme auquel elle appartient.",
        "The database {0} belongs to another program ({1}): a community and a hub each need their own. Choose another folder (--data) or database, or start the program that this one belongs to.");

    private static Text OfNewer => new(
        "Depuis le {1:d MMMM yyyy}, cette base de données est celle d’une version plus récente de ce programme\u00a0: {0} ({2}). Vous avez démarré la version {3}. Rien n’a été changé. Démarrez la version {0} ou une plus récente; ou rétablissez, avec la version {3} et la commande restore, une sauvegarde d’avant la mise à jour.",
        "Since {1:MMMM d, yyyy} this database has been that of a newer version of this program: {0} ({2}). You started version {3}. Nothing was changed. Start version {0} or a newer one; or, with version {3} and the command restore, restore a backup that was made before the upgrade.");

    private static Text OfOtherSteps => new(
        "La base de données a été faite par d’autres étapes que celles de ce programme ({0}). Elle est celle d’une autre compilation\u00a0: prenez celle-là, ou commencez avec un dossier de données vide.",
        "The database was made by other steps than this program’s ({0}). It belongs to another build; use that build, or start with an empty data folder.");

    [LoggerMessage(Level = LogLevel.Information, Message = "Schema: applied {Feature} {Number} ({Name})")]
    private partial void LogApplied(string feature, int number, string name);

    [LoggerMessage(Level = LogLevel.Error, Message = "Schema: {Feature} {Number} ({Name}) failed at its statement {Statement}")]
    private partial void LogFailed(string feature, int number, string name, int statement);

    private sealed record AppliedStep
    {
        public required string Feature { get; init; }
        public required int Number { get; init; }
        public required string Checksum { get; init; }
        public required string Program { get; init; }
        public required DateTimeOffset AppliedAt { get; init; }
    }
}

/// <summary>How a database was found.</summary>
/// <param name="MadeBy">The newest version of the program that has changed its tables or run on it; null when it has none.</param>
/// <param name="Missing">The steps to apply, in their order.</param>
public sealed record FoundSchema(string? MadeBy, IReadOnlyList<Migration> Missing);

/// <summary>Hears how far a migration is; an exception of its ends it, and leaves the database as it was.</summary>
public interface IWatchesMigration
{
    /// <summary>A step begins.</summary>
    /// <param name="step">It.</param>
    /// <param name="at">Which of them, from 1.</param>
    /// <param name="of">How many there are.</param>
    void Begins(Migration step, int at, int of);

    /// <summary>A statement of it is done, and nothing is committed yet.</summary>
    void Passes();
}

/// <summary>The database cannot be used by this program; the message says why and what to do.</summary>
public sealed class SchemaMismatchException(Text text) : Exception(text.Both());

/// <summary>A database of an older version could not be brought to this one, and is as it was; the message says why and how to go on or back.</summary>
/// <param name="text">What happened.</param>
/// <param name="cause">What the system says of it, in the one language that it has; on a line of its own.</param>
/// <param name="failure">What was thrown.</param>
public sealed class UpgradeFailedException(Text text, string? cause = null, Exception? failure = null) : Exception($"{text.Fr}\n{text.En}{(cause is null ? "" : "\n" + cause)}", failure);
