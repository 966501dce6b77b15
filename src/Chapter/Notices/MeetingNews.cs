using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Notices;

/// <summary>Whom something is told.</summary>
internal enum NewsFor
{
    /// <summary>Every member who wants letters of this kind.</summary>
    Everybody,

    /// <summary>Who may rely on what is no longer so: those who were written to, and those who said that they come, whatever letters they want.</summary>
    Told,

    /// <summary>Those who come, and those who have not answered; nobody who was written to about it a moment ago.</summary>
    Expected,
}

/// <summary>Something that ought to have been told of a meeting by now.</summary>
/// <param name="Kind">In which kind of letter.</param>
/// <param name="Fact">What, so that it is told once.</param>
/// <param name="For">Whom.</param>
/// <param name="SendAt">Not before.</param>
/// <param name="ExpiresAt">Not after.</param>
/// <param name="IsUrgent">True when neither the night nor the day's limit holds it.</param>
/// <param name="Since">Whoever was written to later than that knows it already, where it is for those who are expected; null: the day before the reminder.</param>
internal sealed record News(NewsKind Kind, string Fact, NewsFor For, DateTimeOffset SendAt, DateTimeOffset ExpiresAt, bool IsUrgent = false, DateTimeOffset? Since = null);

/// <summary>
/// What ought to have been told of a meeting, from how it stands and what time it is; nothing else. So it does not matter what was missed meanwhile, and asking
/// again tells nothing twice: what was recorded is looked up beside it.
/// </summary>
internal static class MeetingNews
{
    /// <summary>How long before a meeting people are told what to read.</summary>
    public static readonly TimeSpan ReadingAhead = TimeSpan.FromDays(7);

    /// <summary>How long before a meeting people are reminded.</summary>
    public static readonly TimeSpan ReminderAhead = TimeSpan.FromHours(24);

    // Who plans often changes two things one after the other: they are told together.
    private static readonly TimeSpan gathering = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan minutesAreNews = TimeSpan.FromDays(14);

    /// <summary>All of it.</summary>
    public static IReadOnlyList<News> Of(Meeting meeting, DateTimeOffset now) => !meeting.Exists ? [] : [.. All(meeting, now).OfType<News>()];

    private static IEnumerable<News?> All(Meeting meeting, DateTimeOffset now)
    {
        var (starts, zone) = (meeting.Plan.StartsAt, TimeZoneInfo.FindSystemTimeZoneById(meeting.Plan.Zone));
        var isAhead = now < starts;
        var isNear = starts - now < ReminderAhead;
        var byDay = QuietHours.After(now, zone);

        if (meeting.State == MeetingState.Announced && isAhead)
        {
            yield return new(NewsKind.Announcement, MeetingCalendar.InvitingFact, NewsFor.Everybody, byDay, starts);
            if (meeting.Changes > 0)
            {
                yield return new(NewsKind.Change, $"change-{Digits.Of(meeting.Changes)}", NewsFor.Told, isNear ? now : QuietHours.After(now + gathering, zone), starts, isNear);
            }

            // Whoever was told of the meeting later than that was told this with it, but for what was added since.
            var addedLate = meeting.ReadingsAddedAt is { } added && added > starts - ReadingAhead ? meeting.ReadingsAddedAt : null;
            if (meeting.HasReading && starts - now < ReadingAhead && (meeting.AnnouncedAt <= starts - ReadingAhead || addedLate is not null))
            {
                yield return addedLate is null
                    ? new(NewsKind.PreReading, "reading", NewsFor.Expected, byDay, starts)
                    : new(NewsKind.PreReading, $"reading-{Digits.Of(meeting.ReadingsAdded)}", NewsFor.Expected, QuietHours.After(now + gathering, zone), starts, Since: addedLate);
            }

            if (isNear && meeting.AnnouncedAt <= starts - ReminderAhead)
            {
                yield return new(NewsKind.Reminder, $"reminder-{Digits.Of(meeting.Round)}", NewsFor.Expected, byDay, starts);
            }
        }

        if (meeting is { State: MeetingState.Cancelled, AnnouncedAt: not null, WasNeverAnnounced: false } && isAhead)
        {
            yield return new(NewsKind.Cancellation, "cancelled", NewsFor.Told, isNear ? now : byDay, starts, isNear);
        }

        if (meeting.Minutes is { State: MinutesState.Approved, ApprovedAt: { } approved } && now < approved + minutesAreNews)
        {
            yield return new(NewsKind.Minutes, "minutes", NewsFor.Everybody, byDay, approved + minutesAreNews);
        }
    }
}

/// <summary>The hours in which no letter wakes anybody: from nine in the evening to eight in the morning, on the clocks of the meeting.</summary>
internal static class QuietHours
{
    private static readonly TimeOnly begin = new(21, 0), end = new(8, 0);

    /// <summary>The same moment by day; the next morning's eight o'clock by night.</summary>
    public static DateTimeOffset After(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        var hour = TimeOnly.FromDateTime(local);
        return hour >= end && hour < begin ? at : Dates.InstantOf(DateOnly.FromDateTime(local).AddDays(hour >= begin ? 1 : 0).ToDateTime(end), zone);
    }
}
