using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Backups;

/// <summary>What was restored.</summary>
/// <param name="Header">Which backup.</param>
/// <param name="Ended">How many people had left since, and have left here too.</param>
/// <param name="Erased">How many things had been erased since, and are erased here too.</param>
/// <param name="Left">Accounts of those who cannot be: nobody would be left to give roles.</param>
/// <param name="Unread">Newer backups that could not be read, and so may know of more who left.</param>
internal sealed record RestoredNode(BackupHeader Header, int Ended, int Erased, IReadOnlyList<Guid> Left, IReadOnlyList<string> Unread);

/// <summary>
/// Puts a backup back, in a new folder and, with PostgreSQL, an empty database. Everything happens beside the folder and is verified there; its name comes last. So
/// whatever ends this, there is nothing or all of it; what is refused leaves nothing in the clear; done again, it begins anew, or goes on with the database that it had filled itself.
/// </summary>
/// <param name="kind">Which program this is.</param>
/// <param name="settings">What it was told; the data folder is where to.</param>
/// <param name="postgreSql">The connection string of the empty database; null for what the settings say.</param>
/// <param name="build">Makes a node in a folder, ready to start.</param>
internal sealed class Restorer(NodeKind kind, NodeSettings settings, string? postgreSql, Func<NodeSettings, CancellationToken, Task<WebApplication>> build)
{
    private const string Unfinished = ".restoring", Mark = "restoring";

    private readonly FaultPoints faults = FaultPoints.Of(settings);

    private string Target => Path.TrimEndingDirectorySeparator(settings.DataFolder);

    private string Beside => Target + Unfinished;

    private string MarkFile => Path.Combine(Beside, Mark);

    /// <summary>Refuses what can be refused without the words.</summary>
    /// <exception cref="BackupRefusedException">It is refused.</exception>
    public async Task<BackupHeader> Demand(string file, string? ledger, CancellationToken cancellationToken)
    {
        if (new[] { file, ledger }.FirstOrDefault(named => named is not null && !File.Exists(named)) is { } missing)
        {
            throw new BackupRefusedException(Refusal.Of("backup.no-file", "", missing));
        }

        if (ledger is not null && ErasureLedger.Read(ledger).Count == 0 && new FileInfo(ledger).Length > 0)
        {
            throw new BackupRefusedException(Refusal.Of("restore.no-ledger", "", ledger));
        }

        await using var from = File.OpenRead(file);
        var (header, _) = await BackupHeader.Read(from, cancellationToken);
        var refusal = header.Kind != kind.Code ? Refusal.Of("restore.other-kind", "", header.Kind, kind.Code)
            : Version.TryParse(header.Program, out var version) && version > Rounded(BackupMaker.ProgramVersion) ? Refusal.Of("restore.newer-program", "", header.Program, BackupMaker.ProgramVersion.ToString(3))
            : header.Engine == Engine.Sqlite && Wanted is not null ? Refusal.Of("restore.other-engine", "", "SQLite")
            : header.Engine == Engine.PostgreSql && Wanted is null ? Refusal.Of("restore.postgresql-needed")
            : IsHeld() ? Refusal.Of("restore.node-runs", "", Target)
            : DataFolder.Exists(Target) ? Refusal.Of("restore.folder-has-node", "", Target)
            : Directory.Exists(Target) && Directory.EnumerateFileSystemEntries(Target).Any() ? Refusal.Of("restore.folder-not-empty", "", Target)
            : null;
        return refusal is null ? header : throw new BackupRefusedException(refusal);
    }

    /// <summary>Does it.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="words">The recovery key of the words.</param>
    /// <param name="ledger">A ledger of erasures from elsewhere; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RestoredNode> Restore(string file, SigningKey words, string? ledger, CancellationToken cancellationToken)
    {
        Durable.Folder(Beside);
        Clear();
        try
        {
            return await RestoreBeside(file, words, ledger, cancellationToken);
        }
        catch
        {
            Clear();
            if (!File.Exists(MarkFile))
            {
                Directory.Delete(Beside);
            }

            throw;
        }
    }

    private async Task<RestoredNode> RestoreBeside(string file, SigningKey words, string? ledger, CancellationToken cancellationToken)
    {
        var backup = await UnpackedBackup.Open(file, header => WordsOf(header, words), Beside, cancellationToken);
        faults.Pass(FaultPoints.RestoreUnpackedNotChecked);
        if (backup.Header.Engine == Engine.PostgreSql)
        {
            Choose(Wanted!);
        }

        var there = settings.In(Beside);
        // What runs here is for this machine to say, and not for a file from elsewhere.
        var options = new OptionsSection<BackupOptions>("Backup").Bind(settings.Configuration);
        var programs = new PostgreSqlPrograms(options.PostgreSqlPrograms, Wanted ?? "");
        await backup.Check(programs, cancellationToken);
        ErasureLedger.Merge(Beside, ErasureLedger.Read(ledger ?? ""));
        ErasureLedger.Merge(Beside, ErasureLedger.Read(BesideBackups(file)));
        var unread = await MergeNewest(file, backup.Header, words, cancellationToken);
        if (backup.Header.Engine == Engine.PostgreSql)
        {
            await Fill(backup, programs, cancellationToken);
        }

        faults.Pass(FaultPoints.RestoreFilledNotRenewed);
        await Renew(backup.Header.Engine, cancellationToken);
        var (ended, left, erased) = await Settle(there, cancellationToken);
        File.Delete(Path.Combine(Beside, DatabaseCopy.NameOf(Engine.PostgreSql)));
        Durable.Flush(Beside);
        faults.Pass(FaultPoints.RestoreDoneNotNamed);
        if (Directory.Exists(Target))
        {
            Directory.Delete(Target); // it was empty
        }

        Durable.Move(Beside, Target);
        File.Delete(Path.Combine(Target, Mark));
        return new(backup.Header, ended, erased, left, unread);
    }

    /// <summary>The file's key, for these words.</summary>
    /// <exception cref="BackupRefusedException">The words are another node's, or the file was tampered with.</exception>
    public static byte[] WordsOf(BackupHeader header, SigningKey words) =>
        header.Words.Key != words.Public.Id.Hex ? throw new BackupRefusedException(Refusal.Of("restore.words-of-another"))
        : KeySeals.Open(header.Words, words) ?? throw BackupHeader.Damaged;

    private string? Wanted => postgreSql
        ?? (new OptionsSection<StorageOptions>("Storage").Bind(settings.Configuration) is { Engine: Engine.PostgreSql } storage ? storage.ConnectionString : null);

    private static Version Rounded(Version version) => new(version.Major, version.Minor, Math.Max(0, version.Build));

    private bool IsHeld()
    {
        var file = Path.Combine(Target, "lock");
        if (!File.Exists(file))
        {
            return false;
        }

        try
        {
            using var held = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    // All but the mark: it says which database was being filled, from which backup, and no more.
    private void Clear()
    {
        foreach (var inside in new DirectoryInfo(Beside).GetFileSystemInfos().Where(inside => inside.Name != Mark))
        {
            if (inside is DirectoryInfo folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                inside.Delete();
            }
        }
    }

    // The settings that came with the backup name the database of then.
    private void Choose(string connectionString)
    {
        var file = Path.Combine(Beside, "settings.json");
        var said = Chosen(File.Exists(file) ? File.ReadAllText(file) : "{}", connectionString);
        Durable.Write(file, to => to.Write(Encoding.UTF8.GetBytes(said)));
    }

    /// <summary>Settings with another database, however they are written: nested or in one line, with comments or without.</summary>
    internal static string Chosen(string settings, string connectionString)
    {
        var said = JsonNode.Parse(settings, documentOptions: new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!.AsObject();
        foreach (var key in said.Select(setting => setting.Key).Where(key => $"{key}:".StartsWith("Storage:", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            said.Remove(key);
        }

        said["Storage"] = new JsonObject { ["Engine"] = nameof(Engine.PostgreSql), ["ConnectionString"] = connectionString };
        return said.ToJsonString(JsonSerializerOptions.Web);
    }

    // Where the backup still lies in the folder of its node, that folder knows best who has left since.
    private static string BesideBackups(string file) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "..", ErasureLedger.Name));

    // A newer backup beside this one knows who has left since: the newest that can be read, since a ledger is never shortened.
    private async Task<IReadOnlyList<string>> MergeNewest(string file, BackupHeader header, SigningKey words, CancellationToken cancellationToken)
    {
        var unread = new List<string>();
        foreach (var newer in BackupFiles.In(Path.GetDirectoryName(Path.GetFullPath(file))!, header.Node).TakeWhile(b => b.MadeAt > header.MadeAt))
        {
            var folder = Durable.EmptyFolder(Path.Combine(Beside, "newest"));
            try
            {
                await UnpackedBackup.Open(newer.Path, said => WordsOf(said, words), folder, cancellationToken);
                ErasureLedger.Merge(Beside, ErasureLedger.Read(Path.Combine(folder, ErasureLedger.Name)));
                break;
            }
            catch (Exception failure) when (failure is BackupRefusedException or IOException or UnauthorizedAccessException)
            {
                unread.Add(newer.Name);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return unread;
    }

    // Only a database that this very restore has filled may hold something; and it is compared once, since what comes behind changes it.
    private async Task Fill(UnpackedBackup backup, PostgreSqlPrograms programs, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(Wanted!);
        await using var database = await source.OpenConnectionAsync(cancellationToken);
        var filling = $"{backup.Id} {await database.ExecuteScalarAsync<string>(PostgreSqlDatabase.IdentitySql)}";
        var compared = filling + " compared";
        var said = File.Exists(MarkFile) ? await File.ReadAllTextAsync(MarkFile, cancellationToken) : "";
        var isEmpty = await DatabaseCheck.IsEmpty(database, Engine.PostgreSql);
        if (!isEmpty && said != filling && said != compared)
        {
            throw new BackupRefusedException(Refusal.Of("restore.database-not-empty"));
        }

        if (isEmpty)
        {
            Note(filling);
            await programs.Fill(Path.Combine(Beside, DatabaseCopy.NameOf(Engine.PostgreSql)), cancellationToken);
        }

        if (isEmpty || said == filling)
        {
            backup.Compare(await DatabaseCheck.Of(database, Engine.PostgreSql, cancellationToken));
            Note(compared);
        }
    }

    private void Note(string said)
    {
        Durable.Write(MarkFile + ".new", to => to.Write(Encoding.ASCII.GetBytes(said)));
        Durable.Move(MarkFile + ".new", MarkFile);
    }

    private async Task Renew(Engine engine, CancellationToken cancellationToken)
    {
        if (engine == Engine.Sqlite)
        {
            await using var database = DatabaseCopy.Open(Path.Combine(Beside, DatabaseCopy.NameOf(engine)));
            await ThisNode.MarkRestored(database);
        }
        else
        {
            await using var source = NpgsqlDataSource.Create(Wanted!);
            await using var database = await source.OpenConnectionAsync(cancellationToken);
            await ThisNode.MarkRestored(database);
        }
    }

    // As at any start: the database comes up to this program, the node says nothing where others may know more, and those who left since are gone, with what was erased since.
    private async Task<(int Ended, IReadOnlyList<Guid> Left, int Erased)> Settle(NodeSettings there, CancellationToken cancellationToken)
    {
        await using var app = await build(there, cancellationToken);
        var database = app.Services.GetRequiredService<Database>();
        var clock = app.Services.GetRequiredService<TimeProvider>();
        await database.Write(t => SecurityLog.Append(t, clock.GetUtcNow(), SecurityEvents.Restored, null, null), cancellationToken);
        // Whoever did this had the words.
        await app.Services.GetRequiredService<BackupRecords>().Note(Recorded.Words, null, null, isAsked: true);
        return app.Services.GetRequiredService<ErasureLedger>().Outcome;
    }
}
