using RecoveryCoP.Node.Files;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Adds a document to a meeting that is over, when a community brings along what it has. What is in it is stored already. Brought twice it is one file.</summary>
/// <param name="Actor">The node, for whoever moves the community in.</param>
/// <param name="Run">The move.</param>
/// <param name="File">Its id.</param>
/// <param name="Title">What it is.</param>
/// <param name="Language">The language of title and file.</param>
/// <param name="Stored">What is in it.</param>
[GenerateSerializer, Immutable, Alias("meeting.bring-file")]
public sealed record BringFile(
    [property: Id(0)] Actor Actor, [property: Id(1)] Guid Run, [property: Id(2)] Guid File, [property: Id(3)] string Title, [property: Id(4)] string Language, [property: Id(5)] StoredFile Stored)
    : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => new AddFile(Actor, File, Title, Language, Stored).Errors;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting is not { Exists: true, State: MeetingState.Closed } ? Refusal.Of("meeting.unknown")
        : meeting.Files.Any(f => f.Id == File) ? meeting
        : meeting.Files.Any(f => f.Stored.Hash == Stored.Hash) ? Refusal.Of("meeting.file-there")
        : meeting.Files.Count >= Meeting.MostFiles ? Refusal.Of("meeting.files-too-many", "", Meeting.MostFiles)
        : meeting with { Files = [.. meeting.Files, new MeetingFile { Id = File, Title = Title, Language = Language, Stored = Stored, At = at.Now, MovedInBy = Run }] };
}
