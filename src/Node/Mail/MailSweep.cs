using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Mail;

/// <summary>Throws letters away that were used or are out of date. It looks at what is there, so one that a crash left behind goes too.</summary>
internal sealed partial class MailSweep(MailFolder mail, IEnumerable<ILetterUse> uses, TimeProvider clock, ILogger<MailSweep> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(10);

    /// <summary>Does it once.</summary>
    internal async Task Sweep(CancellationToken cancellationToken)
    {
        foreach (var (letter, file) in mail.Letters())
        {
            if (!await IsOpen(letter, cancellationToken).ConfigureAwait(false))
            {
                File.Delete(file);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await Sweep(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException || StorageFailure.Is(failure))
            {
                LogFailed(failure); // they go next time
            }
        }
    }

    private async Task<bool> IsOpen(Guid letter, CancellationToken cancellationToken)
    {
        foreach (var use in uses)
        {
            if (await use.IsOpen(letter, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Old letters could not be thrown away")]
    private partial void LogFailed(Exception failure);
}
