namespace RecoveryCoP.Node.Storage;

/// <summary>One row of the change log: that a grain's state was written, or a row of a table (<see cref="ChangeLog"/>). The log says what changed, never how; whoever follows looks at the state.</summary>
public sealed record Change
{
    /// <summary>1 upwards without a gap, in commit order.</summary>
    public required long Position { get; init; }

    /// <summary>The name given to the grain's persistent state, e.g. <c>practice</c>, or to the table's rows.</summary>
    public required string Kind { get; init; }

    /// <summary>The id of the grain or row.</summary>
    public required Guid Id { get; init; }

    /// <summary>The state's version after the write; 0 of a row.</summary>
    public required long Version { get; init; }
}
