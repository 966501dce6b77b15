using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>
/// Takes out what came back from the network in the chapter's name and was a thief's, as the chapter has declared since. What somebody wrote here is never a thief's.
/// </summary>
/// <param name="Actor">The node itself.</param>
/// <param name="Numbers">The revisions that are not believed any more.</param>
/// <param name="Words">What the last one that stays says: bytes of the wire's <c>PracticeContent</c>; null where none stays.</param>
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

        if (left.Count == 0 || Words is null)
        {
            return practice.TakenBack(at.Now, Guid.Empty, WithdrawalReason.Legal); // nothing but a thief's: nobody is to read it
        }

        var words = PracticeContent.Parser.ParseFrom(Words);
        return practice with { Revisions = left, LastNumber = Math.Max(practice.LastNumber, practice.Current.Number), Title = words.Title, Summary = words.Summary };
    }

    internal static IReadOnlyList<Revision> Left(Practice practice, IReadOnlyList<int> numbers) => [.. practice.Revisions.Where(r => r.By != Guid.Empty || !numbers.Contains(r.Number))];
}
