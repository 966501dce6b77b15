namespace RecoveryCoP.Chapter.Topics;

/// <summary>The proposer says it otherwise. Once it is on an agenda, what the agenda says is for whoever plans the meeting; its page no longer offers this then.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Content">What it says now.</param>
[GenerateSerializer, Immutable, Alias("topic.edit")]
public sealed record EditTopic([property: Id(0)] Actor Actor, [property: Id(1)] TopicContent Content) : IOperation<Topic>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Content.Errors();

    /// <inheritdoc />
    public Result<Topic> On(Topic topic, OperationContext at) =>
        topic.RefusalToChange(Actor) is { } refusal ? refusal
        : topic.Content.Says(Said(topic)) ? topic
        : topic with { Content = Said(topic) with { Unknown = topic.Content.Unknown } };

    // What is nobody's has no name to show.
    private TopicContent Said(Topic topic) => topic.IsFromTemplate ? Content with { ShowsName = false } : Content;
}
