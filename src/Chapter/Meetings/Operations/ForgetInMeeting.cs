namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Forgets, because the stay in which it was said is over, that somebody was asked to take an action on, what they proposed for the minutes, and that it was they who added a file.</summary>
/// <param name="Actor">The node.</param>
/// <param name="Member">Who left.</param>
/// <param name="Until">When, at the latest: what is of their next stay is left alone.</param>
[GenerateSerializer, Immutable, Alias("meeting.forget-member")]
public sealed record ForgetInMeeting([property: Id(0)] Actor Actor, [property: Id(1)] Guid Member, [property: Id(2)] DateTimeOffset Until) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at)
    {
        var corrections = meeting.Minutes?.Corrections ?? [];
        if (!meeting.Outcomes.Any(IsOver) && !corrections.Any(IsOver) && !meeting.Files.Any(IsOver))
        {
            return meeting;
        }

        return meeting with
        {
            Outcomes = [.. meeting.Outcomes.Select(o => IsOver(o) ? o with { Offered = null } : o)],
            Files = [.. meeting.Files.Select(f => IsOver(f) ? f with { By = null } : f)],
            Minutes = meeting.Minutes is { } minutes ? minutes with { Corrections = [.. corrections.Where(c => !IsOver(c))] } : null,
        };
    }

    private bool IsOver(ItemOutcome outcome) => outcome.Offered is { } offer && offer.To == Member && offer.At <= Until;

    private bool IsOver(MeetingFile file) => file.By == Member && file.At <= Until;

    private bool IsOver(Correction correction) => correction.Author == Member && correction.At <= Until;
}
