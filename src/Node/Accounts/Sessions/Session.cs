namespace RecoveryCoP.Node.Accounts.Sessions;

/// <summary>A browser that is signed in, as its owner sees it.</summary>
public sealed record Session
{
    /// <summary>The session's id; not its key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Browser and system in two words, to recognise it by.</summary>
    public required string Device { get; init; }

    /// <summary>When it signed in.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was last seen, to the day.</summary>
    public required DateTimeOffset SeenAt { get; init; }
}

/// <summary>A session just started.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Stay">In which of their stays.</param>
/// <param name="Key">The cookie's value; the database has only its hash.</param>
public sealed record StartedSession(Guid Account, Guid Stay, string Key);
