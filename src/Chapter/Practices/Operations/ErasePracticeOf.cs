using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>Takes a practice back and erases its text, because whoever wrote it left and wanted everything erased.</summary>
/// <param name="Actor">The node.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="SharedToo">True where they wanted it of what is shared too, here or in the network; a draft and what they withdrew go in any case.</param>
[GenerateSerializer, Immutable, Alias("practice.erase-of")]
public sealed record ErasePracticeOf([property: Id(0)] Actor Actor, [property: Id(1)] Guid Author, [property: Id(2)] bool SharedToo) : IOperation<Practice>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public Result<Practice> On(Practice practice, OperationContext at) =>
        practice.Exists && practice.Author == Author && !practice.Erased && (SharedToo || practice.State == PracticeState.Draft || practice.Withdrawal?.By == Author)
            ? practice.TakenBack(at.Now, Author, WithdrawalReason.Erasure)
            : practice;
}
