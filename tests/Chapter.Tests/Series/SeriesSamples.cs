using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Series;
using RecoveryCoP.Chapter.Tests.Meetings;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Series;

/// <summary>Series to try the rules with.</summary>
internal static class SeriesSamples
{
    /// <summary>Monday 2 March 2026.</summary>
    public static readonly DateTimeOffset Now = MeetingSamples.Now;

    public static readonly Guid Id = Guid.Parse("01890a5d-ac96-774b-bcce-b302099b9001");

    /// <summary>The third Tuesday of every month at half past six, from March 2026, drafts 45 days ahead.</summary>
    public static readonly SeriesSetup Setup = new()
    {
        EveryMonths = 1,
        On = SeriesDay.Third,
        Weekday = DayOfWeek.Tuesday,
        LeadDays = 45,
        Plan = MeetingSamples.Plan with { Title = "Rencontre du mardi", Start = new(2026, 3, 1, 18, 30, 0), PreReadings = [] },
    };

    public static MeetingSeries Made(SeriesSetup? setup = null) => new MeetingSeries().Try(new MakeSeries(MeetingSamples.Facilitator, setup ?? Setup)).Value!;

    public static Result<MeetingSeries> Try<TOperation>(this MeetingSeries series, TOperation operation, DateTimeOffset? at = null) where TOperation : IOperation<MeetingSeries> =>
        series.Try(operation, Id, at ?? Now);

    public static DateTimeOffset At(int year, int month, int day) => new(year, month, day, 12, 0, 0, TimeSpan.Zero);
}
