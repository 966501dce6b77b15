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
        var starts = here.Select(StartOf).ToHashSet();
        var looked = found.Meetings.Select(m => (Meeting: m, Why: WhyNot(m))).ToList();
        return new ReadMeetings(
            [.. looked.Where(l => l.Why is null).Select(l => l.Meeting)],
            [.. found.Notes.Concat(looked.Where(l => l.Why is not null).Select(l => new LineNote(l.Meeting.Line, l.Why!, IsFault: false))).OrderBy(n => n.Line)]);

        // A calendar and a list seldom give the same meeting the same title, and people do not meet twice at once.
        Refusal? WhyNot(PastMeeting meeting) =>
            here.Contains(meeting.Key) ? Refusal.Of("moving-in.here") : starts.Contains(StartOf(meeting.Key)) ? Refusal.Of("moving-in.here-otherwise") : null;

        static string StartOf(string key) => key[..PastMeeting.StartLength];
    }

    /// <summary>By what a preview is known: what somebody said yes to before it changed is stale.</summary>
    public static string NameOf(ReadMeetings read) => TextStore.NameOf(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', read.Meetings)));
}
