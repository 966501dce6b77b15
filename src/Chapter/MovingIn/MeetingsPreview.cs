using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.MovingIn;

/// <summary>Reads a file of meetings and says what would be made of it here; nothing changes.</summary>
internal sealed class MeetingsPreview(MoveQueries moves, TimeProvider clock)
{
    /// <summary>What would be made, and what there is to say of other lines.</summary>
    public async Task<Result<ReadMeetings>> Of(string text, UsualMeeting usual, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var read = MeetingEvents.IsCalendar(text) ? MeetingEvents.Read(text, usual, now) : MeetingTable.Read(text, usual, now);
        if (read.Value is not { } found)
        {
            return read;
        }

        var here = await moves.KeysOfMeetings(cancellationToken);
        return new ReadMeetings(
            [.. found.Meetings.Where(m => !here.Contains(m.Key))],
            [.. found.Notes.Concat(found.Meetings.Where(m => here.Contains(m.Key)).Select(m => new LineNote(m.Line, Refusal.Of("moving-in.here"), IsFault: false))).OrderBy(n => n.Line)]);
    }

    /// <summary>By what a preview is known: what somebody said yes to before it changed is stale.</summary>
    public static string NameOf(ReadMeetings read) => TextStore.NameOf(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', read.Meetings)));
}
