using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Backups;

/// <summary>A backup whose bytes were all verified, unpacked into a folder of its own.</summary>
/// <param name="Header">What it says of itself.</param>
/// <param name="Id">The hash of its header: which backup it is.</param>
/// <param name="Folder">Where it was unpacked.</param>
/// <param name="Written">What was found in the database when the backup was made.</param>
internal sealed record UnpackedBackup(BackupHeader Header, string Id, string Folder, CheckedDatabase Written)
{
    /// <summary>Its name in a backup.</summary>
    public const string Manifest = "manifest.json";

    private string DatabaseFile => Path.Combine(Folder, DatabaseCopy.NameOf(Header.Engine));

    /// <summary>Opens a backup.</summary>
    /// <param name="file">The file.</param>
    /// <param name="key">Its key, by what it says of itself.</param>
    /// <param name="folder">Where to; empty.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="BackupRefusedException">It is not whole, or is no backup.</exception>
    public static async Task<UnpackedBackup> Open(string file, Func<BackupHeader, byte[]> key, string folder, CancellationToken cancellationToken)
    {
        await using var from = File.OpenRead(file);
        var (header, hash) = await BackupHeader.Read(from, cancellationToken);
        await using var opened = Durable.Create(Path.Combine(folder, "opened"));
        try
        {
            await SealedFile.Open(from, hash, key(header), opened, cancellationToken);
            opened.Position = 0;
            var written = await Unpack(opened, folder, cancellationToken);
            return new(header, Convert.ToHexStringLower(hash), folder, written);
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException)
        {
            throw BackupHeader.Damaged; // sealed by somebody, and not by this program
        }
        finally
        {
            File.Delete(opened.Name);
        }
    }

    /// <summary>Compares what is there with what was written, and looks at all of it once more.</summary>
    /// <exception cref="BackupRefusedException">Something is missing or damaged.</exception>
    public async Task Check(PostgreSqlPrograms programs, CancellationToken cancellationToken)
    {
        if (Header.Engine == Engine.Sqlite)
        {
            Compare(await CheckSqlite(cancellationToken));
        }
        else
        {
            Compare(await programs.Count(DatabaseFile, cancellationToken));
        }

        try
        {
            using var own = new KeyFolder(Path.Combine(Folder, "keys")).Load(new KeyId(Written.Key));
            if (own is null || Written.Node != Header.Node)
            {
                throw BackupHeader.Damaged;
            }
        }
        catch (CryptographicException)
        {
            throw BackupHeader.Damaged;
        }
    }

    /// <summary>It is the node that the backup says it is of, and all of it.</summary>
    /// <exception cref="BackupRefusedException">It is another one, or something is missing.</exception>
    public void Compare(CheckedDatabase found)
    {
        Compare(found.Rows);
        if ((found.Node, found.Key) != (Written.Node, Written.Key))
        {
            throw BackupHeader.Damaged;
        }
    }

    /// <summary>The tables have as many rows as they had.</summary>
    /// <exception cref="BackupRefusedException">One has not.</exception>
    private void Compare(SortedDictionary<string, long> rows)
    {
        if (Written.Rows.FirstOrDefault(table => rows.GetValueOrDefault(table.Key, -1) != table.Value) is { Key: { } other })
        {
            throw new BackupRefusedException(Refusal.Of("backup.counts-differ", "", other, Written.Rows[other], rows.GetValueOrDefault(other)));
        }
    }

    private async Task<CheckedDatabase> CheckSqlite(CancellationToken cancellationToken)
    {
        try
        {
            await using var database = DatabaseCopy.Open(DatabaseFile);
            return await DatabaseCheck.Of(database, Engine.Sqlite, cancellationToken);
        }
        catch (SqliteException fault)
        {
            throw new BackupRefusedException(Refusal.Of("backup.database-damaged", "", fault.Message));
        }
    }

    private static async Task<CheckedDatabase> Unpack(Stream from, string folder, CancellationToken cancellationToken)
    {
        CheckedDatabase? written = null;
        await using var zip = new ZipArchive(from, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in zip.Entries)
        {
            await using var content = await entry.OpenAsync(cancellationToken);
            if (entry.FullName == Manifest)
            {
                written = await JsonSerializer.DeserializeAsync<CheckedDatabase>(content, cancellationToken: cancellationToken);
                continue;
            }

            // Names of this program's own, and of nowhere else: whoever knows the public half of the words can seal what they like.
            var parts = entry.FullName.Split('/');
            if (parts is not ([_] or ["keys" or "cookies", _]) || parts.Any(part => part.Length == 0 || part[0] == '.' || part != Path.GetFileName(part)))
            {
                throw new InvalidDataException();
            }

            Durable.Folder(Path.Combine([folder, .. parts[..^1]]));
            await using var to = Durable.Create(Path.Combine([folder, .. parts]));
            await content.CopyToAsync(to, cancellationToken);
        }

        return written ?? throw new InvalidDataException();
    }
}
