using RecoveryCoP.Node.Files;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Adds a file to what is read before a meeting, for as long as its plan can change. What is in it is stored already (<see cref="MeetingFiles"/>). Sent twice it is one file.</summary>
/// <param name="Actor">Who adds it.</param>
/// <param name="File">The id that the form was given.</param>
/// <param name="Title">What it is.</param>
/// <param name="Language">The language of title and file.</param>
/// <param name="Stored">What is in it.</param>
[GenerateSerializer, Immutable, Alias("meeting.add-file")]
public sealed record AddFile(
    [property: Id(0)] Actor Actor, [property: Id(1)] Guid File, [property: Id(2)] string Title, [property: Id(3)] string Language, [property: Id(4)] StoredFile Stored) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors =>
        !Readable.IsSeen(Title) ? [Refusal.Of("file.title-missing", nameof(Title))]
        : TypedText.Length(Title) > FileText.LongestTitle ? [Refusal.Of(FormRefusals.TooLong, nameof(Title), FileText.LongestTitle, TypedText.Length(Title) - FileText.LongestTitle)]
        : !Readable.IsLine(Title) ? [Refusal.Of(FormRefusals.UnreadableLine, nameof(Title))]
        : [];

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at)
    {
        // Also when no more can be added by then: whoever sent it does not learn otherwise that it is there.
        if (meeting.MayRead(Actor) && meeting.Files.FirstOrDefault(f => f.Id == File) is { } there)
        {
            return there.Stored.Hash == Stored.Hash ? meeting : Refusal.Of(FileText.SentTwice);
        }

        if (meeting.RefusalFor(MeetingAct.Revise, Actor, at.Now) is { } refusal)
        {
            return refusal;
        }

        var isTold = meeting.State == MeetingState.Announced;
        return meeting.Files.Count >= Meeting.MostFiles ? Refusal.Of("meeting.files-too-many", "", Meeting.MostFiles)
            : meeting with
            {
                Files = [.. meeting.Files, new MeetingFile { Id = File, Title = Title, Language = Language, Stored = Stored, At = at.Now, By = Actor.Id }],
                ReadingsAdded = meeting.ReadingsAdded + (isTold ? 1 : 0),
                ReadingsAddedAt = isTold ? at.Now : meeting.ReadingsAddedAt,
                Occurrence = meeting.Occurrence?.ByHand,
            };
    }
}
