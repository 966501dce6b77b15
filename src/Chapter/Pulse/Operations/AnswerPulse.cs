using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Pulse;

/// <summary>
/// A member who came answers the three questions about a meeting, once. That they have answered and what was answered change in one transaction, so that a crash loses
/// neither and counts nothing twice; what is kept of the answers are sums, so there is no row, no order and no time by which one could be told apart.
/// </summary>
/// <param name="Actor">Who answers.</param>
/// <param name="Meeting">About which meeting.</param>
/// <param name="Useful">Whether it was useful, from 1 to 5.</param>
/// <param name="Heard">Whether they could make themselves heard.</param>
/// <param name="Neutral">Whether it stayed a neutral space.</param>
internal sealed record AnswerPulse(Actor Actor, Guid Meeting, int Useful, int Heard, int Neutral)
{
    /// <summary>Who may try.</summary>
    public static Access Access => Access.Members;

    /// <summary>What is wrong with the answer itself.</summary>
    public IReadOnlyList<Refusal> Errors =>
        [.. new[] { (nameof(Useful), Useful), (nameof(Heard), Heard), (nameof(Neutral), Neutral) }.Where(m => m.Item2 is < 1 or > PulseRules.Highest).Select(m => Refusal.Of("pulse.mark-missing", m.Item1))];
}

/// <summary>Does it.</summary>
internal sealed class PulseAnswers(Database database, MeetingQueries meetings, TimeProvider clock)
{
    /// <summary>Counts an answer, or says why not.</summary>
    public async Task<Result> Do(AnswerPulse answer, CancellationToken cancellationToken)
    {
        if (AnswerPulse.Access.RefusalFor(answer.Actor) is { } notTheirs)
        {
            return notTheirs;
        }

        if (answer.Errors is { Count: > 0 } errors)
        {
            return Result.Refused(errors);
        }

        var meeting = await meetings.Find(answer.Meeting, answer.Actor, cancellationToken) ?? new Meeting();
        return await database.Write<Result>(
            async t =>
            {
                // By the time at which it is counted, not that at which it began to wait for its turn.
                if (meeting.PulseRefusalFor(answer.Actor, clock.GetUtcNow()) is { } refusal)
                {
                    return refusal;
                }

                var args = new { meeting = answer.Meeting, member = answer.Actor.Id, opened = meeting.ClosedAt!.Value, answer.Useful, answer.Heard, answer.Neutral };
                // That somebody answered is forgotten when they leave: whoever is back since could answer twice.
                if (await t.Find<long>("select count(*) from account where id = @member and left_at is null and joined_at <= @opened", args) == 0)
                {
                    return Refusal.Of("pulse.not-there");
                }

                if (await t.Execute("insert into pulse_answered (meeting, member) values (@meeting, @member) on conflict (meeting, member) do nothing", args) == 0)
                {
                    return Refusal.Of("pulse.answered");
                }

                // Erased: the engine's log would show the sums before and after beside the member.
                await t.Erase(
                    """
                    insert into pulse (meeting, opened_at, answers, useful, heard, neutral) values (@meeting, @opened, 1, @Useful, @Heard, @Neutral)
                    on conflict (meeting) do update set answers = pulse.answers + 1,
                       useful = pulse.useful + excluded.useful, heard = pulse.heard + excluded.heard, neutral = pulse.neutral + excluded.neutral
                    """,
                    args);
                return Result.Done;
            },
            cancellationToken);
    }
}
