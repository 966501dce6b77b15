namespace RecoveryCoP.Node.Storage;

/// <summary>Lets a table's rows be followed as grains are. A grain's write logs itself.</summary>
public static class ChangeLog
{
    /// <summary>
    /// Says that a row changed, in the transaction that changes it: whoever follows sees both or neither. The log stays locked until the commit,
    /// so this comes right after the row itself; where every transaction takes its locks in that order, none waits for another in a circle.
    /// </summary>
    /// <param name="transaction">The one that writes the row.</param>
    /// <param name="kind">What changed; no grain's state has this name.</param>
    /// <param name="id">Which.</param>
    public static Task Append(Transaction transaction, string kind, Guid id) => transaction.Execute(
        """
        update counter set position = position + 1 where name = 'change';
        insert into change_log (position, kind, id, version) select position, @kind, @id, 0 from counter where name = 'change';
        """,
        new { kind, id });
}
