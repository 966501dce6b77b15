using RecoveryCoP.Chapter.Intentions;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Notices;

/// <summary>Records, once, that somebody is to be asked what became of what they would have liked to try.</summary>
internal sealed class IntentionNotices(IntentionQueries intentions, NamedPractices practices, NoticeReaders readers, LetterOutbox outbox, TimeProvider clock)
{
    // Whoever was away for so long is not asked about each of them at once when the letters go again.
    private static readonly TimeSpan stale = TimeSpan.FromDays(21);

    /// <summary>What is told of an intention; null while there is nothing to ask, or no longer.</summary>
    public static LetterToRecord? Of(IntentionToAsk intention, DateTimeOffset now) => now < intention.AskAt || now >= intention.AskAt + stale ? null
        : new(NoticeCodes.CodeOf(NewsKind.Intention), intention.Id, $"ask-{Dates.DayOf(intention.AskAt):yyyy-MM-dd}", QuietHours.After(now, Dates.Zone), intention.AskAt + stale);

    /// <summary>Finds out, outside any transaction, what is missing.</summary>
    /// <returns>Records it; null when nothing is.</returns>
    public async Task<Func<Transaction, Task>?> Missing(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        List<(IReadOnlyList<(Guid, Guid)> Reader, LetterToRecord What)> missing = [];
        foreach (var intention in await intentions.ToAsk(now - stale, now, cancellationToken))
        {
            if (Of(intention, now) is { } what && await readers.OnlyIfUntold(intention.MemberId, what, cancellationToken) is { Count: > 0 } reader
                && await practices.Find(intention.Practice, new Actor(intention.MemberId, []), cancellationToken) is not null)
            {
                missing.Add((reader, what));
            }
        }

        return missing.Count == 0 ? null : async transaction =>
        {
            foreach (var (reader, what) in missing)
            {
                await outbox.Record(transaction, reader, what);
            }
        };
    }
}
