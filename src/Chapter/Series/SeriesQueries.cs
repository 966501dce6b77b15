using System.Text.Json;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Series;

/// <summary>Series as they were last saved.</summary>
public sealed class SeriesQueries(Database database)
{
    /// <summary>All of them, those that were made last first.</summary>
    public async Task<IReadOnlyList<MeetingSeries>> All(int limit, CancellationToken cancellationToken) =>
        [.. (await database.Query<string>("select json from series order by id desc limit @limit", new { limit }, cancellationToken)).Select(Read)];

    /// <summary>One; null when there is none.</summary>
    public async Task<MeetingSeries?> Find(Guid id, CancellationToken cancellationToken) =>
        await database.Find<string>("select json from series where id = @id", new { id }, cancellationToken) is { } json ? Read(json) : null;

    private static MeetingSeries Read(string json) => JsonSerializer.Deserialize<MeetingSeries>(json, GrainJson.Options)!;
}
