using System.Globalization;
using System.Text;
using System.Text.Json;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>A meeting in a list.</summary>
public sealed record MeetingRow
{
    /// <summary>The meeting's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>The language of its title.</summary>
    public required string Language { get; init; }

    /// <summary>The day and hour at which it begins, as it stands in the state.</summary>
    public required string Begins { get; init; }

    /// <summary>The zone of that hour.</summary>
    public required string Zone { get; init; }

    /// <summary>How long it is planned to last.</summary>
    public required long Minutes { get; init; }

    /// <summary>How people can take part.</summary>
    public required MeetingMode Mode { get; init; }

    /// <summary>Where it stands.</summary>
    public required MeetingState State { get; init; }

    /// <summary>The same as it stands in the state; empty while there are none. Of a column that may be null SQLite knows no type before there is a value.</summary>
    public required string MinutesCode { get; init; }

    /// <summary>How far its minutes have come; null while there are none.</summary>
    public MinutesState? MinutesState => MinutesCode.Length == 0 ? null : Enum.Parse<MinutesState>(MinutesCode, ignoreCase: true);

    /// <summary>When it was cancelled; null when it was not.</summary>
    public required DateTimeOffset? CancelledAt { get; init; }

    /// <summary>When it begins.</summary>
    public DateTimeOffset StartsAt => Dates.InstantOf(DateTime.Parse(Begins, CultureInfo.InvariantCulture), TimeZone);

    /// <summary>When it is planned to end.</summary>
    public DateTimeOffset EndsAt => StartsAt.AddMinutes(Minutes);

    private TimeZoneInfo TimeZone => TimeZoneInfo.FindSystemTimeZoneById(Zone);

    /// <summary>How it stands now.</summary>
    public MeetingStanding StandingAt(DateTimeOffset now) => MeetingStates.StandingOf(State, ClockAt(now), CancelledAt is { } off && ClockAt(off) == MeetingClock.Over);

    private MeetingClock ClockAt(DateTimeOffset at) => MeetingStates.ClockOf(StartsAt, EndsAt, at, TimeZone);
}

/// <summary>Lists of meetings, and single ones. What the reader may not see is not found.</summary>
public sealed class MeetingQueries(Database database, TextStore texts)
{
    private const string Columns = "id, title, language, begins, zone, minutes, mode, state, coalesce(minutes_state, '') as minutes_code, cancelled_at";

    // A day is over when today has begun after the planned end. No meeting lasts longer than into the next day: by its beginning an engine finds the few to look at.
    private const string DayIsNotOver = "begins >= @yesterday and ends > @today";
    private const string DayIsOver = "begins < @today and ends <= @today";

    // Each state by itself, and all of it from the index by state and beginning: with "or" an engine opens every meeting there ever was.
    private const string IsAhead =
        $"""
        id in (select id from meeting where state = 'announced' and {DayIsNotOver}
               union all
               select id from meeting where state = 'inProgress' and {DayIsNotOver}
               union all
               select id from meeting where state = 'cancelled' and {DayIsNotOver} and announced_at is not null)
        """;

    private const string IsBehind =
        $"""
        (select id, begins from meeting where state = 'closed' and begins >= @from and begins < @to
         union all
         select id, begins from meeting where state = 'announced' and begins >= @from and begins < @to and {DayIsOver}
         union all
         select id, begins from meeting where state = 'inProgress' and begins >= @from and begins < @to and {DayIsOver}
         union all
         select id, begins from meeting where state = 'cancelled' and begins >= @from and begins < @to and {DayIsOver} and announced_at is not null)
        """;

    /// <summary>What is announced or in progress, and what of it was cancelled, until its day is over; the next first.</summary>
    public Task<IReadOnlyList<MeetingRow>> Ahead(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        database.Query<MeetingRow>($"select {Columns} from meeting where {IsAhead} order by begins, id limit @limit", new { today = Midnight(now, 0), yesterday = Midnight(now, -1), limit }, cancellationToken);

    /// <summary>
    /// What is past, and of which nobody has said whether it took place, or ended it; the last first. For those who can say it.
    /// </summary>
    public async Task<IReadOnlyList<MeetingRow>> Unresolved(Actor reader, DateTimeOffset now, int limit, CancellationToken cancellationToken) => Meeting.Leaders.Allows(reader)
        ? await database.Query<MeetingRow>(
            $"""
            select {Columns} from meeting
             where id in (select id from meeting where state = 'announced' and {DayIsOver}
                          union all
                          select id from meeting where state = 'inProgress' and {DayIsOver})
             order by begins desc, id desc limit @limit
            """,
            new { today = Midnight(now, 0), limit },
            cancellationToken)
        : [];

    /// <summary>What was announced and then cancelled, until its day is over; the next first.</summary>
    public async Task<IReadOnlyList<Meeting>> CancelledAhead(DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        var rows = await database.Query<string>(
            $"select json from meeting where state = 'cancelled' and {DayIsNotOver} and announced_at is not null order by begins, id limit @limit",
            new { today = Midnight(now, 0), yesterday = Midnight(now, -1), limit },
            cancellationToken);
        return [.. rows.Select(Read)];
    }

    /// <summary>Drafts, for those who plan; the next first.</summary>
    public async Task<IReadOnlyList<MeetingRow>> Drafts(Actor reader, int limit, CancellationToken cancellationToken) => Meeting.Leaders.Allows(reader)
        ? await database.Query<MeetingRow>($"select {Columns} from meeting where state = 'draft' order by begins, id limit @limit", new { limit }, cancellationToken)
        : [];

    /// <summary>Drafts that are still ahead, for those who plan; the next first.</summary>
    public async Task<IReadOnlyList<MeetingRow>> DraftsAhead(Actor reader, DateTimeOffset now, int limit, CancellationToken cancellationToken) => Meeting.Leaders.Allows(reader)
        ? await database.Query<MeetingRow>($"select {Columns} from meeting where state = 'draft' and begins > @now order by begins, id limit @limit", new { now = Local(now), limit }, cancellationToken)
        : [];

    /// <summary>Drafts of series that are still ahead, for those who plan; the next first.</summary>
    public async Task<IReadOnlyList<MeetingRow>> DraftsOfSeries(Actor reader, DateTimeOffset now, int limit, CancellationToken cancellationToken) => Meeting.Leaders.Allows(reader)
        ? await database.Query<MeetingRow>($"select {Columns} from meeting where state = 'draft' and begins > @now and series is not null order by begins, id limit @limit", new { now = Local(now), limit }, cancellationToken)
        : [];

    /// <summary>The meetings that stand for the dates of a series, from a date on, in order.</summary>
    public async Task<IReadOnlyList<Meeting>> OfSeries(Guid series, DateOnly from, int limit, CancellationToken cancellationToken)
    {
        var rows = await database.Query<string>(
            "select json from meeting where series = @series and series_date >= @from order by series_date, id limit @limit",
            new { series = series.ToString(), from = from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), limit },
            cancellationToken);
        return [.. rows.Select(Read)];
    }

    /// <summary>Meetings that begin on a day or later, the earliest first, whether they were announced or not: what of them may be shown is the caller's to know.</summary>
    public async Task<IReadOnlyList<Meeting>> From(DateOnly day, int limit, CancellationToken cancellationToken)
    {
        var rows = await database.Query<string>(
            "select json from meeting where begins >= @from order by begins, id limit @limit", new { from = AsText(day.ToDateTime(TimeOnly.MinValue)), limit }, cancellationToken);
        return [.. rows.Select(Read)];
    }

    /// <summary>Meetings of a year that are over, the last first.</summary>
    /// <param name="year">The year, on the clocks of Montréal.</param>
    /// <param name="now">What is over.</param>
    /// <param name="page">1 upwards.</param>
    /// <param name="size">Rows a page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<MeetingRow>> Behind(int year, DateTimeOffset now, int page, int size, CancellationToken cancellationToken) =>
        database.Query<MeetingRow>(
            $"""
            select {Columns} from meeting
             where id in (select id from {IsBehind} ended order by begins desc, id desc limit @size offset @skipped)
             order by begins desc, id desc limit @size
            """,
            new { today = Midnight(now, 0), from = YearStart(year), to = YearStart(year + 1), size, skipped = ((long)page - 1) * size },
            cancellationToken);

    /// <summary>How many of that year are over.</summary>
    public Task<long> CountBehind(int year, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.Find<long>($"select count(*) from {IsBehind} ended", new { today = Midnight(now, 0), from = YearStart(year), to = YearStart(year + 1) }, cancellationToken);

    /// <summary>The years that have meetings that are over, from the first to the last; null while there are none.</summary>
    public async Task<(int First, int Last)?> Years(DateTimeOffset now, CancellationToken cancellationToken)
    {
        static string Edge(string order, string end) =>
            $"""
            select {end}(begins) from (
              select begins from (select begins from meeting where state = 'closed' order by begins {order} limit 1) closed
              union all
              select begins from (select begins from meeting where state = 'announced' and {DayIsOver} order by begins {order} limit 1) announced
              union all
              select begins from (select begins from meeting where state = 'inProgress' and {DayIsOver} order by begins {order} limit 1) begun
              union all
              select begins from (select begins from meeting where state = 'cancelled' and {DayIsOver} and announced_at is not null order by begins {order} limit 1) cancelled
            ) edges
            """;

        var first = await database.Find<string>(Edge("asc", "min"), new { today = Midnight(now, 0) }, cancellationToken);
        var last = await database.Find<string>(Edge("desc", "max"), new { today = Midnight(now, 0) }, cancellationToken);
        return first is null || last is null ? null : (YearOf(first), YearOf(last));
    }

    /// <summary>The meeting that comes next, or is on, until its day is over: one that nobody began may be about to begin. Null when none is announced.</summary>
    public Task<Meeting?> Next(DateTimeOffset now, CancellationToken cancellationToken) => Next("", Midnight(now, -1), now, cancellationToken);

    /// <summary>The next meeting that guests may come to; null when none is announced.</summary>
    public Task<Meeting?> NextForGuests(DateTimeOffset now, CancellationToken cancellationToken) => Next("and open_to_guests = 1", Local(now), now, cancellationToken);

    /// <summary>A meeting as it was last saved; null when there is none that the reader may know of.</summary>
    public async Task<Meeting?> Find(Guid id, Actor reader, CancellationToken cancellationToken) =>
        await Find("select json from meeting where id = @id", new { id }, cancellationToken) is { } meeting && meeting.MayRead(reader) ? meeting : null;

    /// <summary>A meeting as lists show it; only for those who know of it already.</summary>
    public Task<MeetingRow?> Row(Guid id, CancellationToken cancellationToken) =>
        database.Find<MeetingRow>($"select {Columns} from meeting where id = @id", new { id }, cancellationToken);

    /// <summary>The time that the last closed meetings gave to each stream, without the one that is being planned.</summary>
    public async Task<IReadOnlyList<AgendaBalance>> EarlierBalances(Guid except, CancellationToken cancellationToken) =>
        [.. (await LastClosed(AgendaBalance.EarlierMeetings, except, cancellationToken)).Where(m => m.MovedIn is null).Select(m => AgendaBalance.Of(m.Plan.Items))];

    /// <summary>The meeting with the latest beginning of all that were not cancelled: where people meet; null when there was none yet.</summary>
    public Task<Meeting?> LastPlanned(CancellationToken cancellationToken) =>
        Find("select json from meeting where state <> 'cancelled' order by begins desc, id desc limit 1", new { }, cancellationToken);

    /// <summary>The last closed meetings, in the order in which they were held.</summary>
    public Task<IReadOnlyList<Meeting>> LastClosed(int limit, CancellationToken cancellationToken) => LastClosed(limit, Guid.Empty, cancellationToken);

    /// <summary>Meetings after another one that may have approved its minutes; the last first, since they are approved at the one that is on.</summary>
    public Task<IReadOnlyList<MeetingRow>> After(Meeting meeting, int limit, CancellationToken cancellationToken) => database.Query<MeetingRow>(
        $"""
        select {Columns} from meeting
         where state in ('inProgress', 'closed') and begins > @begins and id <> @id
         order by begins desc, id desc limit @limit
        """,
        new { begins = AsText(meeting.Plan.Start), id = meeting.Id, limit },
        cancellationToken);

    /// <summary>Closed meetings before another one whose minutes wait for approval; the last first.</summary>
    public Task<IReadOnlyList<MeetingRow>> MinutesToApprove(Meeting meeting, int limit, CancellationToken cancellationToken) => database.Query<MeetingRow>(
        $"""
        select {Columns} from meeting
         where state = 'closed' and minutes_state = 'draft' and begins < @begins
         order by begins desc, id desc limit @limit
        """,
        new { begins = AsText(meeting.Plan.Start), limit },
        cancellationToken);

    /// <summary>Meetings that keep something that is to be erased by now; the node alone asks.</summary>
    internal Task<IReadOnlyList<Guid>> ToForget(DateOnly today, int limit, CancellationToken cancellationToken) => database.Query<Guid>(
        "select id from meeting where forget_on <= @today order by forget_on, id limit @limit", new { today = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), limit }, cancellationToken);

    /// <summary>True when somebody came to a meeting, as far as it is still known.</summary>
    public async Task<bool> HasComeToOne(Guid member, CancellationToken cancellationToken) =>
        await database.Find<long>("select count(*) from (select meeting_id from meeting_attendee where member_id = @member limit 1) those", new { member }, cancellationToken) > 0;

    /// <summary>True when minutes were approved at this meeting.</summary>
    public async Task<bool> HasApproved(Guid meeting, CancellationToken cancellationToken) =>
        await database.Find<long>("select count(*) from meeting where approved_at = @at", new { at = meeting.ToString() }, cancellationToken) > 0;

    /// <summary>The text of the minutes; null when there are none that the reader may see.</summary>
    public async Task<string?> MinutesOf(Meeting meeting, Actor reader, CancellationToken cancellationToken)
    {
        if (!meeting.MayReadMinutes(reader))
        {
            return null;
        }

        var bytes = await texts.Get(meeting.Minutes!.TextHash, cancellationToken);
        return bytes is null ? null : Encoding.UTF8.GetString(bytes);
    }

    /// <summary>The chapter's target for the balance of its agendas.</summary>
    public async Task<BalanceTarget> Target(CancellationToken cancellationToken)
    {
        var json = await database.Find<string>(
            "select cast(state as text) from grain_state where kind = @kind and id = @id", new { kind = BalanceTarget.Kind, id = BalanceTarget.Only }, cancellationToken);
        return json is null ? new BalanceTarget() : JsonSerializer.Deserialize<BalanceTarget>(json, GrainJson.Options)!;
    }

    private async Task<IReadOnlyList<Meeting>> LastClosed(int limit, Guid except, CancellationToken cancellationToken)
    {
        var rows = await database.Query<string>(
            "select json from meeting where state = 'closed' and id <> @except order by begins desc, id desc limit @limit", new { except, limit }, cancellationToken);
        return [.. rows.Select(Read).Reverse()];
    }

    private Task<Meeting?> Next(string condition, string since, DateTimeOffset now, CancellationToken cancellationToken) => Find(
        $"select json from meeting where state in ('announced', 'inProgress') {condition} and begins >= @since and ends > @today order by begins, id limit 1",
        new { since, today = Midnight(now, 0) },
        cancellationToken);

    private async Task<Meeting?> Find(string sql, object args, CancellationToken cancellationToken)
    {
        var json = await database.Find<string>(sql, args, cancellationToken);
        return json is null ? null : Read(json);
    }

    private static Meeting Read(string json) => JsonSerializer.Deserialize<Meeting>(json, GrainJson.Options)!;

    // As a beginning stands in the state: compared as text, on the clocks by which a community lives.
    private static string AsText(DateTime local) => local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Local(DateTimeOffset at) => AsText(Dates.Local(at).DateTime);

    private static string Midnight(DateTimeOffset now, int days) => AsText(Dates.DayOf(now).AddDays(days).ToDateTime(TimeOnly.MinValue));

    private static string YearStart(int year) => AsText(new DateTime(year, 1, 1));

    private static int YearOf(string begins) => DateTime.Parse(begins, CultureInfo.InvariantCulture).Year;
}
