using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Federation.Client;

/// <summary>
/// What a hub may answer. A hub is no more trusted than a stranger: an answer beyond these bounds is taken for none, shown, and asked for again later.
/// </summary>
internal static class HubAnswers
{
    private const int EpochBytes = 16, LongestCursor = 1024, LongestMessage = 2000, LongestVersion = 50, LongestReason = 60, MostWanted = 1000, MostHeads = 1000;

    /// <summary>The answer, if its time is one and its message can be shown.</summary>
    public static GetEnrolmentResponse Bounded(GetEnrolmentResponse answer) =>
        IsTime(answer.Since) && answer.Message.Length <= LongestMessage ? answer : throw new UnclearAnswerException();

    /// <summary>The answer, if it speaks the protocol that was asked for and its time and epoch are such.</summary>
    public static HelloResponse Bounded(HelloResponse answer, HelloRequest asked) =>
        answer.Protocol >= asked.ProtocolMinimum && answer.Protocol <= asked.ProtocolMaximum && IsTime(answer.ServerTime)
        && answer.HubEpoch.Length == EpochBytes && answer.MinimumSoftwareVersion.Length <= LongestVersion && answer.ContentsWanted.Count <= MostWanted ? answer : throw new UnclearAnswerException();

    /// <summary>The answer, if each of its results is one that an entry that was sent can have, in their order; it may end before the last one.</summary>
    public static PushResponse Bounded(PushResponse answer, PushRequest sent) =>
        answer.Results.Count <= sent.Page.Entries.Count && answer.Results.Zip(sent.Page.Entries).All(pair => IsOf(pair.Second, pair.First)) ? answer : throw new UnclearAnswerException();

    /// <summary>The answer, if its page is none too large and its cursor can be kept.</summary>
    public static PullResponse Bounded(PullResponse answer)
    {
        answer.Page ??= new FeedPage();
        return answer.NextCursor.Length <= LongestCursor && !FeedPages.IsTooLarge(answer.Page) && answer.Gone.Count <= FeedPages.Items && answer.Gone.All(IsPlace) ? answer : throw new UnclearAnswerException();
    }

    /// <summary>The answer, if its heads are such, in their order, and its cursor can be kept.</summary>
    public static HeadsResponse Bounded(HeadsResponse answer, HeadsRequest asked) =>
        answer.Cursor.Length <= LongestCursor && answer.Heads.Count <= MostHeads
        && answer.Heads.All(h => NodeId.TryParse(h.NodeId, out _) && h.Position is > 0 and <= long.MaxValue && h.ItemId.Length == ItemId.Bytes)
        && answer.Heads.Select(h => h.NodeId).Prepend(asked.AfterNodeId).Zip(answer.Heads.Select(h => h.NodeId)).All(pair => string.CompareOrdinal(pair.First, pair.Second) < 0)
            ? answer : throw new UnclearAnswerException();

    /// <summary>The answer, if it is none too long and its cursor can be kept; each proof is verified for itself.</summary>
    public static WithdrawalsResponse Bounded(WithdrawalsResponse answer) =>
        answer.NextCursor.Length <= LongestCursor && answer.Withdrawals.Count <= FeedPages.Items ? answer : throw new UnclearAnswerException();

    /// <summary>The answer, if it is none too long; each proof is verified for itself.</summary>
    public static GetTemplatesResponse Bounded(GetTemplatesResponse answer) => answer.Releases.Count <= FeedPages.Items ? answer : throw new UnclearAnswerException();

    private static bool IsPlace(GoneContent gone) => NodeId.TryParse(gone.NodeId, out _) && gone.Position is > 0 and <= long.MaxValue && gone.Reason != GoneReason.Unspecified;

    private static bool IsOf(FeedEntry entry, EntryResult result) =>
        result.Status is PushStatus.Accepted or PushStatus.Duplicate or PushStatus.Rejected && result.Reason.Length <= LongestReason
        && result.Items.Count <= FeedPages.ItemsOf(entry) && result.Items.All(i => i.Reason.Length <= LongestReason);

    // A time that no calendar has cannot be reckoned with.
    private static bool IsTime(Timestamp? time) => time is null || PayloadLimits.IsTime(time);
}

/// <summary>The hub, or whatever answers in its place, said something that cannot be.</summary>
public sealed class UnclearAnswerException() : RpcException(new Status(StatusCode.DataLoss, "The answer is none that a hub gives."));
