using System.Globalization;
using RecoveryCoP.Node.Language;
using RecoveryCoP.Node.Rules;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Something that somebody promised and that is not done.</summary>
public sealed record PromisedAction
{
    /// <summary>The outcome's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The meeting in which it was promised.</summary>
    public required Guid MeetingId { get; init; }

    /// <summary>What that meeting is called.</summary>
    public required string MeetingTitle { get; init; }

    /// <summary>The language of both texts.</summary>
    public required string Language { get; init; }

    /// <summary>When that meeting began.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>What was promised.</summary>
    public required string Text { get; init; }

    /// <summary>Who promised it.</summary>
    public required Guid Owner { get; init; }

    /// <summary>Until when, as it stands in the state; null when no day was said.</summary>
    public required string? Due { get; init; }

    /// <summary>Until when; null when no day was said.</summary>
    public DateOnly? DueDay => Due is null ? null : DateOnly.ParseExact(Due, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Who and what a meeting names: actions that are carried on, and people.</summary>
public sealed class ActionQueries(Database database)
{
    private const int MostNames = 20_000;

    private const string IsNamed =
        """
        a.left_at is null
        and (@runs = 1 or a.id = @reader or exists (select 1 from member m where m.id = a.id and m.shown = 1))
        """;

    private const string Columns = "id, meeting_id, meeting_title, language, starts_at, text, owner, due";

    /// <summary>What a member promised and has not done; what is due first comes first.</summary>
    public Task<IReadOnlyList<PromisedAction>> PromisedBy(Guid member, int limit, CancellationToken cancellationToken) => database.Query<PromisedAction>(
        $"select {Columns} from meeting_action where owner = @member order by case when due is null then 1 else 0 end, due, id limit @limit",
        new { member, limit },
        cancellationToken);

    /// <summary>What was promised in other meetings and is not done; what is due first comes first.</summary>
    public Task<IReadOnlyList<PromisedAction>> CarriedInto(Guid meeting, int limit, CancellationToken cancellationToken) => database.Query<PromisedAction>(
        $"select {Columns} from meeting_action where meeting_id <> @meeting order by case when due is null then 1 else 0 end, due, id limit @limit",
        new { meeting, limit },
        cancellationToken);

    /// <summary>
    /// What those whom a meeting names are called, by their ids; whoever left is not named any more.
    /// For those who run meetings everybody; for others only who chose to be seen, and themselves.
    /// </summary>
    public Task<IReadOnlyDictionary<Guid, string>> NamesIn(Guid meeting, Actor reader, CancellationToken cancellationToken) => Names(
        $"""
        select a.id, a.name
          from meeting_person p join account a on a.id = p.member_id
         where p.meeting_id = @meeting and {IsNamed}
         order by a.name_sort, a.id limit @limit
        """,
        new { meeting, reader = reader.Id, runs = Runs(reader), limit = MostNames },
        cancellationToken);

    /// <summary>What those whom a meeting names are called as far as they chose to be seen: for texts that every member reads.</summary>
    public Task<IReadOnlyDictionary<Guid, string>> SeenIn(Guid meeting, CancellationToken cancellationToken) =>
        NamesIn(meeting, new Actor(Guid.Empty, []), cancellationToken);

    /// <summary>What those are called, to the same readers, who promised something that is carried on.</summary>
    public Task<IReadOnlyDictionary<Guid, string>> OwnersOfCarried(Actor reader, CancellationToken cancellationToken) => Names(
        $"""
        select a.id, a.name
          from account a
         where a.id in (select o.owner from meeting_action o) and {IsNamed}
         order by a.name_sort, a.id limit @limit
        """,
        new { reader = reader.Id, runs = Runs(reader), limit = MostNames },
        cancellationToken);

    /// <summary>Members by a part of their name, for whoever takes the attendance.</summary>
    public Task<IReadOnlyDictionary<Guid, string>> Members(string part, int limit, CancellationToken cancellationToken) => Names(
        @"select id, name from account where left_at is null and name_find like @like escape '\' order by name_sort, id limit @limit",
        new { like = NameOrder.Pattern(part), limit },
        cancellationToken);

    private static long Runs(Actor reader) => Meeting.MayWriteDown(reader) ? 1 : 0;

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
