using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Series;

/// <summary>
/// What a template's first meetings are about: each is the draft of a date of a series, under the id that the series gives it, so that the series finds it there and moves it
/// along. As soon as somebody touched or announced it, it is theirs.
/// </summary>
internal sealed class FirstMeetingsFromTemplate(SeriesQueries all, MeetingQueries meetings, IGrainFactory grains) : ITemplatePart
{
    // Of a series, as far as anybody looks back and plans.
    private const int MostMeetings = 500;

    public TemplateKind Kind => TemplateKinds.FirstMeeting;

    public async Task<IReadOnlyList<TemplateItem>> Ours(IReadOnlyCollection<string> ids, TemplateWork work, CancellationToken cancellationToken)
    {
        List<TemplateItem> ours = [];
        foreach (var id in ids)
        {
            if (await Find(id, work.Known(Kind, id), work, cancellationToken) is var (found, meeting) && meeting.State == MeetingState.Draft)
            {
                ours.Add(ItemOf(id, found, meeting, work));
            }
        }

        return ours;
    }

    public async Task<Result> Apply(ItemChange change, TemplateWork work, CancellationToken cancellationToken)
    {
        var here = await Find(change.Id, new[] { change.Before, change.After }.OfType<TemplateItem>(), work, cancellationToken);
        if (change.After is not { } after)
        {
            return here is var (series, meeting) ? await Set(series, meeting.Occurrence!.Date, change, work) : Result.Done;
        }

        if (await SeriesOf(after, work, cancellationToken) is not { } there)
        {
            return Refusal.Of("series.unknown");
        }

        if (Date(there, after) is not { } date)
        {
            return Refusal.Of("series.no-dates");
        }

        if (here is not var (earlier, moves) || there.MeetingOf(date) == moves.Id)
        {
            return await Set(there, date, change, work);
        }

        if (change.Before is not { } before || ItemOf(change.Id, earlier, moves, work) != before)
        {
            return TemplateRefusals.Changed;
        }

        // It stands for another date now: there first, so that nothing is lost where that one is taken.
        var come = await Set(there, date, change with { Before = null }, work);
        return come.Succeeded ? await Set(earlier, moves.Occurrence!.Date, change with { After = null }, work) : come;
    }

    private async Task<Result> Set(MeetingSeries series, DateOnly date, ItemChange change, TemplateWork work)
    {
        var usual = series.Setup.PlanOn(date);
        return await grains.Meeting(series.MeetingOf(date)).Do(new SetOccasion(work.Actor, new(series.Id, date, series.Version, Occasion: change.Id), usual, PlanOf(change.Before, usual, work), PlanOf(change.After, usual, work)));
    }

    private MeetingPlan? PlanOf(TemplateItem? item, MeetingPlan usual, TemplateWork work) => item is null ? null : usual with
    {
        Title = item.In(work.Language, "title"),
        Language = work.Language.Code,
        Items = TemplateAgenda.ItemsOf(item.Rows, work.Language, r => work.RecordOfRow(Kind.Name, item.Id, r.Id)),
    };

    private TemplateItem ItemOf(string id, MeetingSeries series, Meeting meeting, TemplateWork work)
    {
        var name = work.All.First(i => i.Kind == TemplateKinds.Series.Name && work.RecordOf(i.Kind, i.Id) == series.Id).Id;
        var month = MeetingSeries.MonthOf(meeting.Occurrence!.Date);
        var before = Dates(series).TakeWhile(d => MeetingSeries.MonthOf(d) < month).Count();
        return new TemplateItem(Kind.Name, id)
        {
            Rows = [.. meeting.Plan.Items.Select(i => TemplateAgenda.RowOf(i, work.Language, work.RowOf(Kind.Name, id, i.Id, work.Known(Kind, id).SelectMany(k => k.Rows))))],
        }.In(work.Language, "title", meeting.Plan.Title).With("series", name).With("occurrence", Digits.Of(before + 1));
    }

    /// <summary>The meeting that has its title and agenda from that item; null where none has, or has any longer.</summary>
    private async Task<(MeetingSeries Series, Meeting Meeting)?> Find(string id, IEnumerable<TemplateItem> known, TemplateWork work, CancellationToken cancellationToken)
    {
        foreach (var item in known.DistinctBy(i => i.Code("series")))
        {
            if (await SeriesOf(item, work, cancellationToken) is { } series
                && (await meetings.OfSeries(series.Id, DateOnly.MinValue, MostMeetings, cancellationToken)).FirstOrDefault(m => m.Occurrence!.Occasion == id && m.State != MeetingState.Cancelled) is { } meeting)
            {
                return (series, meeting);
            }
        }

        return null;
    }

    private async Task<MeetingSeries?> SeriesOf(TemplateItem item, TemplateWork work, CancellationToken cancellationToken) =>
        await all.Find(work.RecordOf(TemplateKinds.Series.Name, item.Code("series")), cancellationToken);

    private static DateOnly? Date(MeetingSeries series, TemplateItem item) => Dates(series).Skip(Digits.Read(item.Code("occurrence"))!.Value - 1).Select(d => (DateOnly?)d).FirstOrDefault();

    // Also those in months that somebody skips, so that what comes after does not move up.
    private static IEnumerable<DateOnly> Dates(MeetingSeries series) => series.Setup.DatesFrom(series.Setup.From).Where(d => d.TakesPlace).Select(d => d.Date);
}
