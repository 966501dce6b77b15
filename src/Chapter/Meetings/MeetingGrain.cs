using System.Text;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Decides by the rules of <see cref="Meeting"/>, stores the text of the minutes, saves the state.</summary>
[GrainType("meeting")]
internal sealed class MeetingGrain(
    [PersistentState(Meeting.Kind)] IPersistentState<Meeting> meeting, TextStore texts, TimeProvider clock) : Grain, IMeetingGrain
{
    private DateTimeOffset Now => clock.GetUtcNow();

    public Task<Result> Plan(PlanMeeting command) => meeting.Apply(m => m.Draft(this.GetPrimaryKey(), command, Now));

    public Task<Result> Revise(RevisePlan command) => meeting.Apply(m => m.Revise(command, Now));

    public Task<Result> Announce(AnnounceMeeting command) => meeting.Apply(m => m.Announce(command, Now));

    public Task<Result> Answer(AnswerInvitation command) => meeting.Apply(m => m.Answer(command, Now));

    public Task<Result> Begin(BeginMeeting command) => meeting.Apply(m => m.Begin(command, Now));

    public Task<Result> TakeAttendance(TakeAttendance command) => meeting.Apply(m => m.TakeAttendance(command));

    public Task<Result> MarkPresent(MarkPresent command) => meeting.Apply(m => m.MarkPresent(command));

    public Task<Result> RecordOutcome(RecordOutcome command) => meeting.Apply(m => m.RecordOutcome(command, Now));

    public Task<Result> StrikeOutcome(StrikeOutcome command) => meeting.Apply(m => m.StrikeOutcome(command));

    public Task<Result> SettleAction(SettleAction command) => meeting.Apply(m => m.SettleAction(command, Now));

    public Task<Result> Close(CloseMeeting command) => meeting.Apply(m => m.Close(command, Now));

    // What is refused leaves nothing behind, and a state never names a text that is not on disk.
    public async Task<Result> WriteMinutes(WriteMinutes command)
    {
        var bytes = Encoding.UTF8.GetBytes(command.Text);
        var decided = meeting.State.WriteMinutes(command, TextStore.NameOf(bytes), Now);
        if (decided.Succeeded)
        {
            await texts.Put(bytes);
        }

        return await meeting.Apply(_ => decided);
    }

    public Task<Result> ApproveMinutes(ApproveMinutes command) => meeting.Apply(m => m.ApproveMinutes(command, Now));

    public Task<Result> PublishMinutes(PublishMinutes command) => meeting.Apply(m => m.PublishMinutes(command, Now));

    public Task<Result> Cancel(CancelMeeting command) => meeting.Apply(m => m.Cancel(command, Now));
}
