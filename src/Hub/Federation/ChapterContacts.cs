using System.Collections.Concurrent;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>What a chapter said of itself when it said hello.</summary>
/// <param name="Version">Which version it runs.</param>
/// <param name="Health">How it is.</param>
/// <param name="RestoreProvenAt">When it last found a backup of its own whole; null for never.</param>
internal sealed record SaidAtHello(string Version, NodeHealth Health, DateTimeOffset? RestoreProvenAt);

/// <summary>When each chapter last exchanged: written at most once a minute for each, so that a long poll costs no write.</summary>
internal sealed partial class ChapterContacts(Database database, TimeProvider clock, ILogger<ChapterContacts> log)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<NodeId, (DateTimeOffset At, SaidAtHello? Said)> noted = new();

    /// <summary>A chapter is exchanging now.</summary>
    public Task Note(NodeId chapter, CancellationToken cancellationToken) =>
        noted.TryGetValue(chapter, out var last) && clock.GetUtcNow() - last.At < Pace ? Task.CompletedTask : Write(chapter, last.Said, cancellationToken);

    /// <summary>A chapter said hello.</summary>
    public Task NoteHello(NodeId chapter, SaidAtHello said, CancellationToken cancellationToken) =>
        noted.TryGetValue(chapter, out var last) && last.Said == said ? Note(chapter, cancellationToken) : Write(chapter, said, cancellationToken);

    // Without a hello since the start, what it said before stands.
    private async Task Write(NodeId chapter, SaidAtHello? said, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        noted[chapter] = (now, said);
        try
        {
            await database.Write(
                async t =>
                {
                    await t.Execute(
                        """
                        insert into chapter_contact (node_id, last_at, software_version, health) values (@id, @now, '', 'Unspecified')
                        on conflict (node_id) do update set last_at = excluded.last_at
                        """,
                        new { id = chapter.Value, now }).ConfigureAwait(false);
                    if (said is not null)
                    {
                        // Just started, it does not know yet how it is: it is as it was.
                        await t.Execute(
                            "update chapter_contact set software_version = @Version, health = case when @health = 'Unspecified' then health else @health end, restore_proven_at = @RestoreProvenAt where node_id = @id",
                            new { id = chapter.Value, said.Version, health = said.Health.ToString(), said.RestoreProvenAt }).ConfigureAwait(false);
                    }
                },
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
