using RecoveryCoP.Chapter.Meetings;

namespace RecoveryCoP.Chapter.Series;

/// <summary>A date ahead of a series, as people look at it.</summary>
/// <param name="Date">The day.</param>
/// <param name="Fate">What the series says of it; null where it says nothing any more, and a meeting stands there all the same.</param>
/// <param name="Meeting">The meeting that stands for it; null while there is none.</param>
internal sealed record DateAhead(DateOnly Date, DateFate? Fate, Meeting? Meeting)
{
    /// <summary>True while saying "no meeting in that month" is enough for there to be none.</summary>
    public bool CanBeSkipped => Fate == DateFate.TakesPlace && Meeting is null or { Occurrence.IsAsMade: true };
}

/// <summary>What is missing of a series, and what is ahead: from how it stands, the meetings there are and what time it is; nothing else.</summary>
internal static class SeriesOutlook
{
    /// <summary>The month from which meetings of a series count.</summary>
    public static DateOnly Since(DateTimeOffset now) => MeetingSeries.MonthOf(Dates.DayOf(now));

    /// <summary>What brings the meetings to where the series stands, each with the id of its meeting. Asked again afterwards, it is nothing.</summary>
    public static IEnumerable<(Guid Id, PlanOccurrence Act)> Missing(MeetingSeries series, IEnumerable<Meeting> meetings, DateTimeOffset now)
    {
        var today = Dates.DayOf(now);
        var there = meetings.ToDictionary(m => m.Id);
        var ahead = series.DatesFrom(today).Where(d => d.TakesPlace && series.Setup.PlanOn(d.Date).StartsAt > now).ToDictionary(d => series.MeetingOf(d.Date), d => d.Date);
        foreach (var (id, date) in ahead)
        {
            var (meeting, plan) = (there.GetValueOrDefault(id), series.Setup.PlanOn(date));
            var isDue = date <= today.AddDays(series.Setup.LeadDays);
            if (meeting is null ? isDue
                : meeting.Occurrence is { IsAsMade: true } made && (meeting.State == MeetingState.Draft ? made.Date != date || !meeting.Plan.Says(made.Occasion is null ? plan : plan.OnOccasion(meeting.Plan)) : isDue))
            {
                yield return (id, new(Actor.Node, new(series.Id, date, series.Version), plan));
            }
        }

        // One whose day has come is no longer the series' business.
        foreach (var meeting in there.Values.Where(m => m is { State: MeetingState.Draft, Occurrence.IsAsMade: true } && m.Plan.StartsAt > now && !ahead.ContainsKey(m.Id)))
        {
            yield return (meeting.Id, new(Actor.Node, meeting.Occurrence! with { Version = series.Version }, null));
        }
    }

    /// <summary>The next dates, and the meetings that stand beside them.</summary>
    public static IReadOnlyList<DateAhead> Ahead(MeetingSeries series, IReadOnlyList<Meeting> meetings, DateTimeOffset now, int most)
    {
        var dates = series.DatesFrom(Dates.DayOf(now)).Take(most).ToList();
        // Also one that was moved to an earlier day and is over: its date has its meeting.
        var shown = meetings.Where(m => (m.Plan.EndsAt > now || dates.Any(d => series.MeetingOf(d.Date) == m.Id)) && (m.State != MeetingState.Cancelled || m.Occurrence is { IsAsMade: false })).ToDictionary(m => m.Id);
        return
        [
            .. dates.Select(d => new DateAhead(d.Date, d.Fate, shown.GetValueOrDefault(series.MeetingOf(d.Date))))
                .Concat(shown.Values.Where(m => dates.All(d => series.MeetingOf(d.Date) != m.Id)).Select(m => new DateAhead(m.Occurrence!.Date, null, m)))
                .OrderBy(d => d.Date),
        ];
    }
}
