namespace RecoveryCoP.Chapter.Topics;

/// <summary>A member is no longer interested; from whatever becomes of the topic they can always take their word back.</summary>
/// <param name="Actor">Who.</param>
[GenerateSerializer, Immutable, Alias("topic.take-back-me-too")]
public sealed record TakeBackMeToo([property: Id(0)] Actor Actor) : IOperation<Topic>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Topic> On(Topic topic, OperationContext at) =>
        topic.IsWantedBy(Actor) ? topic with { Interested = [.. topic.Interested.Where(i => i.Member != Actor.Id)] } : topic;
}
