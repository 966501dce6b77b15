using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>A member proposes to correct minutes that are not approved yet. The same form sent twice finds its work done.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Correction">The id that the form was given.</param>
/// <param name="Text">What should be otherwise.</param>
/// <param name="Language">The language of the page.</param>
[GenerateSerializer, Immutable, Alias("meeting.propose-correction")]
public sealed record ProposeCorrection([property: Id(0)] Actor Actor, [property: Id(1)] Guid Correction, [property: Id(2)] string Text, [property: Id(3)] string Language) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors =>
        string.IsNullOrWhiteSpace(Text) ? [Refusal.Of("meeting.correction-missing", nameof(Text))]
        : TypedText.Length(Text) > Meetings.Correction.Longest ? [Refusal.Of("meeting.correction-too-long", nameof(Text), Meetings.Correction.Longest)]
        : !Readable.IsText(Text) ? [Refusal.Of(FormRefusals.Unreadable, nameof(Text))]
        : [];

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.RefusalToCorrect(Actor, at.Now) is { } refusal ? refusal
        : meeting.Minutes!.Corrections.FirstOrDefault(c => c.Id == Correction) is { } there ? (there.IsBy(Actor) && there.Text == Text ? meeting : Refusal.Of("meeting.correction-exists"))
        : meeting.Minutes.Corrections.Count >= Meetings.Correction.Most || meeting.Minutes.Corrections.Count(c => c.IsBy(Actor)) >= Meetings.Correction.MostOfOne ? Refusal.Of("meeting.corrections-too-many")
        : meeting.With([.. meeting.Minutes.Corrections, new Correction { Id = Correction, Author = Actor.Id, At = at.Now, Text = Text, Language = Language }]);
}
