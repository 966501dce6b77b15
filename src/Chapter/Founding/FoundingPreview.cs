using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Series;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Founding;

/// <summary>What a template would make here, in words: by kind, meetings first and with their dates.</summary>
/// <param name="Kind">What kind of things.</param>
/// <param name="Lines">One for each.</param>
internal sealed record FoundingPreview(TemplateKind Kind, IReadOnlyList<Text> Lines)
{
    // How far ahead the dates of a series are told where a template has no first meetings for it.
    private const int DatesShown = 3;

    /// <summary>All of it; nothing is made.</summary>
    public static IReadOnlyList<FoundingPreview> Of(Template template, Language language, FirstMeetingAnswers? answers, DateTimeOffset now)
    {
        var said = FirstMeetingForm.ForTemplate(answers);
        Dictionary<string, SeriesSetup> series = template.Of(TemplateKinds.Series).ToDictionary(s => s.Id, s => FirstMeetingForm.SetupOf(s, template, language, said, now));
        return
        [
            // What people ask about first: when they meet.
            .. TemplateKinds.All.OrderByDescending(kind => kind == TemplateKinds.FirstMeeting).ThenByDescending(kind => kind == TemplateKinds.Series)
                .Select(kind => new FoundingPreview(kind, [.. template.Of(kind).SelectMany(Lines)])).Where(p => p.Lines.Count > 0),
        ];

        // A charter has no title; its clauses do.
        IEnumerable<Text> Lines(TemplateItem item) => item.Kind == TemplateKinds.Charter.Name ? item.Rows.Select(row => TemplateWords.TitleOf(row)) : [Line(item)];

        Text Line(TemplateItem item) => item.Kind switch
        {
            "series" => SeriesLine(item, series[item.Id]),
            "first-meeting" when series.TryGetValue(item.Code("series"), out var of) && FirstMeetingsFromTemplate.DateOf(of, item) is { } date =>
                FoundingPathText.OnDate.With(TemplateWords.TitleOf(item), MeetingTimes.Moment(of.PlanOn(date).Start)),
            "balance" => FoundingPathText.Balance,
            _ => TemplateWords.TitleOf(item),
        };
    }

    private static Text SeriesLine(TemplateItem item, SeriesSetup setup)
    {
        var dates = setup.DatesFrom(setup.From).Where(d => d.TakesPlace).Take(DatesShown).Select(d => SeriesText.DayOf(d.Date)).ToList();
        var where = string.Join(" · ", new[] { setup.Plan.Place, setup.Plan.VideoLink }.Where(w => w.Length > 0));
        var line = FoundingPathText.SeriesLine.With(
            TemplateWords.TitleOf(item), SeriesText.RuleOf(setup), new Text(string.Join("; ", dates.Select(d => d.Fr)), string.Join("; ", dates.Select(d => d.En))));
        return where.Length == 0 ? line : FoundingPathText.AtPlace.With(line, where);
    }
}
