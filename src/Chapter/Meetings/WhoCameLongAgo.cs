using RecoveryCoP.Node.RetentionRules;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Has meetings forget who answered and who came.</summary>
internal sealed class WhoCameLongAgo(Database database, IGrainFactory grains) : IRetention
{
    private const int Page = 100;

    public string Code => "who-came";

    public Text What => new("Qui a répondu à une invitation, et qui est venu à une rencontre", "Who answered an invitation, and who came to a meeting");

    public Text Term => new("Pendant vingt-quatre mois après la rencontre; seuls les nombres restent ensuite", "For twenty-four months after the meeting; only the numbers stay after that");

    public async Task<long> Run(DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A day more: the view knows days, the rule knows the hour.
        var before = Dates.DayOf(now).AddMonths(-ForgetWhoCame.Months).AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        for (var forgotten = 0L; ;)
        {
            var over = await database.Query<Guid>(
                "select distinct n.meeting_id from meeting_named n join meeting m on m.id = n.meeting_id where substr(m.begins, 1, 10) < @before order by n.meeting_id limit @Page", new { before, Page }, cancellationToken);
            foreach (var meeting in over)
            {
                if (await grains.Meeting(meeting).Do(new ForgetWhoCame(Actor.Node)) is { Succeeded: false } refused)
                {
                    throw new InvalidOperationException($"Meeting {meeting} did not forget: {string.Join(", ", refused.Refusals.Select(r => r.Code))}");
                }
            }

            forgotten += over.Count;
            if (over.Count < Page)
            {
                return forgotten;
            }
        }
    }
}
