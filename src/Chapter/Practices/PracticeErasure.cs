using System.Text.Json;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>Deletes the texts of practices that were withdrawn for erasure or by law. One that another practice holds word for word is that one's too, and stays.</summary>
public sealed class PracticeErasure(Database database) : GrainFollower(database)
{
    private readonly Database database = database;

    private const string KeptBy =
        """
        select count(*) from practice
         where coalesce(withdrawal_reason, '') not in ('erasure', 'legal') and json like '%' || @hash || '%'
        """;

    /// <inheritdoc />
    public override string Name => "practice-erasure";

    /// <inheritdoc />
    protected override string Kind => Practice.Kind;

    /// <inheritdoc />
    protected override async Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var hashes = new HashSet<string>();
        foreach (var id in ids)
        {
            var json = await database.Find<string>("select json from practice where id = @id and withdrawal_reason in ('erasure', 'legal')", new { id }, cancellationToken);
            if (json is not null)
            {
                hashes.UnionWith(JsonSerializer.Deserialize<Practice>(json, GrainJson.Options)!.Revisions.Select(r => r.TextHash));
            }
        }

        return async transaction =>
        {
            var orphans = new List<byte[]>();
            foreach (var hash in hashes)
            {
                if (await transaction.Find<long>(KeptBy, new { hash }) == 0)
                {
                    orphans.Add(Convert.FromHexString(hash));
                }
            }

            await TextStore.Erase(transaction, orphans);
        };
    }
}
