using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Hub.Home;

/// <summary>The practices that the first page shows: the newest of each chapter, so that a busy one does not hide the others.</summary>
public static class WorthReading
{
    /// <summary>
    /// The newest of every chapter, newest first; then, while there is room, the second newest of every chapter, and so on.
    /// What was written in both languages is there once, in the reader's.
    /// </summary>
    public static Task<IReadOnlyList<LibraryEntry>> Pick(Database database, Language reader, int most, CancellationToken cancellationToken) => database.Query<LibraryEntry>(
        """
        select node_id, practice_id, language, title, summary, revised_at
          from (select p.*, row_number() over (partition by node_id order by revised_at desc, practice_id) as turn
                  from library_practice p
                 where item_id is not null
                   and (language = @language or not exists (select 1 from library_translation t where t.number = p.number and t.language = @language))) as ranked
         order by turn, revised_at desc, practice_id, node_id
         limit @most
        """,
        new { language = reader.Code, most },
        cancellationToken);
}
