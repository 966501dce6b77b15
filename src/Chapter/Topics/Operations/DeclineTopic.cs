using RecoveryCoP.Chapter.Meetings;

namespace RecoveryCoP.Chapter.Topics;

/// <summary>Whoever plans meetings declines a topic, with words that its proposer reads. One answer does not take the place of another.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Words">Why.</param>
[GenerateSerializer, Immutable, Alias("topic.decline")]
public sealed record DeclineTopic([property: Id(0)] Actor Actor, [property: Id(1)] string Words) : IOperation<Topic>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => string.IsNullOrWhiteSpace(Words) ? [Refusal.Of("topic.answer-missing", nameof(Words))] : [];

    /// <inheritdoc />
    public Result<Topic> On(Topic topic, OperationContext at) =>
        !topic.Exists ? Refusal.Of("topic.unknown")
        : topic.Treated is not null ? Refusal.Of("topic.not-waiting")
        : topic.Declined is { } earlier ? (earlier.Words == Words ? topic : Refusal.Of("topic.declined"))
        : topic with { Declined = new(at.Now, Actor.Id, Words) };
}
