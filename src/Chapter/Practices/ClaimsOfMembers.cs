using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>
/// Drops what members said they wrote once the stay in which they said so is over: nobody waits for an answer to somebody who left. It compares account and claims as
/// they are now, and fails when one cannot be dropped: the loop then asks again.
/// </summary>
public sealed class ClaimsOfMembers(Database database, IGrainFactory grains) : GrainFollower(database)
{
    // Nobody remembers writing more than this.
    private const int Most = 1000;

    private readonly Database database = database;

    /// <inheritdoc />
    public override string Name => "practice-claims";

    /// <inheritdoc />
    public override bool CallsGrains => true;

    /// <inheritdoc />
    protected override string Kind => AccountStore.Kind;

    /// <inheritdoc />
    protected override async Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            var claims = await database.Query<Made>(
                """
                select c.id as practice, c.claimed_at, a.joined_at, a.left_at
                  from practice_claim c join account a on a.id = c.claimed_by
                 where c.claimed_by = @id
                 order by c.id
                 limit @Most
                """,
                new { id, Most },
                cancellationToken);
            foreach (var claim in claims.Where(c => c.IsOfEndedStay))
            {
                await Drop(claim, id);
            }
        }

        return _ => Task.CompletedTask;
    }

    private async Task Drop(Made claim, Guid member)
    {
        var dropped = await grains.GetGrain<IPracticeGrain>(claim.Practice).Do(new DropClaim(Actor.Node, member, claim.ClaimedAt));
        if (!dropped.Succeeded)
        {
            throw new InvalidOperationException($"The claim of practice {claim.Practice} was not dropped: {string.Join(", ", dropped.Refusals.Select(r => r.Code))}");
        }
    }

    private sealed record Made
    {
        public required Guid Practice { get; init; }

        public required DateTimeOffset ClaimedAt { get; init; }

        public required DateTimeOffset JoinedAt { get; init; }

        public required DateTimeOffset? LeftAt { get; init; }

        public bool IsOfEndedStay => LeftAt is not null || ClaimedAt < JoinedAt;
    }
}
