using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Accounts.NewAddress;

/// <summary>
/// Tells an address that its person has another one now: were it not them, this is how they learn it. It tries for three days. For thirty the address is known, so that
/// whoever looks after the server can let them in by it.
/// </summary>
internal sealed partial class AddressLeftSender(Database database, AddressChanges changes, Mailer mailer, TimeProvider clock, ILogger<AddressLeftSender> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(2), Kept = TimeSpan.FromDays(30);

    /// <summary>How long its letter is tried.</summary>
    internal static readonly TimeSpan Tried = TimeSpan.FromDays(3);

    /// <summary>Sends what waits, and forgets what was sent.</summary>
    internal async Task Send(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await database.Find<long>(
            "select (select count(*) from address_left where at < @since) + (select count(*) from address_change where expires_at <= @now)", new { since = now - Kept, now }, cancellationToken).ConfigureAwait(false) > 0)
        {
            await database.Write(
                async t =>
                {
                    await t.Erase("delete from address_left where at < @since", new { since = now - Kept }).ConfigureAwait(false);
                    await t.Erase("delete from address_change where expires_at <= @now", new { now }).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
        }

        await using var batch = mailer.Begin();
        foreach (var row in await database.Query<Row>(
            "select l.id, l.address, a.language from address_left l join account a on a.id = l.account_id where l.told_at is null and l.at >= @since order by l.at, l.id limit 100", new { since = now - Tried }, cancellationToken).ConfigureAwait(false))
        {
            var delivery = await batch.Send(AddressLetters.Left(row.Id, EmailAddress.Parse(row.Address)!, Language.Of(row.Language)), cancellationToken).ConfigureAwait(false);
            if (delivery.State != DeliveryState.Later)
            {
                // To its end even when the node stops: the server has answered.
                await database.Write(t => t.Execute("update address_left set told_at = @now where id = @Id", new { row.Id, now }), CancellationToken.None).ConfigureAwait(false);
            }

            if (batch.IsBroken)
            {
                return;
            }
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var changed = changes.Changed.Next;
            try
            {
                await Send(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException || StorageFailure.Is(failure))
            {
                LogFailed(failure); // they go next time
            }

            await Task.WhenAny(changed, Task.Delay(Tick, clock, stoppingToken)).ConfigureAwait(false);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Addresses that somebody no longer has could not be told so")]
    private partial void LogFailed(Exception failure);

    private sealed record Row
    {
        public required Guid Id { get; init; }

        public required string Address { get; init; }

        public required string Language { get; init; }
    }
}
