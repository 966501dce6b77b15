using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Hub.Home;

/// <summary>The practices that the first page shows: the newest of each chapter, so that a busy one does not hide the others.</summary>
public static class WorthReading
{
    // What was written in both languages is there once, in the reader's.
    private const string OfOne =
        """
        select node_id, practice_id, language, title, summary, revised_at
          from library_practice p
         where node_id = @node and item_id is not null
           and (language = @language or not exists (select 1 from library_translation t where t.number = p.number and t.language = @language))
         order by revised_at desc, practice_id
         limit @most
        """;

    /// <summary>
    /// The newest of every chapter, newest first; then, while there is room, the second newest of every chapter, and so on.
    /// What was written in both languages is there once, in the reader's.
    /// </summary>
    public static async Task<IReadOnlyList<LibraryEntry>> Pick(Database database, LibraryQueries library, Language reader, int most, CancellationToken cancellationToken)
    {
        // Twice as many as are shown: a translation may be newer than what its reader sees of it.
        var chapters = (await library.Everything(cancellationToken).ConfigureAwait(false)).Chapters.Take(2 * most);
        var turns = new List<(int Turn, LibraryEntry Entry)>();
        foreach (var node in chapters)
        {
            var entries = await database.Query<LibraryEntry>(OfOne, new { node, language = reader.Code, most }, cancellationToken).ConfigureAwait(false);
            turns.AddRange(entries.Select((entry, turn) => (turn, entry)));
        }

        return
        [
            .. turns.OrderBy(t => t.Turn).ThenByDescending(t => t.Entry.RevisedAt).ThenBy(t => t.Entry.PracticeId).ThenBy(t => t.Entry.NodeId, StringComparer.Ordinal)
                .Select(t => t.Entry).Take(most),
        ];
    }
}
