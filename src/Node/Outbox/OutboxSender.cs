using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Outbox;

/// <summary>
/// Sends what was recorded. Each letter is written when it goes, so that nobody is told what is no longer so. Its end is stored after the server has taken it:
/// a crash between the two hands it in once more, under the same Message-ID, and that is the only way in which anybody can get one twice.
/// </summary>
public sealed partial class OutboxSender(
    LetterOutbox outbox, SendingLimits limits, Mailer mailer, AccountStore accounts, IEnumerable<ILetterKind> kinds, FaultPoints faults, TimeProvider clock, ILogger<OutboxSender> log) : BackgroundService
{
    private const int Page = 100;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, ILetterKind> kinds = kinds.ToDictionary(k => k.Code);
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Sends all that is to go now, or waits until somebody else has.</summary>
    public async Task Send(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await SendDue(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        turn.Dispose();
        base.Dispose();
    }

    private async Task SendDue(CancellationToken cancellationToken)
    {
        var left = await limits.Left(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var due = await outbox.Due(onlyUrgent: left <= 0, Page, cancellationToken).ConfigureAwait(false);
            await using var batch = mailer.Begin();
            foreach (var letter in due)
            {
                if (await Send(batch, letter, cancellationToken).ConfigureAwait(false))
                {
                    left--;
                }

                if (batch.IsBroken || left == 0)
                {
                    break;
                }
            }

            // What waits behind a server that is away is not asked about one by one.
            if (batch.IsBroken || due.Count < Page)
            {
                return;
            }
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await Send(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException || StorageFailure.Is(failure))
            {
                LogFailed(failure); // they go next time
            }
        }
    }

    /// <returns>True when it went.</returns>
    private async Task<bool> Send(Mailer.Batch batch, RecordedLetter letter, CancellationToken cancellationToken)
    {
        if (letter.ExpiresAt <= clock.GetUtcNow())
        {
            await outbox.End(letter.Id, "late", "", cancellationToken).ConfigureAwait(false);
            return false;
        }

        // What was recorded by day may come to go by night: behind a long queue, or a server that was away.
        var kind = kinds.GetValueOrDefault(letter.Kind);
        if (kind is not null && letter.IsUrgent == 0 && kind.NotBefore(clock.GetUtcNow()) is var morning && morning > clock.GetUtcNow())
        {
            await outbox.Hold(letter.Id, morning, cancellationToken).ConfigureAwait(false);
            return false;
        }

        var reader = await accounts.Find(letter.AccountId, cancellationToken).ConfigureAwait(false);
        var written = reader is null || reader.Stay != letter.Stay || kind is null ? null : await Written(kind, letter, reader, cancellationToken).ConfigureAwait(false);
        if (written is null)
        {
            await outbox.Drop(letter.Id, cancellationToken).ConfigureAwait(false);
            return false;
        }

        var delivery = await batch.Send(written, cancellationToken).ConfigureAwait(false);
        faults.Pass(FaultPoints.LetterTakenNotStored);
        switch (delivery.State)
        {
            case DeliveryState.Sent:
                // To its end even when the node stops: the server has it.
                await outbox.End(letter.Id, "sent", "", CancellationToken.None).ConfigureAwait(false);
                return true;
            case DeliveryState.Refused:
                await outbox.End(letter.Id, "refused", delivery.Why, CancellationToken.None).ConfigureAwait(false);
                return false;
            default:
                await outbox.PutOff(letter.Id, clock.GetUtcNow() + SendingLimits.PauseAfter(letter.Tries), delivery.Why, CancellationToken.None).ConfigureAwait(false);
                return false;
        }
    }

    // One letter that cannot be written must not keep the others: it is a fault of ours, told in the log, and gone.
    private async Task<Letter?> Written(ILetterKind kind, RecordedLetter letter, Account reader, CancellationToken cancellationToken)
    {
        try
        {
            return await kind.Write(letter, reader, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !StorageFailure.Is(failure))
        {
            LogUnwritten(failure, letter.Id, letter.Kind);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Letter {Letter} ({Kind}) could not be written; it does not go")]
    private partial void LogUnwritten(Exception failure, Guid letter, string kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "Recorded letters could not be sent")]
    private partial void LogFailed(Exception failure);
}

/// <summary>A recorded letter's file stays in the folder for a week.</summary>
internal sealed class OutboxLetterUse(LetterOutbox outbox) : ILetterUse
{
    public Task<bool> IsOpen(Guid letter, CancellationToken cancellationToken) => outbox.IsFresh(letter, cancellationToken);
}
