using System.Text.Json;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Organizations;

/// <summary>An organization in lists and choices.</summary>
public sealed record OrganizationRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name that it goes by.</summary>
    public required string Name { get; init; }

    /// <summary>What kind it is.</summary>
    public required OrganizationKind Kind { get; init; }

    /// <summary>Code of its region; may be empty.</summary>
    public required string Region { get; init; }

    /// <summary>When it was taken away; null while it is in the list.</summary>
    public required DateTimeOffset? TakenAwayAt { get; init; }
}

/// <summary>Lists of organizations, and single ones.</summary>
public sealed class OrganizationQueries(Database database, TimeProvider clock)
{
    /// <summary>All in the list, and those taken away last, by name as readers expect: put in order here, since there are never many.</summary>
    public async Task<IReadOnlyList<OrganizationRow>> All(CancellationToken cancellationToken) =>
    [
        .. (await database.Query<OrganizationRow>("select id, name, kind, region, taken_away_at from organization order by taken_away_at is not null, taken_away_at desc, id limit @most", new { most = 2 * Organization.Most }, cancellationToken))
            .OrderBy(o => o.Name, NameOrder.Comparer),
    ];

    /// <summary>Those in the list.</summary>
    public async Task<IReadOnlyList<OrganizationRow>> Listed(CancellationToken cancellationToken) => [.. (await All(cancellationToken)).Where(o => o.TakenAwayAt is null)];

    /// <summary>The one that a name means: it goes by it, or was added under it; null when there is none.</summary>
    public async Task<OrganizationRow?> Named(string name, CancellationToken cancellationToken)
    {
        var (likeness, id) = (Organization.Likeness(name), Organization.IdOf(name));
        return (await All(cancellationToken)).OrderBy(o => o.Id == id).FirstOrDefault(o => o.Id == id || Organization.Likeness(o.Name) == likeness);
    }

    /// <summary>One, whoever asks; null when there is none.</summary>
    public async Task<Organization?> Find(Guid id, CancellationToken cancellationToken) =>
        await database.Find<string>("select json from organization where id = @id", new { id }, cancellationToken) is { } json ? JsonSerializer.Deserialize<Organization>(json, GrainJson.Options) : null;

    /// <summary>True while the list has room for one more.</summary>
    public async Task<bool> HasRoom(CancellationToken cancellationToken) =>
        await database.Find<long>("select count(*) from organization where taken_away_at is null", null, cancellationToken) < Organization.Most;

    /// <summary>How many were added in the last day, taken away or not; not counted beyond the most.</summary>
    public async Task<int> AddedLately(CancellationToken cancellationToken) =>
        (await database.Query<DateTimeOffset>("select added_at from organization order by added_at desc limit @MostADay", new { Organization.MostADay }, cancellationToken))
            .Count(at => at > clock.GetUtcNow().AddDays(-1));
}

/// <summary>Finds the grains of organizations.</summary>
public static class OrganizationGrains
{
    /// <summary>An organization's grain.</summary>
    public static IOrganizationGrain Organization(this IGrainFactory grains, Guid id) => grains.GetGrain<IOrganizationGrain>(id);
}
