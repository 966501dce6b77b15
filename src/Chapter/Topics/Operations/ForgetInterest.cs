namespace RecoveryCoP.Chapter.Topics;

/// <summary>Forgets that somebody was interested, because the stay in which they said so is over. What they say since they came back stays.</summary>
/// <param name="Actor">The node.</param>
/// <param name="Member">Who said so.</param>
/// <param name="SaidAt">When, at the latest.</param>
[GenerateSerializer, Immutable, Alias("topic.forget-interest")]
public sealed record ForgetInterest([property: Id(0)] Actor Actor, [property: Id(1)] Guid Member, [property: Id(2)] DateTimeOffset SaidAt) : IOperation<Topic>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public Result<Topic> On(Topic topic, OperationContext at) =>
        topic.Interested.Any(i => i.Member == Member && i.At <= SaidAt)
            ? topic with { Interested = [.. topic.Interested.Where(i => i.Member != Member || i.At > SaidAt)] }
            : topic;
}
