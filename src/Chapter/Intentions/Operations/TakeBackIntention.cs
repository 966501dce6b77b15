namespace RecoveryCoP.Chapter.Intentions;

/// <summary>A member takes an intention back; nothing of it stays.</summary>
/// <param name="Actor">Who, for themselves.</param>
/// <param name="Intention">Which.</param>
[GenerateSerializer, Immutable, Alias("intentions.take-back")]
public sealed record TakeBackIntention([property: Id(0)] Actor Actor, [property: Id(1)] Guid Intention) : IOperation<MemberIntentions>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<MemberIntentions> On(MemberIntentions mine, OperationContext at) =>
        Actor.Id != at.Id ? Refusal.Of("intention.not-yours")
        : mine.Find(Intention) is null ? mine
        : mine with { All = [.. mine.All.Where(i => i.Id != Intention)] };
}
