namespace RecoveryCoP.Node.Storage;

/// <summary>One row of the change log: that a grain's state was written. The log says what changed, never how; whoever follows looks at the state.</summary>
public sealed record Change
{
    /// <summary>1 upwards without a gap, in commit order.</summary>
    public required long Position { get; init; }

    /// <summary>The name given to the grain's persistent state, e.g. <c>practice</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The grain's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The state's version after the write.</summary>
    public required long Version { get; init; }
}
