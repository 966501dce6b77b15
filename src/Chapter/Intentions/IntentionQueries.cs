using RecoveryCoP.Chapter.Practices;
using System.Text.Json;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Intentions;

/// <summary>An intention whose member is to be asked what became of it.</summary>
/// <param name="MemberId">Whose.</param>
/// <param name="Id">Which.</param>
/// <param name="AskAt">From when on they are asked.</param>
public sealed record IntentionToAsk(Guid MemberId, Guid Id, DateTimeOffset AskAt);

/// <summary>What somebody would like to try, for themselves; and how many want the same.</summary>
public sealed class IntentionQueries(Database database)
{
    private const int Most = 10_000;

    /// <summary>One member's; for nobody else's eyes.</summary>
    public async Task<MemberIntentions> Of(Guid member, CancellationToken cancellationToken) =>
        await database.Find<string>("select cast(state as text) from grain_state where kind = @kind and id = @member", new { kind = MemberIntentions.Kind, member }, cancellationToken) is { } json
            ? JsonSerializer.Deserialize<MemberIntentions>(json, GrainJson.Options)! : new();

    /// <summary>How many people want to try a practice, or have begun; null below the fewest that are shown.</summary>
    public async Task<int?> CountOf(PracticeReference practice, CancellationToken cancellationToken)
    {
        var count = await database.Find<long>(
            "select count(distinct member_id) from intention where practice_id = @Id and node = @Node and state <> 'givenUp'", new { practice.Id, practice.Node }, cancellationToken);
        return count >= MemberIntentions.FewestShown ? (int)count : null;
    }

    /// <summary>Those that are still open and about which somebody is asked, or was; who is asked last comes first.</summary>
    public Task<IReadOnlyList<IntentionToAsk>> ToAsk(CancellationToken cancellationToken) => database.Query<IntentionToAsk>(
        "select member_id, id, ask_at from intention where state = 'open' and ask_at is not null order by ask_at desc, id limit @Most", new { Most }, cancellationToken);
}
