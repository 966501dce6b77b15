namespace RecoveryCoP.Chapter.Practices;

/// <summary>
/// A member says that they wrote a practice whose author is not known. It gives them no right before the executive committee confirms it. Only one claim waits at a
/// time: of two people who say the same, the committee hears both before it gives the text to one.
/// </summary>
/// <param name="Actor">Who says so.</param>
[GenerateSerializer, Immutable, Alias("practice.claim")]
public sealed record ClaimPractice([property: Id(0)] Actor Actor) : IOperation<Practice>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Practice> On(Practice practice, OperationContext at) =>
        practice.RefusalOfAuthorship(Actor) is { } refusal ? refusal
        : practice.OpenClaim is not { } open ? practice with { Claim = new(Actor.Id, at.Now) }
        : open.By == Actor.Id ? practice
        : Refusal.Of("practice.claimed");
}
