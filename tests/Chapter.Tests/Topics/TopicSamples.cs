using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Chapter.Topics;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Topics;

/// <summary>Topics to try the rules with.</summary>
internal static class TopicSamples
{
    public static readonly Guid TopicId = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a7001");
    public static readonly Actor Proposer = Samples.Someone(70);
    public static readonly Actor Neighbour = Samples.Someone(71);
    public static readonly Actor Facilitator = Samples.Someone(72, "facilitator");

    public static readonly TopicContent Content = new() { Title = "Parler d’argent", Words = "Personne n’en parle.", Stream = TopicStream.System };

    public static Topic Proposed { get; } = new Topic().Try(new ProposeTopic(Proposer, Content)).Value!;

    public static Topic Declined { get; } = Proposed.Try(new DeclineTopic(Facilitator, "Merci. On en a parlé il y a peu.")).Value!;

    public static Topic Withdrawn { get; } = Proposed.Try(new WithdrawTopic(Proposer)).Value!;

    public static Result<Topic> Try<TOperation>(this Topic topic, TOperation operation, DateTimeOffset? at = null) where TOperation : IOperation<Topic> =>
        topic.Try(operation, TopicId, at ?? Samples.Noon);
}
