using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>
/// Takes out what came back from the network in the chapter's name and was a thief's, as the chapter has declared since. What somebody wrote here is never a thief's.
/// </summary>
/// <param name="Actor">The node itself.</param>
/// <param name="Numbers">The revisions that are not believed any more.</param>
/// <param name="Words">What the last one that stays says: bytes of the wire's <c>PracticeContent</c>; null where none stays, or its text is not here.</param>
[GenerateSerializer, Immutable, Alias("practice.disown")]
public sealed record DisownRevisions([property: Id(0)] Actor Actor, [property: Id(1)] IReadOnlyList<int> Numbers, [property: Id(2)] byte[]? Words) : IOperation<Practice>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public Result<Practice> On(Practice practice, OperationContext at)
    {
        var left = Left(practice, Numbers);
        if (left.Count == practice.Revisions.Count || practice.Erased)
        {
            return practice;
        }

        if (left.Count == 0)
        {
            return practice.TakenBack(at.Now, Guid.Empty, WithdrawalReason.Legal); // nothing but a thief's: nobody is to read it
        }

        var rest = practice with { Revisions = left, LastNumber = Math.Max(practice.LastNumber, practice.Current.Number) };
        rest = Words is not null && TextStore.NameOf(Words) == left[^1].TextHash && PracticeContent.Parser.ParseFrom(Words) is var words ? rest with { Title = words.Title, Summary = words.Summary } : rest;
        return IsSharedByAThief(rest) ? Unshared(rest) : rest;
    }

    // Recalling it made it shared, from the thief's revision on.
    private static bool IsSharedByAThief(Practice rest) => rest.NetworkShare is { } share && share.By == Guid.Empty && rest.Current.Number < share.FromRevision;

    private static Practice Unshared(Practice rest)
    {
        var wasDraft = rest.SharedInChapterAt == rest.NetworkShare!.At; // recalling it gave it both times at once
        return rest with
        {
            NetworkShare = null,
            SharedInChapterAt = wasDraft ? null : rest.SharedInChapterAt,
            State = rest.State != PracticeState.SharedInNetwork ? rest.State : wasDraft ? PracticeState.Draft : PracticeState.SharedInChapter,
        };
    }

    internal static IReadOnlyList<Revision> Left(Practice practice, IReadOnlyList<int> numbers) => [.. practice.Revisions.Where(r => r.By != Guid.Empty || !numbers.Contains(r.Number))];
}
