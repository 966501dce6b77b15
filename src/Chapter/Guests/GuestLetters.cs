using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members.Pages;
using RecoveryCoP.Chapter.Notices;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Guests;

/// <summary>Writes letters to guests, from how the meeting stands when they go. Discreet: subject and first lines show on a lock screen.</summary>
internal sealed class GuestLetters(GuestStore guests, GuestLinks links, MeetingCalendar calendar, TimeProvider clock)
{
    /// <summary>A letter; null when there is nothing to tell any more.</summary>
    public async Task<Letter?> Write(GuestLetterRow row, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await guests.Find(row.GuestId, cancellationToken) is not { } guest || await guests.Meeting(guest.MeetingId, cancellationToken) is not { } meeting)
        {
            return null;
        }

        // What was recorded may be so no more: another change came, the day was moved, or the meeting is for members again and its link no guest's.
        var kind = row.Fact.Split('-')[0];
        var isOff = meeting.State == MeetingState.Cancelled;
        if (isOff != (kind == "cancelled") || (!isOff && !meeting.Plan.OpenToGuests) || (kind == "asked" && Guest.RefusalFor(meeting, guest.Way, now) is not null)
            || (kind is "change" or "reminder" && MeetingNews.Of(meeting, now).All(n => n.Fact != row.Fact)))
        {
            return null;
        }

        var language = Language.Of(guest.Language);
        var (day, hours) = (MeetingTimes.Day(meeting.Plan.StartsAt), MeetingTimes.Hours(meeting.Plan.StartsAt, meeting.Plan.EndsAt));
        var (subject, opening) = kind switch
        {
            "asked" => (GuestText.AskedSubject, GuestText.Asked),
            "change" => (NoticeText.ChangeSubject, NoticeText.Changed),
            "cancelled" => (NoticeText.CancellationSubject, NoticeText.Cancelled),
            "reminder" => (NoticeText.ReminderSubject, NoticeText.Soon),
            _ => (GuestText.ExpectedSubject, GuestText.Expected),
        };
        var lines = new LetterLines(language);
        lines.Add(NoticeText.Hello).Gap().Add(opening.With(day, hours)).Gap();
        if (kind == "asked")
        {
            lines.Add(guest.IsComing == 1 ? GuestText.AlreadyConfirmed : GuestText.ConfirmHere).Add(links.Page(language, guest.Id).ToString()).Gap().Add(GuestText.NotYou);
        }
        else
        {
            if (!isOff)
            {
                Facts(lines, meeting, guest, now);
            }

            if (!isOff && kind == "expected" && await guests.VisitOf(guest, cancellationToken) >= GuestLimits.VisitsBeforeJoining)
            {
                lines.Add(GuestText.ThirdVisit).Add(links.At(PagePath.Of<JoinPage>(), language).ToString()).Gap();
            }

            lines.Add("-- ").Add(isOff ? GuestText.Forgotten : GuestText.CannotCome).Add(isOff ? "" : links.Page(language, guest.Id).ToString());
        }

        return new Letter(row.Id, guest.Address, language.Code, subject.With(day).In(language), lines.ToString())
        {
            Files = kind is "expected" or "change" or "cancelled" ? [calendar.FileOf(meeting, language, links.At(new("/fr", "/en"), language))] : [],
        };
    }

    private static void Facts(LetterLines lines, Meeting meeting, Guest guest, DateTimeOffset now)
    {
        lines.Add(meeting.Plan.Title);
        foreach (var earlier in meeting.EarlierStarts)
        {
            lines.Add(NoticeText.NoLonger.With(MeetingTimes.Moment(earlier)));
        }

        // The way that there still is, when theirs is there no more.
        if (meeting.Plan.Has(AttendanceMode.InPerson) && (guest.Way == AttendanceMode.InPerson || !meeting.Plan.Has(AttendanceMode.Remote)))
        {
            lines.Add(NoticeText.Where.With(meeting.Plan.Place));
        }
        else if (meeting.IsOpenRemotely(now) && meeting.Plan.StartsAt - now <= MeetingNews.ReminderAhead)
        {
            // Not sooner: a link that lies about for weeks is passed on.
            if (meeting.Plan.VideoLink.Length > 0)
            {
                lines.Add(NoticeText.Video).Add(meeting.Plan.VideoLink);
            }

            if (meeting.Plan.Phone.Length > 0)
            {
                lines.Add(MeetingText.ByPhone.With(meeting.Plan.Phone));
            }
        }
        else
        {
            lines.Add(GuestText.LinkTheDayBefore);
        }

        lines.Gap();
    }
}
