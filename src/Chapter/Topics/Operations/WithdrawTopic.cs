namespace RecoveryCoP.Chapter.Topics;

/// <summary>The proposer takes a topic back, wherever it stands: nothing of it stays, neither its words nor who was interested. An agenda item that was made of it is the meeting's.</summary>
/// <param name="Actor">Who.</param>
[GenerateSerializer, Immutable, Alias("topic.withdraw")]
public sealed record WithdrawTopic([property: Id(0)] Actor Actor) : IOperation<Topic>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Topic> On(Topic topic, OperationContext at) =>
        topic.MayChange(Actor) ? topic.Withdrawn(at.Now)
        : Refusal.Of(topic.MayRead(Actor) ? "topic.not-yours" : "topic.unknown");
}
