using RecoveryCoP.Chapter.Committees;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Notices;

/// <summary>What ought to have been told of a seat to whoever is asked to take it or to go on, from how it stands and what time it is; nothing else.</summary>
internal static class SeatNews
{
    // Who offers may pick another day a moment later.
    private static readonly TimeSpan gathering = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan offersAreNews = TimeSpan.FromDays(14);

    /// <summary>It; null when there is nothing to tell. The same offer is told once a day, however often it is taken back and made.</summary>
    public static (Guid Reader, LetterToRecord What)? Of(Seat seat, DateTimeOffset now) =>
        seat.Offer is not { } offer || now >= offer.At + offersAreNews ? null
        : (offer.Member, new(NoticeCodes.CodeOf(NewsKind.Seat), seat.Id, $"asked-{Days.Of(Dates.DayOf(offer.At))}-until-{Days.Of(offer.Until)}", QuietHours.After(now + gathering, Dates.Zone), offer.At + offersAreNews));
}

/// <summary>Records it, whenever a committee is written.</summary>
internal sealed class SeatNotices(Database database, CommitteeQueries committees, NoticeReaders readers, LetterOutbox outbox, TimeProvider clock) : GrainFollower(database)
{
    public override string Name => "seat-notices";

    protected override string Kind => Committee.Kind;

    protected override async Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        List<(IReadOnlyList<(Guid, Guid)> Reader, LetterToRecord What)> missing = [];
        foreach (var id in ids)
        {
            foreach (var seat in (await committees.Find(id, cancellationToken))?.OpenSeats ?? [])
            {
                if (SeatNews.Of(seat, clock.GetUtcNow()) is var (reader, what))
                {
                    missing.Add((await readers.OnlyIfWanted(reader, NewsKind.Seat, cancellationToken), what));
                }
            }
        }

        return async transaction =>
        {
            foreach (var (reader, what) in missing)
            {
                await outbox.Record(transaction, reader, what);
            }
        };
    }
}
