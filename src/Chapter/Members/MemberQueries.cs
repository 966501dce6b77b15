using System.Text.Json;
using RecoveryCoP.Chapter.Charters;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Members;

/// <summary>Somebody in the list of people: what they chose to show.</summary>
public sealed record PersonShown
{
    /// <summary>The account's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name they go by.</summary>
    public required string Name { get; init; }

    /// <summary>What one can talk to them about; empty when they do not show it.</summary>
    public required string TalkAbout { get; init; }
}

/// <summary>That somebody shows that they belong to an organization.</summary>
public sealed record Belonging
{
    /// <summary>The account's id.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>The name they go by.</summary>
    public required string MemberName { get; init; }

    /// <summary>The organization's id.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>Its name.</summary>
    public required string OrganizationName { get; init; }
}

/// <summary>Members as others may see them, and oneself whole.</summary>
public sealed class MemberQueries(Database database)
{
    private const int MostNames = 500;

    /// <summary>A member's record, for that member alone.</summary>
    public async Task<Member> Find(Guid id, CancellationToken cancellationToken)
    {
        var json = await database.Find<string>("select json from member where id = @id", new { id }, cancellationToken);
        return json is null ? new Member() : JsonSerializer.Deserialize<Member>(json, GrainJson.Options)!;
    }

    /// <summary>True when they accepted the charter that is in force, in the stay that goes on.</summary>
    public Task<bool> HasAccepted(Guid id, CancellationToken cancellationToken) => HasAccepted(id, "coalesce((select current from charter where id = @TheId), 1)", cancellationToken);

    /// <summary>True when they accepted any charter in that stay.</summary>
    public Task<bool> HasAcceptedAny(Guid id, CancellationToken cancellationToken) => HasAccepted(id, "1", cancellationToken);

    private async Task<bool> HasAccepted(Guid id, string atLeast, CancellationToken cancellationToken) => await database.Find<long>(
        $"""
        select count(*) from member m join account a on a.id = m.id and a.stay = m.stay and a.left_at is null
         where m.id = @id and m.accepted >= {atLeast}
        """,
        new { id, Charter.TheId },
        cancellationToken) > 0;

    /// <summary>Those who chose to be seen and are here, by name.</summary>
    /// <param name="search">Part of a name, as typed; null or empty for everybody.</param>
    /// <param name="page">1 upwards.</param>
    /// <param name="size">Rows a page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<PersonShown>> People(string? search, int page, int size, CancellationToken cancellationToken) => database.Query<PersonShown>(
        // First which, from the indexes alone, then what these few show.
        $"""
        select p.id, p.name, m.talk_about
          from (select id, name, name_sort {Seen(search)} order by name_sort, id limit @size offset @skipped) p
          join member m on m.id = p.id
         order by p.name_sort, p.id
         limit @size
        """,
        new { pattern = NameOrder.Pattern(search), size, skipped = ((long)page - 1) * size },
        cancellationToken);

    /// <summary>The organizations that the people on a page of that list show, of those that are in theirs.</summary>
    /// <param name="search">As for the list.</param>
    /// <param name="page">1 upwards.</param>
    /// <param name="size">Rows a page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<Belonging>> OrganizationsOf(string? search, int page, int size, CancellationToken cancellationToken) => database.Query<Belonging>(
        $"{BelongingOf($"(select id, name, name_sort {Seen(search)} order by name_sort, id limit @size offset @skipped)")} order by s.id, o.name, o.id limit @most",
        new { pattern = NameOrder.Pattern(search), size, skipped = ((long)page - 1) * size, most = size * Member.MostOrganizations },
        cancellationToken);

    /// <summary>Those who show that they belong to an organization, by name.</summary>
    public Task<IReadOnlyList<Belonging>> Showing(Guid organization, CancellationToken cancellationToken) => database.Query<Belonging>(
        $"{BelongingOf("member_seen")} where o.id = @organization order by s.name_sort, s.id limit @MostNames", new { organization, MostNames }, cancellationToken);

    /// <summary>How many there are in that list.</summary>
    public Task<long> Count(string? search, CancellationToken cancellationToken) =>
        database.Find<long>($"select count(*) {Seen(search)}", new { pattern = NameOrder.Pattern(search) }, cancellationToken);

    /// <summary>
    /// What others call these people, by their ids: by name those who chose to be seen, "a member" those who did not, "former member" those who left.
    /// Somebody's own name is always theirs to read.
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, Text>> Names(IEnumerable<Guid> ids, Guid reader, CancellationToken cancellationToken)
    {
        var names = new Dictionary<Guid, Text>();
        foreach (var id in ids.Distinct().Take(MostNames))
        {
            names.Add(id, await NameOf(id, given: id == reader, cancellationToken));
        }

        return names;
    }

    /// <summary>What somebody is called by those to whom they gave their name: by it, whatever they show to others, and "former member" once they left.</summary>
    public Task<Text> NameGivenBy(Guid id, CancellationToken cancellationToken) => NameOf(id, given: true, cancellationToken);

    private async Task<Text> NameOf(Guid id, bool given, CancellationToken cancellationToken)
    {
        var name = await database.Find<NameRow>(
            "select name, left_at, (select count(*) from member_seen where id = @id) as shown from account where id = @id", new { id }, cancellationToken);
        return name switch
        {
            null or { LeftAt: not null } => MemberText.Former,
            _ when given || name.Shown == 1 => name.Name.AsText(),
            _ => MemberText.AMember,
        };
    }

    private static string BelongingOf(string people) =>
        $"""
        select s.id as member_id, s.name as member_name, o.id as organization_id, o.name as organization_name
          from {people} s join member_organization b on b.member_id = s.id join organization o on o.id = b.organization_id and o.taken_away_at is null
        """;

    private static string Seen(string? search) =>
        "from member_seen" + (NameOrder.Pattern(search) is null ? "" : @" where name_find like @pattern escape '\'");

    private sealed record NameRow
    {
        public required string Name { get; init; }

        public required DateTimeOffset? LeftAt { get; init; }

        public required long Shown { get; init; }
    }
}
