using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Accounts.Leaving;

/// <summary>
/// Erases what somebody wrote who left and wanted everything erased. It looks at what is there still, and fails when something cannot be erased: the loop then asks again.
/// </summary>
public abstract class LeaverFollower(Database database) : GrainFollower(database)
{
    /// <summary>That somebody wanted everything erased, in the list of erasures; its id is theirs.</summary>
    public const string Everything = "person";

    private readonly Database database = database;

    /// <inheritdoc />
    public sealed override bool CallsGrains => true;

    /// <inheritdoc />
    protected sealed override string Kind => AccountStore.Kind;

    /// <summary>Erases what is there of theirs.</summary>
    protected abstract Task Erase(Guid person, CancellationToken cancellationToken);

    /// <summary>Throws when something was not done.</summary>
    protected void Demand(Result result, Guid record)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"{Name}: {record} was not erased: {string.Join(", ", result.Refusals.Select(r => r.Code))}");
        }
    }

    /// <inheritdoc />
    protected sealed override async Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            if (await AccountErasure.Holds(database, new(Everything, id), cancellationToken).ConfigureAwait(false))
            {
                await Erase(id, cancellationToken).ConfigureAwait(false);
            }
        }

        return _ => Task.CompletedTask;
    }
}
