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
            if (await All(id, work.Known(Kind, id), work, cancellationToken) is [var (found, meeting), ..] && meeting.State == MeetingState.Draft)
            {
                ours.Add(ItemOf(id, found, meeting, work));
            }
        }

        return ours;
    }

    public async Task<Result> Apply(ItemChange change, TemplateWork work, CancellationToken cancellationToken)
    {
        var here = await All(change.Id, new[] { change.Before, change.After }.OfType<TemplateItem>(), work, cancellationToken);
        if (change.After is not { } after)
        {
            return here is [var (series, meeting), ..] ? await Set(series, meeting.Occurrence!.Date, change, work) : Result.Done;
        }

        if (await SeriesOf(after, work, cancellationToken) is not { } there)
        {
            return Refusal.Of("series.unknown");
        }

        if (DateOf(there.Setup, after) is not { } date)
        {
            return Refusal.Of("series.no-dates");
        }

        // It stood for another date until now. What somebody touched there stays, and then nothing of it moves.
        var id = there.MeetingOf(date);
        (MeetingSeries Series, Meeting Meeting)[] moves = [.. here.Where(h => h.Meeting.Id != id)];
        if (moves.Any(m => m.Meeting.Occurrence is not { IsAsMade: true }))
        {
            return TemplateRefusals.InUse;
        }

        if (moves.Length > 0 && moves.Length == here.Count && (change.Before is not { } before || ItemOf(change.Id, moves[0].Series, moves[0].Meeting, work) != before))
        {
            return TemplateRefusals.Changed;
        }

        // There first, so that nothing is lost where that one is taken; broken off between the two, both are here, and the earlier one goes when it goes on.
        var come = await Set(there, date, moves.Length > 0 ? change with { Before = null } : change, work);
        foreach (var (series, meeting) in come.Succeeded ? moves : [])
        {
            come = await Set(series, meeting.Occurrence!.Date, change with { After = null }, work) is { Succeeded: false } stays ? stays : come;
        }

        return come;
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
        var before = Dates(series.Setup).TakeWhile(d => MeetingSeries.MonthOf(d) < month).Count();
        return new TemplateItem(Kind.Name, id)
        {
            Rows = [.. meeting.Plan.Items.Select(i => TemplateAgenda.RowOf(i, work.Language, work.RowOf(Kind.Name, id, i.Id, work.Known(Kind, id).SelectMany(k => k.Rows))))],
        }.In(work.Language, "title", meeting.Plan.Title).With("series", name).With("occurrence", Digits.Of(before + 1));
    }

    /// <summary>The meeting that has its title and agenda from that item: none where none has, or has any longer; two where a move was broken off.</summary>
    private async Task<IReadOnlyList<(MeetingSeries Series, Meeting Meeting)>> All(string id, IEnumerable<TemplateItem> known, TemplateWork work, CancellationToken cancellationToken)
    {
        List<(MeetingSeries, Meeting)> found = [];
        foreach (var item in known.DistinctBy(i => i.Code("series")))
        {
            if (await SeriesOf(item, work, cancellationToken) is { } series)
            {
                found.AddRange((await meetings.OfSeries(series.Id, DateOnly.MinValue, MostMeetings, cancellationToken)).Where(m => m.Occurrence!.Occasion == id && m.State != MeetingState.Cancelled).Select(m => (series, m)));
            }
        }

        return found;
    }

    private async Task<MeetingSeries?> SeriesOf(TemplateItem item, TemplateWork work, CancellationToken cancellationToken) =>
        await all.Find(work.RecordOf(TemplateKinds.Series.Name, item.Code("series")), cancellationToken);

    /// <summary>The day for which an item stands; null where the series has no such date.</summary>
    internal static DateOnly? DateOf(SeriesSetup setup, TemplateItem item) => Dates(setup).Skip(Digits.Read(item.Code("occurrence"))!.Value - 1).Select(d => (DateOnly?)d).FirstOrDefault();

    // Also those in months that somebody skips, so that what comes after does not move up.
    private static IEnumerable<DateOnly> Dates(SeriesSetup setup) => setup.DatesFrom(setup.From).Where(d => d.TakesPlace).Select(d => d.Date);
}
