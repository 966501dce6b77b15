using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Series;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.SampleChapters;

/// <summary>A facilitator sets up the series that goes on after the next meeting: its drafts are made by the node.</summary>
internal sealed class SeriesScenes(IGrainFactory grains)
{
    private const int DaysAgo = 4;

    /// <summary>The scenes.</summary>
    public IEnumerable<Scene> Of(Stage stage)
    {
        yield return new Scene(stage.Calendar.Now.AddDays(-DaysAgo), $"{MeetingsFile.Name}: series", async _ =>
        {
            var setup = When(stage.Sample).ToSetup(What(stage.Sample, stage.Calendar.Meeting(0).AddDays(1)).ToPlan());
            return await grains.Series(stage.NewId()).Do(new MakeSeries(stage.Actor(stage.Holder(ChapterRoles.Facilitator).Key), setup));
        });
    }

    /// <summary>What is wrong with a sample's series.</summary>
    public static IEnumerable<Refusal> Faults(SampleFolder sample) =>
        SeriesValidator.Instance.Errors(When(sample)).Concat(MeetingValidator.Instance.Errors(What(sample, SampleChecks.AnyDay)))
            .Select(error => SampleRefusals.At(MeetingsFile.Name, $"series.{SampleChecks.InFile(error.Field)}", error));

    private static SeriesForm When(SampleFolder sample) => new()
    {
        On = Options<SeriesDay>.CodeOf((SeriesDay)(sample.Meetings.Week - 1)),
        Weekday = Options<DayOfWeek>.CodeOf(sample.Meetings.Weekday),
        SkipsHolidays = null,
        LeadDays = Digits.Of(sample.Meetings.Series.LeadDays),
    };

    private static MeetingForm What(SampleFolder sample, DateTimeOffset from)
    {
        var series = sample.Meetings.Series;
        return MeetingPlanning.Form(sample, new() { MonthsAgo = 0, Title = series.Title, Language = series.Language, Agenda = series.Agenda, Answers = new([], [], []) }, from, _ => Guid.Empty, _ => Guid.Empty);
    }
}
