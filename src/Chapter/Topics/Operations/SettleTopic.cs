namespace RecoveryCoP.Chapter.Topics;

/// <summary>Writes down which meeting treated a topic.</summary>
/// <param name="Actor">The node.</param>
/// <param name="Meeting">One that is over and had it on its agenda.</param>
[GenerateSerializer, Immutable, Alias("topic.settle")]
public sealed record SettleTopic([property: Id(0)] Actor Actor, [property: Id(1)] Guid Meeting) : IOperation<Topic>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public Result<Topic> On(Topic topic, OperationContext at) =>
        topic.Exists && topic.Treated is null && !topic.NotReachedBy.Contains(Meeting) ? topic with { Treated = new(Meeting, at.Now), Declined = null } : topic;
}
