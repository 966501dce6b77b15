using System.Text.Json;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Comments;

/// <summary>A comment of somebody's own, and where it stands.</summary>
public sealed record OwnComment
{
    /// <summary>The thing that it is about.</summary>
    public required Guid ThreadId { get; init; }

    /// <summary>The kind of that thing.</summary>
    public required string About { get; init; }

    /// <summary>The comment's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }

    /// <summary>The language of the page on which it was written.</summary>
    public required string Language { get; init; }

    /// <summary>Why others do not see it; null when they do.</summary>
    public required string? HiddenBecause { get; init; }
}

/// <summary>Threads, and what somebody wrote in all of them.</summary>
public sealed class CommentQueries(Database database)
{
    /// <summary>What was said about a thing; an empty thread when nothing was. For those who may see the thing.</summary>
    public async Task<CommentThread> Find(Guid about, CancellationToken cancellationToken)
    {
        var json = await database.Find<string>(
            "select cast(state as text) from grain_state where kind = @kind and id = @about", new { kind = CommentThread.Kind, about }, cancellationToken);
        return json is null ? new() : JsonSerializer.Deserialize<CommentThread>(json, GrainJson.Options)!;
    }

    /// <summary>What somebody wrote, wherever it stands; the last first.</summary>
    public Task<IReadOnlyList<OwnComment>> Of(Guid author, int limit, CancellationToken cancellationToken) => database.Query<OwnComment>(
        "select thread_id, about, id, written_at, text, language, hidden_because from comment where author = @author order by written_at desc, id desc limit @limit", new { author, limit }, cancellationToken);

    /// <summary>In which threads somebody wrote.</summary>
    public Task<IReadOnlyList<Guid>> ThreadsOf(Guid author, CancellationToken cancellationToken) =>
        database.Query<Guid>("select distinct thread_id from comment where author = @author order by thread_id limit 100000", new { author }, cancellationToken);

    /// <summary>True when somebody wants their comments erased when they leave.</summary>
    public async Task<bool> WantsErasure(Guid member, CancellationToken cancellationToken) =>
        await database.Find<long>("select count(*) from comment_wish where member_id = @member", new { member }, cancellationToken) > 0;
}
