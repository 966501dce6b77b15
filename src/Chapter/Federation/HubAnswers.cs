using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>
/// What a hub may answer. A hub is no more trusted than a stranger: an answer beyond these bounds is taken for none, shown, and asked for again later.
/// </summary>
internal static class HubAnswers
{
    private const int EpochBytes = 16, LongestCursor = 1024, LongestMessage = 2000, LongestVersion = 50;

    /// <summary>The answer, if its time is one and its message can be shown.</summary>
    public static GetEnrolmentResponse Bounded(GetEnrolmentResponse answer) =>
        IsTime(answer.Since) && answer.Message.Length <= LongestMessage ? answer : throw new UnclearAnswerException();

    /// <summary>The answer, if it speaks the protocol that was asked for and its time and epoch are such.</summary>
    public static HelloResponse Bounded(HelloResponse answer, HelloRequest asked) =>
        answer.Protocol >= asked.ProtocolMinimum && answer.Protocol <= asked.ProtocolMaximum && IsTime(answer.ServerTime)
        && answer.HubEpoch.Length == EpochBytes && answer.MinimumSoftwareVersion.Length <= LongestVersion ? answer : throw new UnclearAnswerException();

    /// <summary>The answer, if its results are about the items that were sent, in their order; it may end before the last one.</summary>
    public static PushResponse Bounded(PushResponse answer, PushRequest sent) =>
        answer.Results.Count <= sent.Items.Count && answer.Results.Zip(sent.Items).All(pair => pair.First.ItemId.Span.SequenceEqual(SigningInput.IdOf(pair.Second.Item).ToBytes()))
            ? answer : throw new UnclearAnswerException();

    /// <summary>The answer, if it is no longer than asked for and its cursor can be kept.</summary>
    public static PullResponse Bounded(PullResponse answer, PullRequest asked) =>
        answer.NextCursor.Length <= LongestCursor && (uint)answer.Items.Count <= asked.Limit ? answer : throw new UnclearAnswerException();

    // A time that no calendar has cannot be reckoned with.
    private static bool IsTime(Timestamp? time) => time is null || PayloadLimits.IsTime(time);
}

/// <summary>The hub, or whatever answers in its place, said something that cannot be.</summary>
public sealed class UnclearAnswerException() : RpcException(new Status(StatusCode.DataLoss, "The answer is none that a hub gives."));
