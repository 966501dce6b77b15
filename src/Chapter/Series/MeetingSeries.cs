using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Series;

/// <summary>Meetings that come back every month, or every few months. A month has one of its dates at most: so whatever is said of a month holds when the day in it changes.</summary>
public sealed record MeetingSeries : GrainRecord
{
    /// <summary>The name of its state in storage and in the change log.</summary>
    public const string Kind = "series";

    /// <summary>How often anything of it changed.</summary>
    public int Version { get; init; }

    /// <summary>When its meetings are, and what they begin with.</summary>
    public SeriesSetup Setup { get; init; } = new();

    /// <summary>Months without a meeting, by their first day, in order.</summary>
    public IReadOnlyList<DateOnly> Skips { get; init; } = [];

    /// <summary>False for one that nobody has made yet.</summary>
    [JsonIgnore]
    public bool Exists => Id != Guid.Empty;

    /// <summary>Its dates from a day on, with what becomes of each.</summary>
    public IEnumerable<SeriesDate> DatesFrom(DateOnly day) =>
        Setup.DatesFrom(day).Select(d => d.TakesPlace && Skips.Contains(MonthOf(d.Date)) ? d with { Fate = DateFate.Skipped } : d);

    /// <summary>The id of the meeting of a month: the same whoever works it out, so that no month gets two.</summary>
    public Guid MeetingOf(DateOnly date)
    {
        Span<byte> source = stackalloc byte[20], hash = stackalloc byte[SHA256.HashSizeInBytes];
        Id.TryWriteBytes(source, bigEndian: true, out _);
        BitConverter.TryWriteBytes(source[16..], System.Net.IPAddress.HostToNetworkOrder((date.Year * 12) + date.Month));
        SHA256.HashData(source, hash);
        // Version 8 of RFC 9562: an id that its maker works out.
        (hash[6], hash[8]) = ((byte)((hash[6] & 0x0F) | 0x80), (byte)((hash[8] & 0x3F) | 0x80));
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>A month as it is written down.</summary>
    internal static DateOnly MonthOf(DateOnly date) => new(date.Year, date.Month, 1);
}

/// <summary>Which day of a month.</summary>
public enum SeriesDay
{
    /// <summary>The first such weekday.</summary>
    First,

    /// <summary>The second.</summary>
    Second,

    /// <summary>The third.</summary>
    Third,

    /// <summary>The fourth.</summary>
    Fourth,

    /// <summary>The last, be it the fourth or the fifth.</summary>
    Last,

    /// <summary>The same day of each month, whatever weekday it is.</summary>
    DayOfMonth,
}

/// <summary>What becomes of a date of a series.</summary>
public enum DateFate
{
    /// <summary>There is a meeting.</summary>
    TakesPlace,

    /// <summary>Somebody said that there is none.</summary>
    Skipped,

    /// <summary>It is a public holiday, and the series skips those.</summary>
    Holiday,
}

/// <summary>A date of a series.</summary>
/// <param name="Date">The day.</param>
/// <param name="Fate">What becomes of it.</param>
public sealed record SeriesDate(DateOnly Date, DateFate Fate = DateFate.TakesPlace)
{
    /// <summary>True when there is a meeting.</summary>
    public bool TakesPlace => Fate == DateFate.TakesPlace;
}

/// <summary>A series as it is set up, whole: a revision replaces it.</summary>
[GenerateSerializer, Immutable, Alias("series-setup")]
public sealed record SeriesSetup
{
    /// <summary>Every so many months at most.</summary>
    public const int MostMonths = 6;

    /// <summary>Of <see cref="LeadDays"/>: one that is told later than this is told too late.</summary>
    public const int FewestLeadDays = 7;

    /// <summary>Of <see cref="LeadDays"/>: half a year.</summary>
    public const int MostLeadDays = 183;

    // Nobody plans further, and a series of holidays alone must come to an end.
    private const int Years = 10;

    /// <summary>Every so many months.</summary>
    [Id(0)] public int EveryMonths { get; init; } = 1;

    /// <summary>Which day of the month.</summary>
    [Id(1)] public SeriesDay On { get; init; }

    /// <summary>Which weekday, where the day is one.</summary>
    [Id(2)] public DayOfWeek Weekday { get; init; }

    /// <summary>Which day of the month, where it is that: a month that is shorter takes its last.</summary>
    [Id(3)] public int Day { get; init; }

    /// <summary>True when a date that is a public holiday has no meeting.</summary>
    [Id(4)] public bool SkipsHolidays { get; init; }

    /// <summary>How many days before a meeting its draft is made, and shown to those who plan.</summary>
    [Id(5)] public int LeadDays { get; init; }

    /// <summary>The last day that can be one of its dates; null for one without an end.</summary>
    [Id(6)] public DateOnly? Until { get; init; }

    /// <summary>What each draft begins with: title, length, place, agenda. Its beginning is the day from which the dates count, and their hour.</summary>
    [Id(7)] public MeetingPlan Plan { get; init; } = new();

    /// <summary>What a newer program wrote, written back untouched. It stays in the state and is no part of a command.</summary>
    [JsonExtensionData]
    [field: NonSerialized]
    public Dictionary<string, JsonElement>? Unknown { get; init; }

    /// <summary>The day from which its dates count.</summary>
    [JsonIgnore]
    public DateOnly From => Plan.Day;

    /// <summary>Its dates from a day on, as far as anybody plans.</summary>
    public IEnumerable<SeriesDate> DatesFrom(DateOnly day)
    {
        // The rhythm begins with the first date there can be, be it in the month after.
        var first = MeetingSeries.MonthOf(In(MeetingSeries.MonthOf(From)) < From ? From.AddMonths(1) : From);
        var start = day > From ? day : From;
        var last = start.AddYears(Years) is var end && Until < end ? Until.Value : end;
        // The first month of the series at or before the day asked for.
        var months = (((start.Year - first.Year) * 12) + start.Month - first.Month) / EveryMonths * EveryMonths;
        for (var month = first.AddMonths(months); month <= last; month = month.AddMonths(EveryMonths))
        {
            var date = In(month);
            if (date >= start && date <= last)
            {
                yield return new(date, SkipsHolidays && PublicHolidays.Has(date) ? DateFate.Holiday : DateFate.TakesPlace);
            }
        }
    }

    /// <summary>The plan of the meeting on a date.</summary>
    public MeetingPlan PlanOn(DateOnly date)
    {
        var start = date.ToDateTime(TimeOnly.FromDateTime(Plan.Start));
        // In the night in which clocks go forward one hour does not exist: the next one is what clocks then show.
        return Plan with { Start = TimeZoneInfo.FindSystemTimeZoneById(Plan.Zone).IsInvalidTime(start) ? start.AddHours(1) : start };
    }

    /// <summary>True when the other says the same.</summary>
    public bool Says(SeriesSetup other) => Plan.Says(other.Plan) && Plain(this) == Plain(other);

    /// <summary>What no series may be; forms refuse most of it earlier.</summary>
    public IReadOnlyList<Refusal> Errors() =>
        EveryMonths is < 1 or > MostMonths ? [Refusal.Of("series.every-missing", nameof(SeriesForm.Every))]
        : !Enum.IsDefined(On) || !Enum.IsDefined(Weekday) ? [Refusal.Of("series.day-missing", nameof(On))]
        : On == SeriesDay.DayOfMonth && Day is < 1 or > 31 ? [Refusal.Of("series.date-missing", nameof(Day), 1, 31)]
        : LeadDays is < FewestLeadDays or > MostLeadDays ? [Refusal.Of("series.lead-missing", nameof(LeadDays), FewestLeadDays, MostLeadDays)]
        : Plan.Errors();

    /// <summary>Why nothing would come of it; null when something would.</summary>
    internal Refusal? NothingAhead(DateTimeOffset now) =>
        DatesFrom(Dates.DayOf(now)).Any(d => d.TakesPlace && PlanOn(d.Date).StartsAt > now) ? null : Refusal.Of("series.no-dates", nameof(Until));

    private DateOnly In(DateOnly month)
    {
        var days = DateTime.DaysInMonth(month.Year, month.Month);
        if (On == SeriesDay.DayOfMonth)
        {
            return month.AddDays(Math.Min(Day, days) - 1);
        }

        var first = (Weekday - month.DayOfWeek + 7) % 7;
        return month.AddDays(On == SeriesDay.Last ? first + ((days - 1 - first) / 7 * 7) : first + (7 * (int)On));
    }

    private static SeriesSetup Plain(SeriesSetup setup) => setup with { Plan = new(), Unknown = null };
}
