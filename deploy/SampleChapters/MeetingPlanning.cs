using System.Globalization;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.SampleChapters;

/// <summary>How a meeting of the sample becomes what a person would have typed.</summary>
internal static class MeetingPlanning
{
    /// <summary>How many days before it a meeting is planned.</summary>
    public const int PlannedDaysBefore = 21;

    /// <summary>How many days before it a meeting is announced.</summary>
    public const int AnnouncedDaysBefore = 14;

    /// <summary>How many days before it the first members answer.</summary>
    public const int FirstAnswersDaysBefore = 10;

    /// <summary>The form.</summary>
    /// <param name="sample">Its sample.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="start">When it begins.</param>
    /// <param name="practice">The id of a practice by its key.</param>
    /// <param name="topic">The id of a topic by its key.</param>
    public static MeetingForm Form(SampleFolder sample, MeetingFile meeting, DateTimeOffset start, Func<string, Guid> practice, Func<string, Guid> topic)
    {
        var series = sample.Meetings;
        var local = Dates.Local(start);
        return new()
        {
            Title = meeting.Title,
            Language = meeting.Language,
            Date = local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Time = local.ToString("HH:mm", CultureInfo.InvariantCulture),
            Minutes = Digits.Of(series.Minutes),
            Mode = Options<MeetingMode>.CodeOf(series.Mode),
            Place = series.Place,
            VideoLink = series.VideoLink,
            LinkFor = Options<LinkAudience>.CodeOf(series.LinkFor),
            Phone = series.Phone,
            OpenToGuests = meeting.Open ? "yes" : null,
            Readings = [.. meeting.Reading.Select(title => new ReadingRow { Title = title })],
            Items = [.. meeting.Agenda.Select(item => Row(sample, item, start, practice, topic))],
        };
    }

    private static ItemRow Row(SampleFolder sample, AgendaFile item, DateTimeOffset start, Func<string, Guid> practice, Func<string, Guid> topic) => new()
    {
        Id = (item.Topic.Length > 0 ? topic(item.Topic) : Guid.CreateVersion7(start)).ToString(),
        Title = item.Title,
        Stream = Options<TopicStream>.CodeOf(item.Stream),
        Kind = Options<ItemKind>.CodeOf(item.Kind),
        Minutes = Digits.Of(item.Minutes),
        Presenter = item.Presenter.Length > 0 ? sample.Chapter.Members.FirstOrDefault(m => m.Key == item.Presenter)?.Name : item.Expert,
        Practice = item.Practice.Length > 0 ? practice(item.Practice).ToString() : null,
    };
}
