using System.Globalization;
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

    /// <summary>What those whom a meeting names are called, by their ids. Whoever left is not named any more.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesIn(Guid meeting, CancellationToken cancellationToken)
    {
        var rows = await database.Query<Named>(
            """
            select a.id, a.name
              from meeting_person p join account a on a.id = p.member_id and a.left_at is null
             where p.meeting_id = @meeting
             order by a.name, a.id limit 20000
            """,
            new { meeting },
            cancellationToken);
        return rows.ToDictionary(r => r.Id, r => r.Name);
    }

    /// <summary>What those are called who promised something that is carried on.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> OwnersOfCarried(int limit, CancellationToken cancellationToken)
    {
        var rows = await database.Query<Named>(
            """
            select distinct a.id, a.name
              from meeting_action o join account a on a.id = o.owner and a.left_at is null
             order by a.name, a.id limit @limit
            """,
            new { limit },
            cancellationToken);
        return rows.ToDictionary(r => r.Id, r => r.Name);
    }

    /// <summary>Members by a part of their name, for whoever takes the attendance.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Members(string part, int limit, CancellationToken cancellationToken)
    {
        var like = "%" + part.Trim().ToLowerInvariant().Replace("~", "~~", StringComparison.Ordinal).Replace("%", "~%", StringComparison.Ordinal).Replace("_", "~_", StringComparison.Ordinal) + "%";
        var rows = await database.Query<Named>(
            "select id, name from account where left_at is null and lower(name) like @like escape '~' order by lower(name), id limit @limit",
            new { like, limit },
            cancellationToken);
        return rows.ToDictionary(r => r.Id, r => r.Name);
    }

    private sealed record Named
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }
    }
}
