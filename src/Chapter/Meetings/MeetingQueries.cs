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

    /// <summary>When it begins.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>How long it is planned to last.</summary>
    public required long Minutes { get; init; }

    /// <summary>How people can take part.</summary>
    public required MeetingMode Mode { get; init; }

    /// <summary>Where it stands.</summary>
    public required MeetingState State { get; init; }

    /// <summary>How far its minutes have come; null while there are none.</summary>
    public required MinutesState? MinutesState { get; init; }

    /// <summary>When it is planned to end.</summary>
    public DateTimeOffset EndsAt => StartsAt.AddMinutes(Minutes);
}

/// <summary>Lists of meetings, and single ones. What the reader may not see is not found.</summary>
public sealed class MeetingQueries(Database database, TextStore texts)
{
    // A meeting that nobody began is still the next one for half a day: somebody may be about to press the button.
    private static readonly TimeSpan _late = TimeSpan.FromHours(12);

    private const string Columns = "id, title, language, starts_at, minutes, mode, state, minutes_state";

    // Each state by itself, and all of it from the index by state and beginning: with "or" an engine opens every meeting there ever was.
    private const string IsAhead =
        """
        id in (select id from meeting where state = 'announced'
               union all
               select id from meeting where state = 'inProgress'
               union all
               select id from meeting where state = 'cancelled' and starts_at >= @now and announced_at is not null)
        """;

    private const string IsBehind =
        """
        (select id, starts_at from meeting where state = 'closed' and starts_at >= @from and starts_at < @to
         union all
         select id, starts_at from meeting where state = 'cancelled' and starts_at >= @from and starts_at < @to and starts_at < @now and announced_at is not null)
        """;

    /// <summary>What is announced or in progress, and what of it was cancelled; the next first.</summary>
    public Task<IReadOnlyList<MeetingRow>> Ahead(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        database.Query<MeetingRow>($"select {Columns} from meeting where {IsAhead} order by starts_at, id limit @limit", new { now = Stamp(now), limit }, cancellationToken);

    /// <summary>Drafts, for those who plan; the next first.</summary>
    public async Task<IReadOnlyList<MeetingRow>> Drafts(Actor reader, int limit, CancellationToken cancellationToken) => Meeting.Leaders.Allows(reader)
        ? await database.Query<MeetingRow>($"select {Columns} from meeting where state = 'draft' order by starts_at, id limit @limit", new { limit }, cancellationToken)
        : [];

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
             where id in (select id from {IsBehind} ended order by starts_at desc, id desc limit @size offset @skipped)
             order by starts_at desc, id desc limit @size
            """,
            new { now = Stamp(now), from = YearStart(year), to = YearStart(year + 1), size, skipped = ((long)page - 1) * size },
            cancellationToken);

    /// <summary>How many of that year are over.</summary>
    public Task<long> CountBehind(int year, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.Find<long>($"select count(*) from {IsBehind} ended", new { now = Stamp(now), from = YearStart(year), to = YearStart(year + 1) }, cancellationToken);

    /// <summary>The years that have meetings that are over, from the first to the last; null while there are none.</summary>
    public async Task<(int First, int Last)?> Years(DateTimeOffset now, CancellationToken cancellationToken)
    {
        static string Edge(string order, string end) =>
            $"""
            select {end}(starts_at) from (
              select starts_at from (select starts_at from meeting where state = 'closed' order by starts_at {order} limit 1) closed
              union all
              select starts_at from (select starts_at from meeting where state = 'cancelled' and starts_at < @now and announced_at is not null order by starts_at {order} limit 1) cancelled
            ) edges
            """;

        var first = await database.Find<string>(Edge("asc", "min"), new { now = Stamp(now) }, cancellationToken);
        var last = await database.Find<string>(Edge("desc", "max"), new { now = Stamp(now) }, cancellationToken);
        return first is null || last is null ? null : (YearOf(first), YearOf(last));
    }

    /// <summary>The meeting that comes next, or is on; null when none is announced.</summary>
    public Task<Meeting?> Next(DateTimeOffset now, CancellationToken cancellationToken) => Next("", now - _late, cancellationToken);

    /// <summary>The next meeting that guests may come to; null when none is announced.</summary>
    public Task<Meeting?> NextForGuests(DateTimeOffset now, CancellationToken cancellationToken) => Next("and open_to_guests = 1", now, cancellationToken);

    /// <summary>A meeting as it was last saved; null when there is none that the reader may know of.</summary>
    public async Task<Meeting?> Find(Guid id, Actor reader, CancellationToken cancellationToken) =>
        await Find("select json from meeting where id = @id", new { id }, cancellationToken) is { } meeting && meeting.MayRead(reader) ? meeting : null;

    /// <summary>A meeting as lists show it; only for those who know of it already.</summary>
    public Task<MeetingRow?> Row(Guid id, CancellationToken cancellationToken) =>
        database.Find<MeetingRow>($"select {Columns} from meeting where id = @id", new { id }, cancellationToken);

    /// <summary>The time that the last closed meetings gave to each stream, without the one that is being planned.</summary>
    public async Task<IReadOnlyList<AgendaBalance>> EarlierBalances(Guid except, CancellationToken cancellationToken) =>
        [.. (await LastClosed(AgendaBalance.EarlierMeetings, except, cancellationToken)).Select(m => AgendaBalance.Of(m.Plan.Items))];

    /// <summary>The meeting with the latest beginning of all that were not cancelled: where people meet; null when there was none yet.</summary>
    public Task<Meeting?> LastPlanned(CancellationToken cancellationToken) =>
        Find("select json from meeting where state <> 'cancelled' order by starts_at desc, id desc limit 1", new { }, cancellationToken);

    /// <summary>The last closed meetings, in the order in which they were held.</summary>
    public Task<IReadOnlyList<Meeting>> LastClosed(int limit, CancellationToken cancellationToken) => LastClosed(limit, Guid.Empty, cancellationToken);

    /// <summary>Meetings after another one that may have approved its minutes; the next first.</summary>
    public Task<IReadOnlyList<MeetingRow>> After(Meeting meeting, int limit, CancellationToken cancellationToken) => database.Query<MeetingRow>(
        $"""
        select {Columns} from meeting
         where state in ('inProgress', 'closed') and starts_at > @start and id <> @id
         order by starts_at, id limit @limit
        """,
        new { start = Stamp(meeting.Plan.StartsAt), id = meeting.Id, limit },
        cancellationToken);

    /// <summary>Closed meetings before another one whose minutes wait for approval; the last first.</summary>
    public Task<IReadOnlyList<MeetingRow>> MinutesToApprove(Meeting meeting, int limit, CancellationToken cancellationToken) => database.Query<MeetingRow>(
        $"""
        select {Columns} from meeting
         where state = 'closed' and minutes_state = 'draft' and starts_at < @start
         order by starts_at desc, id desc limit @limit
        """,
        new { start = Stamp(meeting.Plan.StartsAt), limit },
        cancellationToken);

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
            "select json from meeting where state = 'closed' and id <> @except order by starts_at desc, id desc limit @limit", new { except, limit }, cancellationToken);
        return [.. rows.Select(Read).Reverse()];
    }

    private Task<Meeting?> Next(string condition, DateTimeOffset since, CancellationToken cancellationToken) => Find(
        $"select json from meeting where state in ('announced', 'inProgress') {condition} and starts_at > @since order by starts_at, id limit 1",
        new { since = Stamp(since) },
        cancellationToken);

    private async Task<Meeting?> Find(string sql, object args, CancellationToken cancellationToken)
    {
        var json = await database.Find<string>(sql, args, cancellationToken);
        return json is null ? null : Read(json);
    }

    private static Meeting Read(string json) => JsonSerializer.Deserialize<Meeting>(json, GrainJson.Options)!;

    // As a beginning stands in the state: compared as text.
    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + "+00:00";

    private static string YearStart(int year) => Stamp(Dates.InstantOf(new DateTime(year, 1, 1)));

    private static int YearOf(string stamp) => Dates.DayOf(DateTimeOffset.Parse(stamp, CultureInfo.InvariantCulture)).Year;
}
