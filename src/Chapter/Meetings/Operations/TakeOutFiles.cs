namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Takes the documents out again that a move brought.</summary>
/// <param name="Actor">The node.</param>
/// <param name="Run">The move.</param>
[GenerateSerializer, Immutable, Alias("meeting.take-out-files")]
public sealed record TakeOutFiles([property: Id(0)] Actor Actor, [property: Id(1)] Guid Run) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.Files.Any(f => f.MovedInBy == Run) ? meeting with { Files = [.. meeting.Files.Where(f => f.MovedInBy != Run)] } : meeting;
}
