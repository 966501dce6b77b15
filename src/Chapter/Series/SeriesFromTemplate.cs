using System.Globalization;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Series;

/// <summary>
/// Series that a template brings. Of one that is there only what changes is changed: its place, its first day and its agenda, of which it has a copy, stay. One that goes is
/// ended today; one that comes back goes on.
/// </summary>
internal sealed class SeriesFromTemplate(SeriesQueries all, IGrainFactory grains, TimeProvider clock) : ITemplatePart
{
    private const string Days = "yyyy-MM-dd", Hours = "HH:mm";

    public TemplateKind Kind => TemplateKinds.Series;

    public async Task<IReadOnlyList<TemplateItem>> Ours(IReadOnlyCollection<string> ids, TemplateWork work, CancellationToken cancellationToken)
    {
        List<TemplateItem> ours = [];
        foreach (var id in ids)
        {
            if (await all.Find(work.RecordOf(Kind.Name, id), cancellationToken) is { } series && !IsOver(series))
            {
                ours.Add(ItemOf(id, series.Setup, work));
            }
        }

        return ours;
    }

    public async Task<Result> Apply(ItemChange change, TemplateWork work, CancellationToken cancellationToken)
    {
        var record = work.RecordOf(Kind.Name, change.Id);
        var series = await all.Find(record, cancellationToken);
        var there = series is null || IsOver(series) ? null : ItemOf(change.Id, series.Setup, work);
        if (there == change.After || there == Answered(change.After, work))
        {
            return Result.Done;
        }

        if (there != change.Before && there != Answered(change.Before, work))
        {
            return TemplateRefusals.Changed;
        }

        var grain = grains.Series(record);
        if (change.After is null)
        {
            return await grain.Do(new EndSeries(work.Actor));
        }

        if (series is null)
        {
            return await grain.Do(new MakeSeries(work.Actor, FirstSetup(change.After, work, clock.GetUtcNow())));
        }

        // Founded again after it was taken back: as founding says now.
        if (there is null && work.Answers.Count > 0)
        {
            return await grain.Do(new ReviseSeries(work.Actor, series.Version, FirstSetup(change.After, work, clock.GetUtcNow())));
        }

        // Another agenda would take the place of what people wrote into this one.
        return change.After.Code("agenda") != AgendaOf(change.Id, series.Setup, work) && !HasAgendaAsBrought(change.Id, series.Setup, work)
            ? TemplateRefusals.Changed
            : await grain.Do(new ReviseSeries(work.Actor, series.Version, SetupOf(change.After, series.Setup with { Until = there is null ? null : series.Setup.Until }, work)));
    }

    private bool IsOver(MeetingSeries series) => series.Setup.Until <= Dates.DayOf(clock.GetUtcNow());

    /// <summary>The item as founding has it: its hour, how one takes part, and its days where the first date is none of them.</summary>
    private static TemplateItem? Answered(TemplateItem? item, TemplateWork work)
    {
        if (item is null)
        {
            return null;
        }

        // Founding asks about one: a template's first.
        if (work.All.FirstOrDefault(i => i.Kind == item.Kind) is { } asked && asked.Id != item.Id)
        {
            return item;
        }

        var answered = work.Answers.TryGetValue("mode", out var mode) && MeetingCodes.Modes.ValueOf(mode) is not null ? item.With("mode", mode) : item;
        answered = work.Answers.TryGetValue("time", out var time) && TimeOnly.TryParseExact(time, Hours, CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? answered.With("time", Hour(hour)) : answered;
        if (FirstDate(work) is not { } first || SetupOf(answered, StartingOn(first), work).DatesFrom(first).First().Date == first)
        {
            return answered;
        }

        var like = SeriesForm.Like(first);
        return answered.With("on", like.On).With("weekday", like.Weekday);
    }

    private static DateOnly? FirstDate(TemplateWork work) =>
        work.Answers.TryGetValue("firstDate", out var typed) && DateOnly.TryParseExact(typed, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>A series as founding begins it.</summary>
    internal static SeriesSetup FirstSetup(TemplateItem brought, TemplateWork work, DateTimeOffset now)
    {
        var item = Answered(brought, work)!;
        var asked = work.All.FirstOrDefault(i => i.Kind == item.Kind)?.Id is not { } one || one == item.Id ? FirstDate(work) : null;
        var setup = SetupOf(item, StartingOn(asked ?? Dates.DayOf(now)), work);
        // It counts from its first meeting: what templates say of the first, the second … stands for that one.
        var first = asked ?? setup.DatesFrom(setup.From).FirstOrDefault(d => d.TakesPlace && setup.PlanOn(d.Date).StartsAt > now)?.Date ?? setup.From;
        return setup with
        {
            Plan = setup.Plan with
            {
                Start = first.ToDateTime(TimeOnly.FromDateTime(setup.Plan.Start)),
                Place = setup.Plan.Mode == MeetingMode.Remote ? "" : TypedText.Line(work.Answers.GetValueOrDefault("place")),
                VideoLink = setup.Plan.Mode == MeetingMode.InPerson ? "" : TypedText.Plain(work.Answers.GetValueOrDefault("videoLink")),
            },
        };
    }

    private static SeriesSetup StartingOn(DateOnly day) => new() { Plan = new() { Start = day.ToDateTime(default) } };

    private static TemplateItem ItemOf(string id, SeriesSetup setup, TemplateWork work) => new TemplateItem(TemplateKinds.Series.Name, id)
        .In(work.Language, "title", setup.Plan.Title)
        .With("everyMonths", Digits.Of(setup.EveryMonths))
        .With("on", Options<SeriesDay>.CodeOf(setup.On))
        .With("weekday", Options<DayOfWeek>.CodeOf(setup.Weekday))
        .With("time", Hour(TimeOnly.FromDateTime(setup.Plan.Start)))
        .With("minutes", Digits.Of(setup.Plan.Minutes))
        .With("mode", Options<MeetingMode>.CodeOf(setup.Plan.Mode))
        .With("skipsHolidays", setup.SkipsHolidays ? "true" : null)
        .With("leadDays", Digits.Of(setup.LeadDays))
        .With("agenda", AgendaOf(id, setup, work));

    private static SeriesSetup SetupOf(TemplateItem item, SeriesSetup setup, TemplateWork work)
    {
        var agenda = item.Code("agenda");
        return setup with
        {
            EveryMonths = Number("everyMonths"),
            // A fixed date, which people may have chosen here, is in no template: where it stays, so does the day.
            On = SeriesCodes.Days.ValueOf(item.Code("on"))!.Value,
            Weekday = SeriesCodes.Weekdays.ValueOf(item.Code("weekday"))!.Value,
            SkipsHolidays = item.Code("skipsHolidays") == "true",
            LeadDays = Number("leadDays"),
            Plan = setup.Plan with
            {
                Title = item.In(work.Language, "title"),
                Language = work.Language.Code,
                Start = setup.From.ToDateTime(TimeOnly.ParseExact(item.Code("time"), Hours, CultureInfo.InvariantCulture)),
                Minutes = Number("minutes"),
                Mode = MeetingCodes.Modes.ValueOf(item.Code("mode"))!.Value,
                Items = agenda == AgendaOf(item.Id, setup, work) ? setup.Plan.Items
                    : agenda.Length == 0 ? []
                    : ItemsOf(item.Id, work.Known(TemplateKinds.Agenda, agenda).First(), work),
            },
        };

        int Number(string field) => Digits.Read(item.Code(field))!.Value;
    }

    /// <summary>The agenda that its items were copied from, or what is left of them; empty where none is.</summary>
    private static string AgendaOf(string id, SeriesSetup setup, TemplateWork work) =>
        work.All.FirstOrDefault(a => a.Kind == TemplateKinds.Agenda.Name && setup.Plan.Items.Any(i => ItemsOf(id, a, work).Any(brought => brought.Id == i.Id)))?.Id ?? "";

    private static bool HasAgendaAsBrought(string id, SeriesSetup setup, TemplateWork work) =>
        setup.Plan.Items.Count == 0 || work.All.Any(a => a.Kind == TemplateKinds.Agenda.Name && setup.Plan.IsAbout(setup.Plan with { Items = ItemsOf(id, a, work) }));

    private static IReadOnlyList<AgendaItem> ItemsOf(string id, TemplateItem agenda, TemplateWork work) =>
        TemplateAgenda.ItemsOf(agenda.Rows, work.Language, r => work.RecordOfRow(TemplateKinds.Series.Name, $"{id}/{agenda.Id}", r.Id));

    private static string Hour(TimeOnly time) => time.ToString(Hours, CultureInfo.InvariantCulture);
}
