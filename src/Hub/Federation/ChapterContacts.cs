using System.Collections.Concurrent;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>When each chapter last exchanged: written at most once a minute for each, so that a long poll costs no write.</summary>
internal sealed partial class ChapterContacts(Database database, TimeProvider clock, ILogger<ChapterContacts> log)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<NodeId, (DateTimeOffset At, string Version)> noted = new();

    /// <summary>A chapter is exchanging now.</summary>
    public Task Note(NodeId chapter, CancellationToken cancellationToken) =>
        noted.TryGetValue(chapter, out var last) && clock.GetUtcNow() - last.At < Pace ? Task.CompletedTask : Write(chapter, last.Version ?? "", cancellationToken);

    /// <summary>A chapter said which version it runs.</summary>
    public Task NoteVersion(NodeId chapter, string version, CancellationToken cancellationToken) =>
        noted.TryGetValue(chapter, out var last) && last.Version == version ? Note(chapter, cancellationToken) : Write(chapter, version, cancellationToken);

    private async Task Write(NodeId chapter, string version, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        noted[chapter] = (now, version);
        try
        {
            await database.Write(
                t => t.Execute(
                    """
                    insert into chapter_contact (node_id, last_at, software_version) values (@id, @now, @version)
                    on conflict (node_id) do update set last_at = excluded.last_at,
                       software_version = case when excluded.software_version = '' then chapter_contact.software_version else excluded.software_version end
                    """,
                    new { id = chapter.Value, now, version }),
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            // A full disk must not keep chapters from reading.
            LogNotNoted(failure, chapter.Value);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "That {Chapter} called could not be noted")]
    private partial void LogNotNoted(Exception failure, string chapter);
}
