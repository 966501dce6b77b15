namespace RecoveryCoP.Node.Storage;

/// <summary>A failure whose cause is known: not a bug, so it gets a line for a person and no stack trace.</summary>
/// <param name="Line">What happened, where, and what to do.</param>
/// <param name="Passes">True when it ends without this program's doing, and the same works then: worth waiting for.</param>
public sealed record KnownFailure(string Line, bool Passes = false);
