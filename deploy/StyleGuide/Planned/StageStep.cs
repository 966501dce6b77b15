using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.StyleGuide.Planned;

/// <summary>One stage on the way of an adoption.</summary>
/// <param name="Label">The stage's name.</param>
/// <param name="Mark">Where the adoption stands with it.</param>
/// <param name="Since">The day it was reached; null when unknown or not reached.</param>
public sealed record StageStep(Text Label, StageMark Mark, DateOnly? Since);

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
