using System.Globalization;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>A meeting as it is typed: strings only, nothing understood yet. Binding sets a list to null of which nothing was sent.</summary>
public sealed record MeetingForm
{
    /// <summary>What it is called.</summary>
    public string? Title { get; init; }

    /// <summary>The language of the plan.</summary>
    public string? Language { get; init; }

    /// <summary>The day, as 2026-03-02.</summary>
    public string? Date { get; init; }

    /// <summary>The hour, as 18:30.</summary>
    public string? Time { get; init; }

    /// <summary>How long, in minutes.</summary>
    public string? Minutes { get; init; } = "120";

    /// <summary>How people can take part.</summary>
    public string? Mode { get; init; } = "hybrid";

    /// <summary>Where.</summary>
    public string? Place { get; init; }

    /// <summary>The address of the video call.</summary>
    public string? VideoLink { get; init; }

    /// <summary>Who sees it.</summary>
    public string? LinkFor { get; init; } = "members";

    /// <summary>The number to call in.</summary>
    public string? Phone { get; init; }

    /// <summary>Ticked when guests may come.</summary>
    public string? OpenToGuests { get; init; }

    /// <summary>What to read before.</summary>
    public IReadOnlyList<ReadingRow> Readings { get; init => field = value ?? []; } = [];

    /// <summary>The agenda.</summary>
    public IReadOnlyList<ItemRow> Items { get; init => field = value ?? []; } = [];

    /// <summary>The day and hour on the clocks of Montréal; null when they are not both typed as such.</summary>
    public DateTime? LocalStart =>
        DateOnly.TryParseExact(Date?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && TimeOnly.TryParseExact(Time?.Trim(), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
        && day.Year is >= 2000 and < 2200
            ? day.ToDateTime(new TimeOnly(time.Hour, time.Minute))
            : null;

    /// <summary>The agenda's time as far as it is typed, for the balance of a form that is not finished.</summary>
    public AgendaBalance Balance => Items.Aggregate(
        AgendaBalance.None,
        (sum, row) => MeetingCodes.Streams.ValueOf(row.Stream) is { } stream && Digits.Read(row.Minutes) is { } minutes and > 0 and <= MeetingFields.LongestItem ? sum.Plus(stream, minutes) : sum);

    /// <summary>How long the meeting lasts, for the same balance; what is not typed yet counts as two hours.</summary>
    public int Length => Digits.Read(Minutes) is { } minutes and > 0 and < 10_000 ? minutes : 120;

    /// <summary>The form that shows a saved plan again.</summary>
    public static MeetingForm Of(MeetingPlan plan) => new()
    {
        Title = plan.Title,
        Language = plan.Language,
        Date = plan.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Time = plan.Start.ToString("HH:mm", CultureInfo.InvariantCulture),
        Minutes = Digits.Of(plan.Minutes),
        Mode = Options<MeetingMode>.CodeOf(plan.Mode),
        Place = plan.Place,
        VideoLink = plan.VideoLink,
        LinkFor = Options<LinkAudience>.CodeOf(plan.LinkFor),
        Phone = plan.Phone,
        OpenToGuests = plan.OpenToGuests ? "yes" : null,
        Readings = [.. plan.PreReadings.Select(r => new ReadingRow { Title = r.Title, Link = r.Link })],
        Items = [.. plan.Items.Select(ItemRow.Of)],
    };

    /// <summary>The plan; only of a form in which <see cref="MeetingValidator"/> found nothing wrong.</summary>
    public MeetingPlan ToPlan() => new()
    {
        Title = TypedText.Line(Title),
        Language = Language!,
        Start = LocalStart!.Value,
        Minutes = Digits.Read(Minutes)!.Value,
        Mode = MeetingCodes.Modes.ValueOf(Mode)!.Value,
        Place = TypedText.Line(Place),
        VideoLink = TypedText.Plain(VideoLink),
        LinkFor = MeetingCodes.LinkAudiences.ValueOf(LinkFor)!.Value,
        Phone = TypedText.Plain(Phone),
        OpenToGuests = OpenToGuests is not null,
        PreReadings = [.. Readings.Where(r => !r.IsBlank).Select(r => new PreReading(TypedText.Line(r.Title), TypedText.Plain(r.Link)))],
        Items = [.. Items.Where(i => !i.IsBlank).Select(i => i.ToItem())],
    };
}

/// <summary>A row of the agenda as it is typed.</summary>
public sealed record ItemRow
{
    /// <summary>Its id, chosen when the row was added.</summary>
    public string? Id { get; init; }

    /// <summary>What it is about.</summary>
    public string? Title { get; init; }

    /// <summary>What it speaks to.</summary>
    public string? Stream { get; init; }

    /// <summary>What people do; mostly they talk.</summary>
    public string? Kind { get; init; } = Usual;

    /// <summary>How long.</summary>
    public string? Minutes { get; init; }

    /// <summary>Who presents.</summary>
    public string? Presenter { get; init; }

    /// <summary>The id of the practice that it is about.</summary>
    public string? Practice { get; init; }

    /// <summary>True for a row in which nothing was written: it is not kept.</summary>
    public bool IsBlank => new[] { Title, Stream, Kind == Usual ? null : Kind, Minutes, Presenter, Practice }.All(string.IsNullOrWhiteSpace);

    private static string Usual => Options<ItemKind>.CodeOf(ItemKind.Discussion);

    /// <summary>The same on another agenda: who presents it and which practice it is about change from meeting to meeting.</summary>
    internal ItemRow Again(Guid id) => this with { Id = id.ToString(), Presenter = null, Practice = null };

    internal static ItemRow Of(AgendaItem item) => new()
    {
        Id = item.Id.ToString(),
        Title = item.Title,
        Stream = Options<TopicStream>.CodeOf(item.Stream),
        Kind = Options<ItemKind>.CodeOf(item.Kind),
        Minutes = Digits.Of(item.Minutes),
        Presenter = item.Presenter,
        Practice = item.Practice?.ToString(),
    };

    internal AgendaItem ToItem() => new()
    {
        Id = Guid.Parse(Id!),
        Title = TypedText.Line(Title),
        Stream = MeetingCodes.Streams.ValueOf(Stream)!.Value,
        Kind = MeetingCodes.Kinds.ValueOf(Kind)!.Value,
        Minutes = Digits.Read(Minutes)!.Value,
        Presenter = TypedText.Line(Presenter),
        Practice = Guid.TryParse(Practice, out var practice) ? practice : null,
    };
}

/// <summary>A row of what to read, as it is typed.</summary>
public sealed record ReadingRow
{
    /// <summary>What it is called.</summary>
    public string? Title { get; init; }

    /// <summary>Where it is.</summary>
    public string? Link { get; init; }

    /// <summary>True for a row in which nothing was written: it is not kept.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Link);
}
