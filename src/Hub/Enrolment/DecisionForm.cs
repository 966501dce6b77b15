namespace RecoveryCoP.Hub.Enrolment;

/// <summary>What the forms of a chapter's page send; each uses some of it.</summary>
public sealed record DecisionForm
{
    /// <summary>The version of the enrolment that was on the page.</summary>
    public string? Version { get; init; }

    /// <summary>Ticked when the six words were compared.</summary>
    public string? WordsMatch { get; init; }

    /// <summary>What the chapter is told.</summary>
    public string? Message { get; init; }

    /// <summary>What operators tell each other.</summary>
    public string? Note { get; init; }
}
