using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Comments;

/// <summary>
/// What members say about one thing, such as a practice or a topic: plain and few, without reactions or ranks. It has the thing's id, so a thing has one thread, and it
/// never leaves the chapter. Who may see the thing may read and write, which the thing's page decides; authors edit and erase what they wrote; facilitators and the
/// executive committee hide a comment with a reason that its author sees; the executive committee closes a thread and opens it again.
/// </summary>
public sealed record CommentThread : GrainRecord, IErasable
{
    /// <summary>The name of its state in storage and in the change log.</summary>
    public const string Kind = "comments";

    /// <summary>Every save rewrites them, so they have an end.</summary>
    public const int MostComments = 500;

    /// <summary>In characters.</summary>
    public const int LongestComment = 2000;

    /// <summary>Those who hide comments.</summary>
    public static Access Hiders { get; } = Access.Roles(ChapterRoles.Facilitator, ChapterRoles.Executive);

    /// <summary>The kind of thing that it is about, as that thing's state is named.</summary>
    public string About { get; init; } = "";

    /// <summary>In the order in which they were written; what was erased is not among them.</summary>
    public IReadOnlyList<Comment> Comments { get; init; } = [];

    /// <summary>When and by whom it was closed; null while it is open.</summary>
    public Closing? Closed { get; init; }

    /// <summary>True for a thread about a thing of this kind, or about nothing yet. A thing of another kind with the same id has no part in it.</summary>
    public bool IsAbout(string kind) => About.Length == 0 || About == kind;

    /// <summary>The comment with an id; null when there is none.</summary>
    public Comment? Find(Guid comment) => Comments.FirstOrDefault(c => c.Id == comment);

    IEnumerable<Erasure> IErasable.Erasable => Comments.Select(c => new Erasure("comment", c.Id));

    GrainRecord IErasable.Without(Erasure erased, DateTimeOffset now) => this with { Comments = [.. Comments.Where(c => c.Id != erased.Id)] };

    /// <summary>The same with another comment in place of one.</summary>
    internal CommentThread With(Comment changed) => this with { Comments = [.. Comments.Select(c => c.Id == changed.Id ? changed : c)] };
}

/// <summary>Something that a member said.</summary>
public sealed record Comment
{
    /// <summary>Its own id, chosen with the empty form: sent twice it is one comment.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who wrote it.</summary>
    public required Guid Author { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it says.</summary>
    public required CommentContent Content { get; init; }

    /// <summary>When its author last changed it; null when they never did.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Why others do not see it; null when they do.</summary>
    public Hiding? Hidden { get; init; }

    /// <summary>What a newer program wrote, written back untouched.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }

    /// <summary>True when the actor wrote it.</summary>
    public bool IsBy(Actor actor) => actor.Id != Guid.Empty && actor.Id == Author;

    /// <summary>True when the actor may read it: what is hidden its author and those who hide still read.</summary>
    public bool MayRead(Actor actor) => Hidden is null || IsBy(actor) || CommentThread.Hiders.Allows(actor);
}

/// <summary>What a comment says.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="Language">The language of the page on which it was written: <c>fr</c> or <c>en</c>.</param>
/// <param name="ShowsName">True when other members see who wrote it.</param>
[GenerateSerializer, Immutable, Alias("comment-content")]
public sealed record CommentContent([property: Id(0)] string Text, [property: Id(1)] string Language, [property: Id(2)] bool ShowsName)
{
    /// <summary>What no comment may be; the form refuses most of it earlier.</summary>
    public IReadOnlyList<Refusal> Errors() => string.IsNullOrWhiteSpace(Text) ? [Refusal.Of("comment.text-missing", nameof(Text))] : [];
}

/// <summary>That a comment was hidden.</summary>
/// <param name="At">When.</param>
/// <param name="By">By whom.</param>
/// <param name="Reason">Why, in words for its author.</param>
public sealed record Hiding(DateTimeOffset At, Guid By, string Reason);

/// <summary>That a thread was closed.</summary>
/// <param name="At">When.</param>
/// <param name="By">By whom.</param>
public sealed record Closing(DateTimeOffset At, Guid By);

/// <summary>One thread. Its key is the id of the thing that it is about.</summary>
[Alias("comments")]
public interface ICommentThreadGrain : IRecordGrain<CommentThread>;

[GrainType("comments")]
internal sealed class CommentThreadGrain([PersistentState(CommentThread.Kind)] IPersistentState<CommentThread> state, RecordParts parts) : RecordGrain<CommentThread>(state, parts), ICommentThreadGrain;
