namespace RecoveryCoP.Node.Storage;

/// <summary>A failure whose cause is known: not a bug, so it gets a line for a person and no stack trace.</summary>
/// <param name="Says">What happened, where, and what to do.</param>
/// <param name="Passes">True when it ends without this program's doing, and the same works then: worth waiting for.</param>
public sealed record KnownFailure(Text Says, bool Passes = false)
{
    /// <summary>The same for a log, which is in English.</summary>
    public string Line => Says.En;
}

/// <summary>Something that keeps a node from starting and is no bug. Whoever starts it is told in both languages; the message, for a log, is the English one.</summary>
/// <param name="says">What it is, and what to do.</param>
/// <param name="failure">What was thrown beneath it.</param>
public abstract class ExplainedException(Text says, Exception? failure = null) : Exception(says.En, failure)
{
    /// <summary>What it is, and what to do.</summary>
    public Text Says => says;
}
