using RecoveryCoP.SampleChapters;
using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Chapter.Tests.SampleChapters;

public sealed class The_calendar_of_a_sample
{
    [Fact]
    public async Task puts_the_next_meeting_ahead_and_the_others_behind_on_any_day()
    {
        foreach (var name in SampleFolders.Names)
        {
            var sample = await SampleFolders.Read(name);
            for (var now = new DateTimeOffset(2026, 1, 1, 1, 30, 0, TimeSpan.Zero); now.Year < 2028; now = now.AddHours(17))
            {
                var calendar = new SampleCalendar(now, sample.Meetings);
                Assert.InRange(calendar.Meeting(0) - now, TimeSpan.FromTicks(1), TimeSpan.FromDays(36));
                Assert.True(calendar.Meeting(1) <= now);
                foreach (var meeting in sample.Meetings.Meetings)
                {
                    var start = calendar.Meeting(meeting.MonthsAgo);
                    Assert.Equal(sample.Meetings.Weekday, Dates.DayOf(start).DayOfWeek);
                    // What the checks promise: who joined, and what was shared, is there on the day it is needed.
                    Assert.True(calendar.WeeksAgo(SampleChecks.WeeksAgo(meeting, MeetingPlanning.PlannedDaysBefore)) <= start.AddDays(-MeetingPlanning.PlannedDaysBefore));
                }
            }
        }
    }
}
