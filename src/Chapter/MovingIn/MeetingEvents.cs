using System.Runtime.Serialization;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using RecoveryCoP.Chapter.Meetings;

namespace RecoveryCoP.Chapter.MovingIn;

/// <summary>Past meetings as a calendar has them (RFC 5545): events with an hour in any zone, or a day alone; those that repeat, date by date, until today.</summary>
internal static class MeetingEvents
{
    private const int MostRepeating = 200, MostDatesOfOne = 1000, MostEmptySteps = 10_000;

    private const string Cancelled = "CANCELLED";

    /// <summary>True for what begins as a calendar does.</summary>
    public static bool IsCalendar(string text) => text.TrimStart().StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a calendar; refused when it is none, or has too many events.</summary>
    public static Result<ReadMeetings> Read(string text, UsualMeeting usual, DateTimeOffset now)
    {
        CalendarEvent[] events;
        try
        {
            events = [.. CalendarCollection.Load(text).SelectMany(c => c.Events)];
        }
        catch (Exception fault) when (fault is SerializationException or ArgumentException or FormatException or InvalidOperationException or OverflowException)
        {
            return Refusal.Of("moving-in.not-a-calendar", MovingForm.FileField);
        }

        // The program that reads does not say where an event stands; they come in the order of the file.
        var lines = text.Split('\n').Index().Where(l => l.Item.Trim().Equals("BEGIN:VEVENT", StringComparison.OrdinalIgnoreCase)).Select(l => l.Index + 1).ToList();
        if (events.Length == 0 || events.Length > MovingLimits.MostRows || lines.Count != events.Length)
        {
            return events.Length > MovingLimits.MostRows ? Refusal.Of("moving-in.too-long", MovingForm.FileField, MovingLimits.MostRows) : Refusal.Of("moving-in.no-events", MovingForm.FileField);
        }

        var gathered = new PastMeetings(usual, now);
        // A date of a series that was moved or cancelled is an event of its own.
        var moved = events.Where(e => e.RecurrenceIdentifier?.StartTime is not null).Select(e => (e.Uid, At: e.RecurrenceIdentifier!.StartTime.Value)).ToHashSet();
        var repeating = 0;
        foreach (var (one, line) in events.Zip(lines))
        {
            try
            {
                if (string.Equals(one.Status, Cancelled, StringComparison.OrdinalIgnoreCase))
                {
                    gathered.LeaveOut(line, "moving-in.cancelled");
                }
                else if (one.Start is null)
                {
                    gathered.Fault(line, "moving-in.date-missing");
                }
                else if (one.Start.Value.Year < 1950)
                {
                    gathered.Fault(line, "moving-in.date-unclear");
                }
                else if (one.RecurrenceRule is null && one.RecurrenceDates.GetAllDates().FirstOrDefault() is null)
                {
                    Add(one, one.Start, line, gathered);
                }
                else if (++repeating > MostRepeating || one.RecurrenceRule is { Frequency: FrequencyType.Secondly or FrequencyType.Minutely or FrequencyType.Hourly })
                {
                    gathered.Fault(line, "moving-in.repeats-too-often");
                }
                else
                {
                    AddDates(one, line, moved, gathered, now);
                }
            }
            catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or EvaluationException or FormatException or OverflowException or TimeZoneNotFoundException)
            {
                gathered.Fault(line, "moving-in.event-unclear");
            }

            if (gathered.Count > MovingLimits.MostRows)
            {
                return Refusal.Of("moving-in.too-long", MovingForm.FileField, MovingLimits.MostRows);
            }
        }

        return gathered.Read;
    }

    private static void AddDates(CalendarEvent one, int line, HashSet<(string?, DateTime)> moved, PastMeetings gathered, DateTimeOffset now)
    {
        var dates = one.GetOccurrences(options: new EvaluationOptions { MaxUnmatchedIncrementsLimit = MostEmptySteps })
            .Select(o => o.Period.StartTime).TakeWhile(d => Local(d, gathered.Usual) <= Dates.Local(now).DateTime).Take(MostDatesOfOne + 1).ToList();
        if (dates.Count > MostDatesOfOne)
        {
            gathered.Fault(line, "moving-in.repeats-too-often");
            return;
        }

        foreach (var date in dates.Where(d => !moved.Contains((one.Uid, d.Value))))
        {
            Add(one, date, line, gathered);
        }

        if (dates.Count == 0)
        {
            gathered.LeaveOut(line, "moving-in.not-over");
        }
    }

    private static void Add(CalendarEvent one, CalDateTime start, int line, PastMeetings gathered)
    {
        var (mode, place) = gathered.WayOf(null, (one.Location ?? "").Trim());
        gathered.Add(new(line, one.Summary ?? "", Local(start, gathered.Usual), MinutesOf(one, gathered.Usual), mode, place, one.Description ?? "", null));
    }

    // A day alone has no hour, and an hour without a zone is that of the wall.
    private static DateTime Local(CalDateTime at, UsualMeeting usual)
    {
        var local = !at.HasTime ? DateOnly.FromDateTime(at.Value).ToDateTime(usual.Hour) : at.IsFloating ? at.Value : Dates.Local(new DateTimeOffset(at.AsUtc, TimeSpan.Zero)).DateTime;
        return DateTime.SpecifyKind(local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute)), DateTimeKind.Unspecified);
    }

    private static int MinutesOf(CalendarEvent one, UsualMeeting usual)
    {
        if (!one.Start!.HasTime)
        {
            return usual.Minutes;
        }

        var minutes = one.End is { } end ? (int)(end.AsUtc - one.Start.AsUtc).TotalMinutes : (int)one.EffectiveDuration.ToTimeSpanUnspecified().TotalMinutes;
        return minutes == 0 ? usual.Minutes : minutes;
    }
}
