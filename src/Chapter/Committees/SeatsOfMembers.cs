using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Committees;

/// <summary>
/// Vacates the seats of members whose stay is over, and forgets who held them. It compares account and seats as they are now, and fails when one cannot be vacated: the
/// loop then asks again.
/// </summary>
internal sealed class SeatsOfMembers(Database database, IGrainFactory grains) : GrainFollower(database)
{
    private const int Most = 1000;

    private readonly Database database = database;

    public override string Name => "seats-of-members";

    public override bool CallsGrains => true;

    protected override string Kind => AccountStore.Kind;

    protected override async Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            var said = await database.Query<Said>(
                """
                select p.committee_id, p.said_at, a.joined_at, a.left_at
                  from committee_person p join account a on a.id = p.member_id
                 where p.member_id = @id
                 order by p.committee_id
                 limit @Most
                """,
                new { id, Most },
                cancellationToken);
            foreach (var committee in said.Where(s => s.LeftAt is not null || s.SaidAt < s.JoinedAt).GroupBy(s => s.CommitteeId))
            {
                if (await grains.Committee(committee.Key).Do(new ForgetHolder(Actor.Node, id, committee.Max(s => s.SaidAt))) is { Succeeded: false } refused)
                {
                    throw new InvalidOperationException($"Seats of committee {committee.Key} were not vacated: {string.Join(", ", refused.Refusals.Select(r => r.Code))}");
                }
            }
        }

        return _ => Task.CompletedTask;
    }

    private sealed record Said
    {
        public required Guid CommitteeId { get; init; }

        public required DateTimeOffset SaidAt { get; init; }

        public required DateTimeOffset JoinedAt { get; init; }

        public required DateTimeOffset? LeftAt { get; init; }
    }
}
