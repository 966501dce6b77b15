using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Hub.Home;

/// <summary>The practices that the first page shows: the newest of each chapter, so that a busy one does not hide the others.</summary>
public static class WorthReading
{
    /// <summary>The newest of every chapter, newest first; then, while there is room, the second newest of every chapter, and so on.</summary>
    public static Task<IReadOnlyList<LibraryEntry>> Pick(Database database, int most, CancellationToken cancellationToken) => database.Query<LibraryEntry>(
        """
        select node_id, practice_id, language, title, summary, revised_at
          from (select p.*, row_number() over (partition by node_id order by revised_at desc, practice_id) as turn
                  from library_practice p
                 where item_id is not null) as ranked
         order by turn, revised_at desc, practice_id, node_id
         limit @most
        """,
        new { most },
        cancellationToken);
}
