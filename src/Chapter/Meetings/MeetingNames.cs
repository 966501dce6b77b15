using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>What the people of a meeting are called, to those who may know.</summary>
public sealed class MeetingNames(Database database)
{
    private const int Most = 20_000;

    private const string IsNamed =
        """
        a.left_at is null
        and (@runs = 1 or a.id = @reader or exists (select 1 from member_seen s where s.id = a.id))
        """;

    /// <summary>
    /// What those whom a meeting names are called, by their ids; whoever left is not named any more.
    /// For those who run meetings everybody; for others only who chose to be seen, and themselves.
    /// </summary>
    public Task<IReadOnlyDictionary<Guid, string>> In(Guid meeting, Actor reader, CancellationToken cancellationToken) => Names(
        $"""
        select a.id, a.name
          from meeting_person p join account a on a.id = p.member_id
         where p.meeting_id = @meeting and {IsNamed}
         order by a.name_sort, a.id limit @limit
        """,
        new { meeting, reader = reader.Id, runs = Runs(reader), limit = Most },
        cancellationToken);

    /// <summary>What those whom a meeting names are called as far as they chose to be seen: for texts that every member reads.</summary>
    public Task<IReadOnlyDictionary<Guid, string>> SeenIn(Guid meeting, CancellationToken cancellationToken) =>
        In(meeting, new Actor(Guid.Empty, []), cancellationToken);

    /// <summary>What those are called, to the same readers, who promised something that is carried on.</summary>
    public Task<IReadOnlyDictionary<Guid, string>> OwnersOfCarried(Actor reader, CancellationToken cancellationToken) => Names(
        $"""
        select a.id, a.name
          from account a
         where a.id in (select o.owner from meeting_action o) and {IsNamed}
         order by a.name_sort, a.id limit @limit
        """,
        new { reader = reader.Id, runs = Runs(reader), limit = Most },
        cancellationToken);

    /// <summary>Who can be asked to take something on: everybody for those who run meetings; for others who chose to be seen.</summary>
    public Task<IReadOnlyDictionary<Guid, string>> Others(Guid owner, Actor reader, int limit, CancellationToken cancellationToken) => Names(
        $"select a.id, a.name from account a where a.id <> @owner and {IsNamed} order by a.name_sort, a.id limit @limit",
        new { owner, reader = reader.Id, runs = Runs(reader), limit },
        cancellationToken);

    /// <summary>Members by a part of their name, for whoever takes the attendance.</summary>
    public Task<IReadOnlyDictionary<Guid, string>> Search(string part, int limit, CancellationToken cancellationToken) => Names(
        @"select id, name from account where left_at is null and name_find like @like escape '\' order by name_sort, id limit @limit",
        new { like = NameOrder.Pattern(part), limit },
        cancellationToken);

    /// <summary>True when somebody is a member, or was.</summary>
    public async Task<bool> IsKnown(Guid member, CancellationToken cancellationToken) =>
        await database.Find<long>("select count(*) from account where id = @member", new { member }, cancellationToken) > 0;

    private static long Runs(Actor reader) => Meeting.Scribes.Allows(reader) ? 1 : 0;

    private async Task<IReadOnlyDictionary<Guid, string>> Names(string sql, object args, CancellationToken cancellationToken)
    {
        var rows = await database.Query<NameRow>(sql, args, cancellationToken);
        return rows.ToDictionary(r => r.Id, r => r.Name);
    }

    private sealed record NameRow
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }
    }
}
