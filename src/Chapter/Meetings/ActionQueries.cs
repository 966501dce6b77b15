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

    /// <summary>What was promised.</summary>
    public required string Text { get; init; }

    /// <summary>Who promised it.</summary>
    public required Guid Owner { get; init; }

    /// <summary>Until when, as it stands in the state; null when no day was said.</summary>
    public required string? Due { get; init; }

    /// <summary>When it was written down, or last changed.</summary>
    public required DateTimeOffset PromisedAt { get; init; }

    /// <summary>The member who is asked to take it on; null when nobody is.</summary>
    public required Guid? OfferedTo { get; init; }

    /// <summary>Since when; null when nobody is.</summary>
    public required DateTimeOffset? OfferedAt { get; init; }

    /// <summary>Until when; null when no day was said.</summary>
    public DateOnly? DueDay => Due is null ? null : DateOnly.ParseExact(Due, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What was promised in meetings and is carried on.</summary>
public sealed class ActionQueries(Database database)
{
    /// <summary>What a member promised and has not done; what is due first comes first.</summary>
    public Task<IReadOnlyList<PromisedAction>> PromisedBy(Guid member, int limit, CancellationToken cancellationToken) => List("owner = @id", member, limit, cancellationToken);

    /// <summary>What was promised in other meetings and is not done; what is due first comes first.</summary>
    public Task<IReadOnlyList<PromisedAction>> CarriedInto(Guid meeting, int limit, CancellationToken cancellationToken) => List("meeting_id <> @id", meeting, limit, cancellationToken);

    /// <summary>What a member is asked to take on; what is due first comes first.</summary>
    public Task<IReadOnlyList<PromisedAction>> OfferedTo(Guid member, int limit, CancellationToken cancellationToken) => List("offered_to = @id", member, limit, cancellationToken);

    /// <summary>An action that is not done; null when there is none with that id.</summary>
    public async Task<PromisedAction?> Find(Guid action, CancellationToken cancellationToken) => await List("id = @id", action, 1, cancellationToken) is [var found] ? found : null;

    /// <summary>All that is not done, in every meeting there was; what is due first comes first.</summary>
    public Task<IReadOnlyList<PromisedAction>> Open(int limit, CancellationToken cancellationToken) => List("id <> @id", Guid.Empty, limit, cancellationToken);

    private Task<IReadOnlyList<PromisedAction>> List(string condition, Guid id, int limit, CancellationToken cancellationToken) => database.Query<PromisedAction>(
        $"""
        select id, meeting_id, meeting_title, language, text, owner, due, promised_at, offered_to, offered_at from meeting_action
         where {condition} order by case when due is null then 1 else 0 end, due, id limit @limit
        """,
        new { id, limit },
        cancellationToken);
}
