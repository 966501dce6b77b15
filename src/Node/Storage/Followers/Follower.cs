namespace RecoveryCoP.Node.Storage;

/// <summary>
/// What happens after a write, and is not the write itself: the feed, the search index, mail. A follower has a name and a cursor over a
/// numbered log. It looks at things as they are now and at what it did before, and does what is missing; so a crash, a repeat or a skipped
/// version is harmless, and there is no event to lose.
/// </summary>
public abstract class Follower
{
    /// <summary>Names the cursor; never reused for another meaning.</summary>
    public abstract string Name { get; }

    /// <summary>True for one that calls grains. It waits until the node has started, and does nothing in a command-line verb that does not start it.</summary>
    public virtual bool CallsGrains => false;

    /// <summary>True while there is nothing that it may do. It looks again every second.</summary>
    public virtual bool Waits => false;

    /// <summary>
    /// Looks at what the log holds after a position and works out what is missing, outside any transaction.
    /// Null when the log holds nothing new.
    /// </summary>
    /// <param name="after">Where the cursor stands.</param>
    /// <param name="limit">How many entries of the log to take at most: few while people wait, many when nobody does.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    protected internal abstract Task<Step?> Next(long after, int limit, CancellationToken cancellationToken);
}

/// <summary>A follower's next step: its work and its cursor move in one transaction, so both happen or neither.</summary>
/// <param name="UpTo">Where the cursor stands afterwards.</param>
/// <param name="Work">Writes what is missing.</param>
public sealed record Step(long UpTo, Func<Transaction, Task> Work)
{
    private static readonly Func<Transaction, Task> Nothing = _ => Task.CompletedTask;

    /// <summary>Nothing to do but to move on; the cursor's row follows later, with work or after many such steps.</summary>
    public static Step Past(long position) => new(position, Nothing);

    internal bool IsPast => ReferenceEquals(Work, Nothing);
}

/// <summary>A follower of the change log that cares for one kind of grain or row.</summary>
public abstract class GrainFollower(Database database) : Follower
{
    // Nobody else writes while a step does: a follower that fell behind must not make people wait for all of it at once.
    /// <summary>The kind it looks at.</summary>
    protected abstract string Kind { get; }

    /// <summary>Works out what is missing for those that changed; each id once, however often it changed.</summary>
    protected abstract Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken);

    /// <inheritdoc />
    protected internal sealed override async Task<Step?> Next(long after, int limit, CancellationToken cancellationToken)
    {
        var changes = await database.Query<Change>(
            "select position, kind, id, version from change_log where position > @after order by position limit @limit",
            new { after, limit },
            cancellationToken).ConfigureAwait(false);
        if (changes.Count == 0)
        {
            return null;
        }

        var ids = changes.Where(c => c.Kind == Kind).Select(c => c.Id).Distinct().ToList();
        return ids.Count == 0
            ? Step.Past(changes[^1].Position)
            : new Step(changes[^1].Position, await Follow(ids, cancellationToken).ConfigureAwait(false));
    }
}
