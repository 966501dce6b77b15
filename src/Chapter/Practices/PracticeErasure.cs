using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>Deletes the texts of practices that were withdrawn for erasure or by law. One that another practice holds word for word is that one's too, and stays.</summary>
public sealed class PracticeErasure(Database database) : GrainFollower(database)
{
    private readonly Database database = database;

    /// <inheritdoc />
    public override string Name => "practice-erasure";

    /// <inheritdoc />
    protected override string Kind => Practice.Kind;

    /// <inheritdoc />
    protected override async Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var erased = new List<Guid>();
        foreach (var id in ids)
        {
            if (await database.Find<long>("select count(*) from practice where id = @id and withdrawal_reason in ('erasure', 'legal')", new { id }, cancellationToken) > 0)
            {
                erased.Add(id);
            }
        }

        return async transaction =>
        {
            foreach (var id in erased)
            {
                await TextStore.Erase(transaction, id);
            }
        };
    }
}
