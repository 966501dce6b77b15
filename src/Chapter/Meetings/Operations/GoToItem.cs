namespace RecoveryCoP.Chapter.Meetings;

/// <summary>
/// Says at which item the meeting is, so that everybody's page shows the same one and its time is counted from here. Back to an earlier item is a way too.
/// </summary>
/// <param name="Actor">Who runs it.</param>
/// <param name="Item">The agenda item.</param>
[GenerateSerializer, Immutable, Alias("meeting.go-to-item")]
public sealed record GoToItem([property: Id(0)] Actor Actor, [property: Id(1)] Guid Item) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.RefusalFor(MeetingAct.Note, Actor, at.Now) is { } refusal ? refusal
        : meeting.Plan.Items.All(i => i.Id != Item) ? Refusal.Of("meeting.item-unknown")
        : meeting.Current?.Item == Item ? meeting
        : meeting with { Current = new(Item, at.Now) };
}
