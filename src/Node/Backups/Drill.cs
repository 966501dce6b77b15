using Microsoft.Extensions.Logging;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Backups;

/// <summary>Tries the newest backup as if everything else were lost, but with the drill key of this folder in place of the words: opens it aside, and checks all of it.</summary>
internal sealed partial class Drill(BackupMaker maker, DataFolder folder, BackupRecords records, ILogger<Drill> log)
{
    /// <summary>Does it, and notes how it went.</summary>
    public Task<Result<BackupFile>> Try(Guid? by, bool isAsked, CancellationToken cancellationToken) => maker.InTurn<Result<BackupFile>>(async () =>
    {
        var there = maker.Readable;
        if (there is [])
        {
            return Refusal.Of("backup.none");
        }

        var newest = there is null ? null : maker.NewestOf(there);
        var tried = newest is null ? Refusal.Of("backup.folder-unreadable") : await BackupMaker.Refusable(() => Try(newest, cancellationToken));
        if (tried.Refusals is [var refusal, ..])
        {
            LogFailed(newest?.Name ?? maker.Folder, refusal.Code, string.Join(' ', refusal.Args));
        }

        await records.Note(Recorded.Drill, tried.Refusals is [var why, ..] ? why : null, by, isAsked);
        return tried;
    }, cancellationToken);

    private async Task<BackupFile> Try(BackupFile file, CancellationToken cancellationToken)
    {
        var work = Durable.EmptyFolder(maker.DrillWork);
        try
        {
            var backup = await UnpackedBackup.Open(
                file.Path, header => KeySeals.Open(header.Drill, DrillKey.Of(folder.Path)) ?? throw new BackupRefusedException(Refusal.Of("backup.of-another-folder")), work, cancellationToken);
            await backup.Check(maker.Programs, cancellationToken);
            return file;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Trying the backup {File} failed: {Code} {Detail}")]
    private partial void LogFailed(string file, string code, string detail);
}

/// <summary>Compares typed recovery words with those that this node was printed, of which only the public half is here.</summary>
internal sealed class WordsProof(ThisNode node, FeedHeads heads, BackupRecords records)
{
    /// <summary>Whether it is their key, and notes it; null while nobody has founded the node.</summary>
    public async Task<bool?> Compare(KeyId typed, Guid? by, CancellationToken cancellationToken)
    {
        if (!node.IsFounded)
        {
            return null;
        }

        var isRight = (await heads.State(node.Identity.Id, cancellationToken)).Keys.Head?.Recovery.Id == typed;
        await records.Note(Recorded.Words, isRight ? null : Refusal.Of("backup.words-wrong"), by, isAsked: true);
        return isRight;
    }
}
