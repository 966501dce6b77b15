using Google.Protobuf;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Audit;

/// <summary>
/// Signs the hash of the security log's last event with the node's profile, at most once a week: it then lies with the hub and the other communities, out of the
/// reach of whoever has this server, and a log that was rewritten since no longer has it. The hash tells nothing of the events, nor how many there are.
/// </summary>
public sealed partial class LogSeals(Database database, ThisNode node, OwnFeed feed, SecurityLog securityLog, TimeProvider clock, ILogger<LogSeals> log) : BackgroundService
{
    private static readonly TimeSpan tick = TimeSpan.FromHours(1);
    private static readonly TimeSpan atMostOnceIn = TimeSpan.FromDays(7);
    private static readonly string profile = NodeProfile.Descriptor.FullName;

    /// <summary>Signs what has been added since the last time, if that is long enough ago.</summary>
    /// <returns>True when something was signed.</returns>
    public async Task<bool> Seal(CancellationToken cancellationToken) =>
        node.IsFounded && !node.IsSilent && await database.Write(Seal, cancellationToken).ConfigureAwait(false);

    /// <summary>How many hashes that were signed are no event's any more: since the first of them, somebody has rewritten the log.</summary>
    public async Task<int> Missing(CancellationToken cancellationToken)
    {
        var missing = 0;
        var said = await database.Query<byte[]>(
            "select payload from item where node_id = @id and payload_type = @profile order by feed_position", new { id = node.Identity.Id.Value, profile }, cancellationToken).ConfigureAwait(false);
        foreach (var seal in said.Select(payload => NodeProfile.Parser.ParseFrom(payload).SecurityLogHead.ToByteArray()).Where(seal => seal.Length > 0))
        {
            missing += await securityLog.Has(seal, cancellationToken).ConfigureAwait(false) ? 0 : 1;
        }

        return missing;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(tick, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await Seal(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is SilentNodeException || StorageFailure.Is(failure))
            {
                LogFailed(failure); // it is signed an hour later
            }
        }
    }

    private async Task<bool> Seal(Transaction transaction)
    {
        var last = (await transaction.Find<Said>(
            """
            select i.payload, i.received_at as at, c.bytes as content
              from item i join item_content c on c.position = i.position
             where i.node_id = @id and i.payload_type = @profile and i.superseded = 0 and i.status = 'accepted'
             order by i.feed_position desc
             limit 1
            """,
            new { id = node.Identity.Id.Value, profile }).ConfigureAwait(false))!;
        var before = NodeProfile.Parser.ParseFrom(last.Payload);
        if (clock.GetUtcNow() - last.At < atMostOnceIn || await SecurityLog.Head(transaction).ConfigureAwait(false) is not { } head || before.SecurityLogHead.Span.SequenceEqual(head))
        {
            return false;
        }

        var now = new Statement(
            (at, contentHash) => new NodeProfile(before) { At = at, ContentHash = contentHash, SecurityLogHead = ByteString.CopyFrom(head) }, NodeProfileContent.Parser.ParseFrom(last.Content));
        await feed.Append(transaction, [now]).ConfigureAwait(false);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The security log could not be signed")]
    private partial void LogFailed(Exception failure);

    private sealed record Said
    {
        public required byte[] Payload { get; init; }

        public required DateTimeOffset At { get; init; }

        public required byte[] Content { get; init; }
    }
}
