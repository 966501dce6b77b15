using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Erases once a day what meetings keep for a time only: its log is the calendar.</summary>
internal sealed class MeetingDays(MeetingQueries meetings, IGrainFactory grains, TimeProvider clock) : Follower
{
    private const int Most = 100;

    public override string Name => "meeting-days";

    public override bool CallsGrains => true;

    protected override async Task<Step?> Next(long after, int limit, CancellationToken cancellationToken)
    {
        var today = Dates.DayOf(clock.GetUtcNow());
        if (after == today.DayNumber)
        {
            return null;
        }

        IReadOnlyList<Guid> due;
        do
        {
            due = await meetings.ToForget(today, Most, cancellationToken);
            foreach (var id in due)
            {
                if (await grains.Meeting(id).Do(new ForgetExpired(Actor.Node)) is { Succeeded: false } refused)
                {
                    throw new InvalidOperationException($"Meeting {id} did not forget: {string.Join(", ", refused.Refusals.Select(r => r.Code))}");
                }
            }
        }
        while (due.Count == Most);
        return Step.Past(today.DayNumber);
    }
}
