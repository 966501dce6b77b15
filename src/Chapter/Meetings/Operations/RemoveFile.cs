namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Takes a file off a meeting, also when it is over: a file that should not be there cannot wait.</summary>
/// <param name="Actor">Who takes it off.</param>
/// <param name="File">Which.</param>
[GenerateSerializer, Immutable, Alias("meeting.remove-file")]
public sealed record RemoveFile([property: Id(0)] Actor Actor, [property: Id(1)] Guid File) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        !meeting.MayRead(Actor) ? Refusal.Of("meeting.unknown")
        : !meeting.Files.Any(f => f.Id == File) ? meeting
        : meeting with { Files = [.. meeting.Files.Where(f => f.Id != File)] };
}
