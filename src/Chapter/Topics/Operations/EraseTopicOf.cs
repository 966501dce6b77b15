namespace RecoveryCoP.Chapter.Topics;

/// <summary>Withdraws a topic because whoever proposed it left and wanted everything erased. One that a closed meeting treated is the meeting’s.</summary>
/// <param name="Actor">The node.</param>
/// <param name="Proposer">Who proposed it.</param>
[GenerateSerializer, Immutable, Alias("topic.erase-of")]
public sealed record EraseTopicOf([property: Id(0)] Actor Actor, [property: Id(1)] Guid Proposer) : IOperation<Topic>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public Result<Topic> On(Topic topic, OperationContext at) =>
        topic.Exists && topic.Proposer == Proposer && topic.Treated is null ? topic.Withdrawn(at.Now) : topic;
}
