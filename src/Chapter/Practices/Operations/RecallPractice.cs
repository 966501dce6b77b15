using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>
/// Gives a practice back what the network holds of it and the chapter, restored from a backup, no longer knew. What was written here meanwhile comes behind it and
/// gets other numbers: two texts never have one. Who wrote what came back is not known, since the network never was told; the executive committee looks after it.
/// </summary>
/// <param name="Actor">The node itself.</param>
/// <param name="Revisions">The revisions with their texts, in the order of their numbers.</param>
/// <param name="LastNumber">The highest number that the network has, also of a revision whose text is gone.</param>
/// <param name="Withdrawn">Why it was taken back, as the network was told or as is known here; null when it was not.</param>
[GenerateSerializer, Immutable, Alias("practice.recall")]
public sealed record RecallPractice(
    [property: Id(0)] Actor Actor,
    [property: Id(1)] IReadOnlyList<RecalledRevision> Revisions,
    [property: Id(2)] int LastNumber,
    [property: Id(3)] WithdrawalReason? Withdrawn) : IOperation<Practice>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public IReadOnlyList<byte[]> Texts => [.. Revisions.Select(r => r.Content)];

    /// <inheritdoc />
    public Result<Practice> On(Practice practice, OperationContext at)
    {
        if (!practice.Exists && Revisions.Count == 0)
        {
            return practice; // nothing of it is left to be looked after
        }

        var recalled = practice with { LastNumber = Math.Max(practice.LastNumber, LastNumber) };
        var news = Revisions.Where(r => !practice.Revisions.Any(r.Is)).ToList();
        recalled = news.Count > 0 ? With(recalled, news, at) : recalled;
        recalled = practice is { Erased: true, Withdrawal: { } erasure } && news.Count > 0 ? recalled.TakenBack(erasure.At, erasure.By, erasure.Reason) : recalled;
        recalled = Withdrawn is { } reason && practice.State != PracticeState.Withdrawn ? recalled.TakenBack(at.Now, Guid.Empty, reason) : recalled;
        return recalled == practice ? practice : recalled;
    }

    private static Practice With(Practice practice, List<RecalledRevision> news, OperationContext at)
    {
        var first = news[0].Number;
        var kept = practice.Revisions.Where(r => r.Number < first || news.All(n => n.Number > r.Number)).ToList();
        var behind = practice.Revisions.Except(kept).ToList();
        List<Revision> revisions = [.. kept.Concat(news.Select(n => n.ToRevision())).OrderBy(r => r.Number)];
        var last = Math.Max(practice.LastNumber, revisions[^1].Number);
        revisions.AddRange(behind.Select((r, place) => r with { Number = last + 1 + place }));

        var words = behind.Count > 0 || revisions[^1].Number > news[^1].Number ? null : PracticeContent.Parser.ParseFrom(news[^1].Content);
        return practice with
        {
            Id = at.Id,
            Title = words?.Title ?? practice.Title,
            Summary = words?.Summary ?? practice.Summary,
            State = practice.State == PracticeState.Withdrawn ? practice.State : PracticeState.SharedInNetwork,
            Revisions = revisions,
            LastNumber = revisions[^1].Number,
            SharedInChapterAt = practice.SharedInChapterAt ?? news[0].At,
            NetworkShare = practice.NetworkShare is { } share ? share with { FromRevision = Math.Min(share.FromRevision, first) } : new(news[0].At, Guid.Empty, first),
        };
    }
}

/// <summary>A revision as the network holds it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="At">When it was written.</param>
/// <param name="Content">What it says: bytes of the wire's <c>PracticeContent</c> without the note.</param>
/// <param name="Facts">What was chosen.</param>
/// <param name="Note">What changed, in its author's words; may be empty.</param>
/// <param name="TakenFrom">The practice of which it takes something up; null for none.</param>
[GenerateSerializer, Immutable, Alias("practice.recalled-revision")]
public sealed record RecalledRevision(
    [property: Id(0)] int Number, [property: Id(1)] DateTimeOffset At, [property: Id(2)] byte[] Content, [property: Id(3)] PracticeFacts Facts,
    [property: Id(4)] string Note = "", [property: Id(5)] AdaptedFrom? TakenFrom = null)
{
    internal bool Is(Revision known) => known.Number == Number && known.TextHash == TextStore.NameOf(Content);

    internal Revision ToRevision() => new() { Number = Number, At = At, By = Guid.Empty, TextHash = TextStore.NameOf(Content), Note = Note, Facts = Facts, TakenFrom = TakenFrom };
}
