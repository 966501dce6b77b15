namespace RecoveryCoP.Chapter.Topics;

/// <summary>A member proposes a topic. The same form sent twice finds its work done.</summary>
/// <param name="Actor">Who proposes.</param>
/// <param name="Content">What.</param>
[GenerateSerializer, Immutable, Alias("topic.propose")]
public sealed record ProposeTopic([property: Id(0)] Actor Actor, [property: Id(1)] TopicContent Content) : IOperation<Topic>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Content.Errors();

    /// <inheritdoc />
    public Result<Topic> On(Topic topic, OperationContext at) =>
        topic.Id == Guid.Empty ? topic with { Id = at.Id, Proposer = Actor.Id, ProposedAt = at.Now, Content = Content }
        : topic.IsBy(Actor) && topic.Content.Says(Content) ? topic
        : Refusal.Of("topic.exists");
}
