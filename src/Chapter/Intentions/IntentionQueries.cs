using System.Text.Json;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Intentions;

/// <summary>An intention whose member is to be asked what became of it.</summary>
/// <param name="MemberId">Whose.</param>
/// <param name="Id">Which.</param>
/// <param name="Practice">What they wanted to try.</param>
/// <param name="AskAt">From when on they are asked.</param>
public sealed record IntentionToAsk(Guid MemberId, Guid Id, PracticeReference Practice, DateTimeOffset AskAt);

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

    /// <summary>Those that are still open and about which somebody is to be asked since a moment between these two.</summary>
    public async Task<IReadOnlyList<IntentionToAsk>> ToAsk(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
    [
        .. (await database.Query<Row>(
            "select member_id, id, node, practice_id, ask_at from intention where state = 'open' and ask_at > @from and ask_at <= @until order by ask_at, id limit @Most",
            new { from = InState(from), until = InState(until), Most }, cancellationToken)).Select(r => new IntentionToAsk(r.MemberId, r.Id, new(r.Node, r.PracticeId), r.AskAt)),
    ];

    // As it stands in a state, where moments are compared as texts.
    private static string InState(DateTimeOffset moment) => JsonSerializer.SerializeToElement(moment.ToUniversalTime(), GrainJson.Options).GetString()!;

    private sealed record Row
    {
        public required Guid MemberId { get; init; }

        public required Guid Id { get; init; }

        public required string Node { get; init; }

        public required Guid PracticeId { get; init; }

        public required DateTimeOffset AskAt { get; init; }
    }
}
