using System.Text.Json;
using RecoveryCoP.Chapter.Organizations;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Adoptions;

/// <summary>An adoption and the organization whose it is; null where that was taken out of the list.</summary>
/// <param name="Adoption">The adoption.</param>
/// <param name="Organization">The organization, as far as members find it.</param>
public sealed record ListedAdoption(Adoption Adoption, OrganizationRow? Organization);

/// <summary>Adoptions by what they are of.</summary>
public sealed class AdoptionQueries(Database database, OrganizationQueries organizations)
{
    private const int Most = Organization.Most;

    /// <summary>One, whoever asks; null when nothing is said of it.</summary>
    public async Task<Adoption?> Find(Guid id, CancellationToken cancellationToken) =>
        await database.Find<string>("select json from adoption where id = @id", new { id }, cancellationToken) is { } json ? Read(json) : null;

    /// <summary>Where a practice is put into use: the furthest first, then by name.</summary>
    public async Task<IReadOnlyList<ListedAdoption>> Of(PracticeReference practice, CancellationToken cancellationToken)
    {
        var found = await database.Query<string>("select json from adoption where practice_id = @Id and node = @Node order by id limit @Most", new { practice.Id, practice.Node, Most }, cancellationToken);
        var named = found.Count == 0 ? [] : (await organizations.Listed(cancellationToken)).ToDictionary(o => o.Id);
        return
        [
            .. found.Select(Read).Select(a => new ListedAdoption(a, named.GetValueOrDefault(a.Organization)))
                .OrderBy(a => a.Adoption.Current!.Stage == AdoptionStage.Discontinued).ThenByDescending(a => a.Adoption.Current!.Stage).ThenBy(a => a.Organization?.Name ?? "", NameOrder.Comparer),
        ];
    }

    /// <summary>What an organization puts into use, the newest first.</summary>
    public async Task<IReadOnlyList<Adoption>> By(Guid organization, CancellationToken cancellationToken) =>
        [.. (await database.Query<string>("select json from adoption where organization_id = @organization order by id limit @Most", new { organization, Most }, cancellationToken)).Select(Read).OrderByDescending(a => a.Current!.Month)];

    /// <summary>What somebody said of adoptions, in the order of their ids.</summary>
    public async IAsyncEnumerable<(Adoption Adoption, AdoptionStep Step)> SaidBy(Guid person, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var json in await database.Query<string>(
            "select json from adoption where id in (select adoption_id from adoption_step where said_by = @person) order by id limit @Most", new { person, Most }, cancellationToken))
        {
            var adoption = Read(json);
            foreach (var step in adoption.Steps.Where(s => s.By == person))
            {
                yield return (adoption, step);
            }
        }
    }

    private static Adoption Read(string json) => JsonSerializer.Deserialize<Adoption>(json, GrainJson.Options)!;
}
