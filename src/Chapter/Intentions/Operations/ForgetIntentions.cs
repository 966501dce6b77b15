namespace RecoveryCoP.Chapter.Intentions;

/// <summary>Forgets what somebody would have liked to try, because the stay in which they said so is over. What they say since they came back stays.</summary>
/// <param name="Actor">The node.</param>
/// <param name="SaidAt">When, at the latest.</param>
[GenerateSerializer, Immutable, Alias("intentions.forget")]
public sealed record ForgetIntentions([property: Id(0)] Actor Actor, [property: Id(1)] DateTimeOffset SaidAt) : IOperation<MemberIntentions>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public Result<MemberIntentions> On(MemberIntentions mine, OperationContext at) =>
        mine.All.Any(i => i.At <= SaidAt) ? mine with { All = [.. mine.All.Where(i => i.At > SaidAt)] } : mine;
}
