using RecoveryCoP.Chapter.Templates;

namespace RecoveryCoP.Chapter.Topics;

/// <summary>A topic that the community’s template brings comes, says something else, or goes. Done twice, it finds its work done.</summary>
/// <param name="Actor">A steward.</param>
/// <param name="Before">What it says until now; null for one that comes.</param>
/// <param name="After">What it says from now on; null for one that goes.</param>
[GenerateSerializer, Immutable, Alias("topic.set-template")]
public sealed record SetTemplateTopic([property: Id(0)] Actor Actor, [property: Id(1)] TopicContent? Before, [property: Id(2)] TopicContent? After) : IOperation<Topic>
{
    /// <inheritdoc />
    public static Access Access { get; } = Access.Roles(ChapterRoles.Steward);

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => After?.Errors() ?? [];

    /// <inheritdoc />
    public Result<Topic> On(Topic topic, OperationContext at) =>
        Stands(topic, After) ? topic
        : !Stands(topic, Before) ? TemplateRefusals.Changed
        : topic.Treated is not null || (topic.Exists && After is null && topic.Interested.Count > 0) ? TemplateRefusals.InUse
        : After is null ? topic.Withdrawn(at.Now)
        : topic.Exists ? topic with { Content = After with { Unknown = topic.Content.Unknown } }
        : new Topic { Id = at.Id, ProposedAt = at.Now, Content = After, Unknown = topic.Unknown };

    private static bool Stands(Topic topic, TopicContent? content) => content is null ? !topic.Exists : topic.Exists && topic.Content.Says(content);
}
