using System.Text;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Saves the text of the minutes. Nobody overwrites what they have not seen, and what a meeting approved is no longer changed.</summary>
/// <param name="Actor">Who writes.</param>
/// <param name="BasedOn">Version of the minutes that the actor had before their eyes; 0 when there were none.</param>
/// <param name="Text">The minutes, whole, in Markdown.</param>
[GenerateSerializer, Immutable, Alias("meeting.write-minutes")]
public sealed record WriteMinutes([property: Id(0)] Actor Actor, [property: Id(1)] int BasedOn, [property: Id(2)] string Text) : IOperation<Meeting>
{
    private const int LargestText = 100 * 1024;

    /// <inheritdoc />
    public static Access Access => Meeting.Scribes;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors =>
        string.IsNullOrWhiteSpace(Text) ? [Refusal.Of("meeting.minutes-text-missing", nameof(Text))]
        : Texts[0].Length > LargestText ? [Refusal.Of("meeting.minutes-too-long", nameof(Text), (Texts[0].Length + 1023) / 1024, LargestText / 1024)]
        : !Readable.IsText(Text) ? [Refusal.Of(FormRefusals.Unreadable, nameof(Text))]
        : SafeMarkdown.DeadLinks(Text) is { Count: > 0 } dead ? [Refusal.Of(FormRefusals.LinkDead, nameof(Text), dead[0])]
        : [];

    /// <inheritdoc />
    public IReadOnlyList<byte[]> Texts => [Encoding.UTF8.GetBytes(Text)];

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at)
    {
        var earlier = meeting.Minutes ?? new() { Version = 0, State = MinutesState.Draft, TextHash = "", At = at.Now, By = Actor.Id };
        return meeting.RefusalFor(MeetingAct.KeepMinutes, Actor, at.Now) is { } refusal ? refusal
            : earlier.TextHash == at.TextHash ? meeting
            : earlier.State != MinutesState.Draft ? Refusal.Of("meeting.minutes-approved")
            : BasedOn != earlier.Version ? Refusal.Of("meeting.minutes-stale", "", earlier.Version)
            : meeting with { Minutes = earlier with { Version = BasedOn + 1, TextHash = at.TextHash, At = at.Now, By = Actor.Id } };
    }
}
