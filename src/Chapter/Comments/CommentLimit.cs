namespace RecoveryCoP.Chapter.Comments;

/// <summary>How many comments a member may still write today (UTC): a thread is no chat. In memory only: a restart forgets.</summary>
internal sealed class CommentLimit(TimeProvider clock)
{
    public const int ADay = 30;

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, int> written = [];
    private DateOnly today;

    /// <summary>Why somebody writes no more today; null while they may.</summary>
    public Refusal? RefusalFor(Guid member)
    {
        lock (gate)
        {
            Turn();
            return written.GetValueOrDefault(member) < ADay ? null : Refusal.Of("comment.enough-for-today", "", ADay);
        }
    }

    /// <summary>Counts one that was written.</summary>
    public void Count(Guid member)
    {
        lock (gate)
        {
            Turn();
            written[member] = written.GetValueOrDefault(member) + 1;
        }
    }

    private void Turn()
    {
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (day != today)
        {
            written.Clear();
            today = day;
        }
    }
}
