using RecoveryCoP.Chapter.Committees;
using RecoveryCoP.Chapter.Committees.Pages;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Notices;

/// <summary>Letters that a seat, or a longer term on one, is offered. Whoever is asked answers on the seat's page, which says first what a yes shows to others.</summary>
internal sealed class SeatLetters(CommitteeQueries committees, MemberQueries members, LetterLinks links, TimeProvider clock) : ILetterKind
{
    public string Code => NoticeCodes.CodeOf(NewsKind.Seat);

    public Text Name => NoticeCodes.Kinds.LabelOf(NewsKind.Seat);

    public DateTimeOffset NotBefore(DateTimeOffset now) => QuietHours.After(now, Dates.Zone);

    public async Task<Letter?> Write(RecordedLetter letter, Account reader, CancellationToken cancellationToken)
    {
        var (now, member) = (clock.GetUtcNow(), await members.Find(reader.Id, cancellationToken));
        if ((await committees.Of(reader.Id, cancellationToken)).FirstOrDefault(s => s.Seat.Id == letter.About) is not { Seat: { Offer: { } offer } seat } found
            || SeatNews.Of(seat, now) is not var (asked, what) || asked != reader.Id || what.Fact != letter.Fact || !NewsKind.Seat.IsWantedBy(member))
        {
            return null;
        }

        var language = Language.Of(reader.Language);
        var committee = CommitteeText.Both(found.Committee.Content.Name);
        var until = CommitteeText.Day(offer.Until);
        // The name of a seat that is kept for a group may say what its reader is.
        var which = seat.Content.KeptFor.Length > 0 ? NoticeText.SeatKept.With(committee, until) : NoticeText.SeatNamed.With(CommitteeText.Both(seat.Content.Title), committee, until);
        var lines = new LetterLines(language).Add(NoticeText.Hello).Gap()
            .Add(seat.Held is null ? NoticeText.SeatOffered : NoticeText.SeatToKeep).Gap().Add(which).Gap()
            .Add(NoticeText.AnswerSeat).Add(links.At(PagePath.Of<SeatPage>(found.Committee.Id, seat.Id), language).ToString()).Gap();
        return links.Ended(lines, NewsKind.Seat, letter, reader, member, NoticeText.SeatSubject, now);
    }
}
