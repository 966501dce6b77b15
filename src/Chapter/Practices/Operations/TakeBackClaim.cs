namespace RecoveryCoP.Chapter.Practices;

/// <summary>Whoever said that they wrote a practice takes it back, answered or not; it is as if they had said nothing.</summary>
/// <param name="Actor">Who takes it back.</param>
[GenerateSerializer, Immutable, Alias("practice.take-back-claim")]
public sealed record TakeBackClaim([property: Id(0)] Actor Actor) : IOperation<Practice>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Practice> On(Practice practice, OperationContext at) =>
        practice.Claim?.By == Actor.Id ? practice with { Claim = null }
        : practice.MayRead(Actor) ? practice
        : Refusal.Of("practice.unknown");
}
