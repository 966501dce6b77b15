using Microsoft.Extensions.Logging;
using RecoveryCoP.Node.Backups;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Upgrades;

/// <summary>
/// What comes before a node reads its database. One of an older version of the program is backed up, brought to this one and checked, with words for whoever looks at
/// the console; whatever fails, it is as it was. A new one is filled with tables, and nothing is said of it.
/// </summary>
internal sealed partial class Upgrade(
    Migrator migrator, ThisNode node, BackupMaker maker, BackupRecords records, BackupOptions options, Database database, DataFolder folder, RefusalTexts refusals, FaultPoints faults, ILogger<Upgrade> log)
{
    // Names the backup of an upgrade that did not come to its end: a node that is started again and again needs it once.
    private string Begun => folder.File("upgrade-backup");

    /// <summary>Does it, where there is something to do.</summary>
    /// <param name="withBackup">False where the database was just restored from one.</param>
    /// <param name="needsKey">False where somebody comes to make another key.</param>
    /// <param name="cancellationToken">Gives up; the database is as it was.</param>
    /// <exception cref="KeyMissingException">A backup without the key could not be restored.</exception>
    /// <exception cref="SchemaMismatchException">The database is not one this program can use.</exception>
    /// <exception cref="UpgradeFailedException">It is of an older version, and stays so.</exception>
    public async Task Run(bool withBackup, bool needsKey, CancellationToken cancellationToken)
    {
        var found = await migrator.Look(cancellationToken);
        if (found is { MadeBy: { } version, Missing.Count: > 0 and var steps })
        {
            await FromOlder(version, steps, withBackup, needsKey, cancellationToken);
        }
        else
        {
            await migrator.Migrate(new Watch(faults, null), cancellationToken);
        }

        faults.Pass(FaultPoints.UpgradeDoneNotStarted);
        File.Delete(Begun);
    }

    private async Task FromOlder(string version, int steps, bool withBackup, bool needsKey, CancellationToken cancellationToken)
    {
        var isWhole = await node.HasKey(cancellationToken);
        if (!isWhole && needsKey)
        {
            throw new KeyMissingException(folder.File("keys"));
        }

        var here = Migrator.ProgramVersion.ToString(3);
        LogBegins(version, here, steps);
        Say(UpgradeText.Begins.With(version, here));
        var backup = withBackup && isWhole && options.BeforeUpgrade ? await BackUp(version, cancellationToken) : null;
        faults.Pass(FaultPoints.UpgradeBackedUpNotBegun);
        try
        {
            await migrator.Migrate(new Watch(faults, Say), cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure);
            // Not waited for, even if it passes by itself: each try would fill the disk anew. Whoever starts the node says when.
            var cause = StorageFailure.Explain(failure, database.Where)?.Says.Both() ?? $"{failure.Message.TrimEnd('.')}.";
            var text = !withBackup ? UpgradeText.FailedRestore.With(version)
                : await IsLeft(cancellationToken) switch
                {
                    true => UpgradeText.Failed.With(version, UpgradeText.BackupIs(backup)),
                    false => null,
                    null => UpgradeText.NotKnown.With(version, UpgradeText.BackupIs(backup)),
                };
            if (text is not null)
            {
                throw new UpgradeFailedException(text, cause, failure);
            }
        }

        LogDone(here);
        Say(UpgradeText.Done.With(here, UpgradeText.WayBack(backup, version, folder.File(ErasureLedger.Name), database.Engine)));
        if (backup is not null)
        {
            await records.Note(Recorded.Backup, null, null, isAsked: false);
        }
    }

    // A commit whose answer was lost may have happened. True where something is missing still; null where nobody can say.
    private async Task<bool?> IsLeft(CancellationToken cancellationToken)
    {
        try
        {
            return (await migrator.Look(cancellationToken)).Missing.Count > 0;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogNotKnown(failure);
            return null;
        }
    }

    /// <summary>The file of a backup of the database as it is; null while nobody has founded the node.</summary>
    private async Task<string?> BackUp(string version, CancellationToken cancellationToken)
    {
        if (File.Exists(Begun) && await File.ReadAllTextAsync(Begun, cancellationToken) is var before && File.Exists(before))
        {
            return before;
        }

        Say(UpgradeText.BacksUp);
        var made = await maker.MakeBeforeUpgrade(version, cancellationToken);
        if (made is { Refusals: [var refusal, ..] })
        {
            throw new UpgradeFailedException(UpgradeText.NoBackup.With(version, refusals[refusal]));
        }

        if (made?.Value is { } file)
        {
            await File.WriteAllTextAsync(Begun, file.Path, cancellationToken);
        }

        return made?.Value?.Path;
    }

    // Beside the log: whoever has started the program by hand reads here why it does not answer yet. And not where a verb writes what it found.
    private static void Say(Text text) => Console.Error.WriteLine($"{text.Fr} · {text.En}");

    [LoggerMessage(Level = LogLevel.Information, Message = "Upgrade from {From} to {To}: {Steps} steps")]
    private partial void LogBegins(string from, string to, int steps);

    [LoggerMessage(Level = LogLevel.Information, Message = "Upgraded to {To}")]
    private partial void LogDone(string to);

    [LoggerMessage(Level = LogLevel.Error, Message = "The upgrade broke off")]
    private partial void LogFailed(Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "And the database does not say how it is")]
    private partial void LogNotKnown(Exception failure);

    private sealed class Watch(FaultPoints faults, Action<Text>? say) : IWatchesMigration
    {
        public void Begins(Migration step, int at, int of) => say?.Invoke(UpgradeText.Step.With(at, of, step.Feature, step.Number));

        public void Passes() => faults.Pass(FaultPoints.UpgradeStatementDone);
    }
}
