namespace RecoveryCoP.Node.Operations;

/// <summary>
/// One thing that one person can do with a record: the command, who may give it, and its rule. Nothing else has to be written for a new one:
/// the record's grain does any operation on it (<c>Do</c>), in this order: access, shape, rule, texts, save.
/// </summary>
/// <typeparam name="TState">The record. With its defaults it is the one that does not exist yet.</typeparam>
public interface IOperation<TState> where TState : class
{
    /// <summary>Who may try; asked before the rule, and by pages that show a button.</summary>
    static abstract Access Access { get; }

    /// <summary>Who does it, resolved from the session.</summary>
    Actor Actor { get; }

    /// <summary>What is wrong with the command itself, whatever the record; forms refuse most of it earlier, beside the field.</summary>
    IReadOnlyList<Refusal> Errors => [];

    /// <summary>Texts that are too large for the record; they are on disk before a record that names them is saved, and not stored when the rule refuses.</summary>
    IReadOnlyList<byte[]> Texts => [];

    /// <summary>
    /// The rule: the record as it becomes, or why not. Pure: no clock, no I/O. The same reference means that nothing changed, and then
    /// nothing is saved and nothing logged.
    /// </summary>
    Result<TState> On(TState state, OperationContext at);
}

/// <summary>What a rule may know beside the record and the command.</summary>
/// <param name="Id">The record's id, for the operation that makes it.</param>
/// <param name="Now">When.</param>
/// <param name="TextHash">How a record names the first of the operation's texts: its SHA-256, in lower-case hexadecimal; empty when it brings none.</param>
public readonly record struct OperationContext(Guid Id, DateTimeOffset Now, string TextHash = "");
