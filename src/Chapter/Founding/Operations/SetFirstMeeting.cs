namespace RecoveryCoP.Chapter.Founding;

/// <summary>A steward says when and where the first meeting is. Nothing is made of it yet.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Meeting">The answers.</param>
[GenerateSerializer, Immutable, Alias("founding.set-first-meeting")]
public sealed record SetFirstMeeting([property: Id(0)] Actor Actor, [property: Id(1)] FirstMeetingAnswers Meeting) : IOperation<FoundingAnswers>
{
    /// <inheritdoc />
    public static Access Access => FoundingAnswers.Founders;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => new[] { Meeting.Date, Meeting.Time, Meeting.Place, Meeting.VideoLink }.Any(answer => answer.Length > FirstMeetingAnswers.Longest)
        ? [Refusal.Of("founding.answer-too-long", "", FirstMeetingAnswers.Longest)] : [];

    /// <inheritdoc />
    public Result<FoundingAnswers> On(FoundingAnswers answers, OperationContext at) => answers.Meeting == Meeting ? answers : answers with { Id = at.Id, Meeting = Meeting with { Unknown = answers.Meeting?.Unknown } };
}
