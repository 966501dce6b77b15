using System.Security.Cryptography;
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
/// Signs where the security log stands with the node's profile, at most once a week: it then lies with the hub and the other communities, out of the reach of
/// whoever has this server, and a log that was rewritten no longer fits. A seal is the hash of the last event's hash and a salt that stays here: it tells nothing
/// of the events, nor how many there are.
/// </summary>
public sealed partial class LogSeals(Database database, ThisNode node, OwnFeed feed, TimeProvider clock, ILogger<LogSeals> log) : BackgroundService
{
    private static readonly TimeSpan tick = TimeSpan.FromHours(1);
    private static readonly TimeSpan atMostOnceIn = TimeSpan.FromDays(7);

    /// <summary>Signs what has been added since the last time, if that is long enough ago.</summary>
    /// <returns>True when something was signed.</returns>
    public async Task<bool> Seal(CancellationToken cancellationToken) =>
        node.IsFounded && !node.IsSilent && await database.Write(Seal, cancellationToken).ConfigureAwait(false);

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
            catch (Exception failure) when (failure is SilentNodeException or StatementOverLimitException || StorageFailure.Is(failure))
            {
                LogFailed(failure); // it is signed an hour later
            }
        }
    }

    /// <summary>
    /// A seal of where the log stands in this transaction, kept here, to go into a profile that is signed in it; null where nothing was added since the last one.
    /// </summary>
    internal static async Task<ByteString?> Next(Transaction transaction)
    {
        if (await SecurityLog.Last(transaction).ConfigureAwait(false) is not { Hash: { } hash, Number: var number }
            || await transaction.Find<long>("select coalesce(max(number), 0) from security_seal").ConfigureAwait(false) == number)
        {
            return null;
        }

        var salt = RandomNumberGenerator.GetBytes(16);
        var seal = SealOf(hash, salt);
        await transaction.Execute("insert into security_seal (seal, number, salt) values (@seal, @number, @salt)", new { seal, number, salt }).ConfigureAwait(false);
        return ByteString.CopyFrom(seal);
    }

    private async Task<bool> Seal(Transaction transaction)
    {
        // Before it looks: somebody may be changing the profile, and what they say must not be signed away.
        await FeedLinks.Hold(transaction).ConfigureAwait(false);
        var last = await LastProfile.Find(transaction, node.Identity.Id).ConfigureAwait(false);
        // Whose founding profile a thief's word took away has none to sign anew.
        if (last is null || clock.GetUtcNow() - last.At < atMostOnceIn || await Next(transaction).ConfigureAwait(false) is not { } seal)
        {
            return false;
        }

        var now = new Statement(
            (at, contentHash) => new NodeProfile(last.Said) { At = at, ContentHash = contentHash, SecurityLogSeal = seal }, last.SaidContent);
        await feed.Append(transaction, [now]).ConfigureAwait(false);
        return true;
    }

    internal static byte[] SealOf(byte[] hash, byte[] salt) => SHA256.HashData([.. hash, .. salt]);

    [LoggerMessage(Level = LogLevel.Error, Message = "The security log could not be signed")]
    private partial void LogFailed(Exception failure);
}
