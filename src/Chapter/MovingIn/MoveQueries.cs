using System.Globalization;
using System.Text.Json;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.MovingIn;

/// <summary>Moves, and what they made.</summary>
internal sealed class MoveQueries(Database database, TextStore texts)
{
    private const int Most = 100, MostMeetings = 100_000;

    /// <summary>The last moves, the newest first.</summary>
    public async Task<IReadOnlyList<MoveIn>> Last(CancellationToken cancellationToken) =>
        [.. (await database.Query<string>("select cast(state as text) from grain_state where kind = @Kind order by id desc limit @Most", new { MoveIn.Kind, Most }, cancellationToken)).Select(Read)];

    /// <summary>A move; null where there is none.</summary>
    public async Task<MoveIn?> Find(Guid id, CancellationToken cancellationToken) =>
        await database.Find<string>("select cast(state as text) from grain_state where kind = @Kind and id = @id", new { MoveIn.Kind, id }, cancellationToken) is { } json ? Read(json) : null;

    /// <summary>What a move is to make.</summary>
    public async Task<IReadOnlyList<T>> WorkOf<T>(MoveIn move, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<T[]>(await texts.Get(move.Work, cancellationToken) ?? throw new InvalidOperationException($"The text {move.Work} is not here."), GrainJson.Options)!;

    /// <summary>The meetings that a move brought, also those that it took out again.</summary>
    public Task<IReadOnlyList<Guid>> MeetingsOf(MoveIn move, CancellationToken cancellationToken) =>
        database.Query<Guid>("select meeting_id from meeting_moved_in where run = @run order by begins, meeting_id", new { run = move.Id.ToString() }, cancellationToken);

    /// <summary>The meetings that have documents which a move brought.</summary>
    public Task<IReadOnlyList<Guid>> MeetingsWithDocumentsOf(MoveIn move, CancellationToken cancellationToken) =>
        database.Query<Guid>("select distinct meeting_id from meeting_file_moved_in where run = @run order by meeting_id", new { run = move.Id.ToString() }, cancellationToken);

    /// <summary>Meetings that are here, as a file would tell them: what was held, or is announced.</summary>
    public async Task<HashSet<string>> KeysOfMeetings(CancellationToken cancellationToken)
    {
        var rows = await database.Query<MeetingHere>("select begins, title from meeting where state in ('announced', 'inProgress', 'closed') order by begins limit @MostMeetings", new { MostMeetings }, cancellationToken);
        return [.. rows.Select(r => $"{r.Begins[..PastMeeting.StartLength]} {LooseDate.Plain(r.Title)}")];
    }

    /// <summary>The meetings that were held on a day.</summary>
    public Task<IReadOnlyList<Guid>> HeldBetween(DateOnly from, DateOnly to, CancellationToken cancellationToken) => database.Query<Guid>(
        "select id from meeting where state = 'closed' and begins >= @from and begins < @to order by begins, id limit 10", new { from = AsText(from), to = AsText(to.AddDays(1)) }, cancellationToken);

    private static string AsText(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static MoveIn Read(string json) => JsonSerializer.Deserialize<MoveIn>(json, GrainJson.Options)!;

    private sealed record MeetingHere
    {
        public required string Begins { get; init; }

        public required string Title { get; init; }
    }
}
