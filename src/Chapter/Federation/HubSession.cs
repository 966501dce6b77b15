using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Federation.Client;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>What a hello brought to light, for the calls that follow it.</summary>
/// <param name="Link">The link as it was.</param>
/// <param name="PullWaitSeconds">How long a pull may wait at the hub.</param>
/// <param name="HubHolds">Up to where the hub holds the chapter's feed.</param>
public sealed record HubSession(HubLink Link, int PullWaitSeconds, long HubHolds)
{
    /// <summary>Where the next page to push begins: after this position of the chapter's feed.</summary>
    public long PushAfter { get; init; } = HubHolds;

    /// <summary>True while the chapter is not admitted: of what it sends only withdrawals take effect.</summary>
    public bool LinksOnly => Link.State != EnrolmentState.Admitted;

    /// <summary>Positions of the chapter's feed whose contents the hub lacks, in order.</summary>
    public IReadOnlyList<long> ContentsWanted { get; init; } = [];
}

/// <summary>Says hello, and compares what both sides know.</summary>
public sealed class Handshake(
    ThisNode node, HubCalls calls, HubLinks links, Pulling pulling, FeedHeads heads, Receipts receipts, SyncOptions options, FaultPoints faults, IEnumerable<IOwnHealth> health, TimeProvider clock)
{
    private const uint Protocol = 1;

    private static readonly string version = typeof(Handshake).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>Begins a conversation with the hub.</summary>
    /// <exception cref="ExchangeParkedException">The hub's copy of the chapter's feed is not a beginning of it.</exception>
    public async Task<HubSession> Hello(HubLink link, CancellationToken cancellationToken)
    {
        var self = node.Identity;
        var sent = clock.GetUtcNow();
        var answer = await calls.Hello(link, await RequestOf(link, cancellationToken), cancellationToken);
        var between = sent + ((clock.GetUtcNow() - sent) / 2); // the hub looked at its clock about halfway
        await Note(link, answer.HubEpoch.ToByteArray(), answer.ServerTime is { } time ? between - time.ToDateTimeOffset() : TimeSpan.Zero, cancellationToken);

        var held = (long)Math.Min(answer.FeedPosition, long.MaxValue);
        var session = Session(link, answer.Limits ?? new Limits(), held);
        if (await OwnPosition(self, cancellationToken) is var own && held > own)
        {
            await pulling.FetchOwn(link, own, cancellationToken);
        }

        if (held > 0 && !await IsOurs(held, answer.FeedItemId, cancellationToken))
        {
            throw new ExchangeParkedException(ExchangeParkedException.OwnFork);
        }

        if (node.IsSilent && !answer.ComingBack)
        {
            faults.Pass(FaultPoints.OwnFeedBackNotSpeaking);
            await node.Speak(cancellationToken); // all that the network knows of this feed is here now
        }

        return session with
        {
            // Whatever was taken while its receipt was lost is sent once more: the answer is its receipt.
            PushAfter = Math.Min(held, await receipts.SettledUpTo(cancellationToken)),
            ContentsWanted = [.. answer.ContentsWanted.Select(p => (long)p).Order()],
        };
    }

    // Once a minute, unless there is something new to see: a commit would cost more than all the rest of a hello.
    private Task Note(HubLink link, byte[] hubEpoch, TimeSpan ahead, CancellationToken cancellationToken) =>
        link.HubEpoch?.AsSpan().SequenceEqual(hubEpoch) == true && (long)ahead.TotalSeconds == link.ClockAheadSeconds && clock.GetUtcNow() - link.HelloAt < TimeSpan.FromMinutes(1)
            ? Task.CompletedTask
            : links.Greeted(link.Hub, hubEpoch, ahead, cancellationToken);

    private async Task<HelloRequest> RequestOf(HubLink link, CancellationToken cancellationToken)
    {
        var own = health.FirstOrDefault();
        return new()
        {
            ProtocolMinimum = Protocol,
            ProtocolMaximum = Protocol,
            Epoch = ByteString.CopyFrom(await node.Epoch(cancellationToken)),
            HubFeedPosition = (ulong)((await heads.Of(link.Hub, cancellationToken))?.Position ?? 0),
            Cursor = ByteString.CopyFrom(link.Cursor),
            SoftwareVersion = version,
            Health = own?.Latest switch
            {
                null => NodeHealth.Unspecified,
                Grade.Wrong => NodeHealth.Wrong,
                Grade.Attention => NodeHealth.Attention,
                _ => NodeHealth.Well,
            },
            RestoreProvenAt = own is null ? null : (await own.RestoreProvenAt(cancellationToken))?.ToTimestamp(),
        };
    }

    private async Task<long> OwnPosition(Founded self, CancellationToken cancellationToken) => (await heads.Of(self.Id, cancellationToken))?.Position ?? 0;

    private async Task<bool> IsOurs(long position, ByteString itemId, CancellationToken cancellationToken) =>
        await heads.ItemAt(node.Identity.Id, position, cancellationToken) is { } ours && itemId.Span.SequenceEqual(ours.ToBytes());

    private HubSession Session(HubLink link, Limits limits, long held) => new(
        link,
        Smaller(options.PullWaitSeconds, limits.PullWaitSeconds),
        held);

    // 0 is a hub that says nothing of it.
    private static int Smaller(int ours, uint theirs) => theirs == 0 ? ours : (int)Math.Min((uint)ours, theirs);
}

/// <summary>The exchange cannot go on by itself: it is shown, and looked at again when something may have changed.</summary>
/// <param name="code">As in <see cref="CallFailure.Code"/>.</param>
public sealed class ExchangeParkedException(string code) : Exception($"The exchange is parked: {code}")
{
    /// <summary>The hub holds another item at a place of our feed: another program speaks as this chapter.</summary>
    public const string OwnFork = "OWN_FORK";

    /// <summary>Another copy of this chapter has spoken in a newer epoch.</summary>
    public const string EpochSuperseded = "EPOCH_SUPERSEDED";

    /// <summary>True for what somebody can end by deciding that this copy goes on.</summary>
    public static bool IsTwoCopies(string code) => code is OwnFork or EpochSuperseded or "FORK";

    /// <summary>Why.</summary>
    public string Code => code;
}
