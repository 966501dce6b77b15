namespace RecoveryCoP.Node.Web.Charts;

/// <summary>One stage on a way.</summary>
/// <param name="Label">The stage's name.</param>
/// <param name="Mark">How things stand with it.</param>
/// <param name="Since">Since when, in words; null when unknown or not reached.</param>
public sealed record StageStep(Text Label, StageMark Mark, Text? Since);

/// <summary>How a stage stands.</summary>
public enum StageMark
{
    /// <summary>Still to come.</summary>
    Ahead,

    /// <summary>Reached and gone through.</summary>
    Passed,

    /// <summary>Where it stands now.</summary>
    Current,

    /// <summary>Where it was given up.</summary>
    Ended,
}
