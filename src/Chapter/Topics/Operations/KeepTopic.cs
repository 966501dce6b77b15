using RecoveryCoP.Chapter.Meetings;

namespace RecoveryCoP.Chapter.Topics;

/// <summary>Whoever plans meetings has read it and keeps it for a later one; one that was declined is proposed again by that, and so is one that its meeting did not come to. The proposer sees that it was read.</summary>
/// <param name="Actor">Who.</param>
[GenerateSerializer, Immutable, Alias("topic.keep")]
public sealed record KeepTopic([property: Id(0)] Actor Actor) : IOperation<Topic>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public Result<Topic> On(Topic topic, OperationContext at) =>
        !topic.Exists ? Refusal.Of("topic.unknown")
        : topic.Treated is { } treated ? topic with { KeptAt = at.Now, Treated = null, NotReachedBy = [.. topic.NotReachedBy, treated.Meeting] }
        : topic.KeptAt is not null && topic.Declined is null ? topic
        : topic with { KeptAt = at.Now, Declined = null };
}
