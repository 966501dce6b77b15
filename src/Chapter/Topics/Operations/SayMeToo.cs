namespace RecoveryCoP.Chapter.Topics;

/// <summary>A member says that they are interested too; once, and it is counted without their name.</summary>
/// <param name="Actor">Who.</param>
[GenerateSerializer, Immutable, Alias("topic.me-too")]
public sealed record SayMeToo([property: Id(0)] Actor Actor) : IOperation<Topic>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Topic> On(Topic topic, OperationContext at) =>
        topic.RefusalFor(Actor) is { } refusal ? refusal
        : topic.IsBy(Actor) ? Refusal.Of("topic.own")
        : topic.IsWantedBy(Actor) ? topic
        : topic.Interested.Count >= Topic.MostInterested ? Refusal.Of("topic.enough-interest", "", Topic.MostInterested)
        : topic with { Interested = [.. topic.Interested, new(Actor.Id, at.Now)] };
}
