using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Notices;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Guests;

/// <summary>
/// Sends guests their letters: the one to confirm by, what they need to be there, the reminder, and that a meeting was moved or called off. What there is to tell is
/// worked out as it is for members (<see cref="MeetingNews"/>).
/// </summary>
internal sealed partial class GuestSender(
    GuestStore guests, GuestLetters letters, SendingLimits limits, Mailer mailer, TimeProvider clock, ILogger<GuestSender> log) : BackgroundService
{
    private const int Page = 200;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    /// <summary>Forgets what is to be forgotten, and sends what is to go now.</summary>
    internal async Task Send(CancellationToken cancellationToken)
    {
        await guests.Forget(cancellationToken);
        if (!mailer.HasServer)
        {
            return;
        }

        await Tell(cancellationToken);
        var left = await limits.Left(cancellationToken);
        if (left <= 0)
        {
            return;
        }

        await using var batch = mailer.Begin();
        foreach (var row in await guests.Due(Math.Min(left, Page), cancellationToken))
        {
            if (await letters.Write(row, cancellationToken) is not { } letter)
            {
                await guests.End(row.Id, "dropped");
                continue;
            }

            var delivery = await batch.Send(letter, cancellationToken);
            // To its end even when the node stops: the server has answered.
            await (delivery.State switch
            {
                DeliveryState.Sent => guests.End(row.Id, "sent"),
                DeliveryState.Refused => guests.End(row.Id, "refused"),
                _ => guests.PutOff(row, SendingLimits.PauseAfter(row.Tries)),
            });
            if (batch.IsBroken)
            {
                return;
            }
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Send(stoppingToken);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException || StorageFailure.Is(failure))
            {
                LogFailed(failure); // they go next time
            }
        }
    }

    private async Task Tell(CancellationToken cancellationToken)
    {
        foreach (var id in await guests.MeetingsToTellOf(cancellationToken))
        {
            if (await guests.Meeting(id, cancellationToken) is not { } meeting)
            {
                continue;
            }

            var now = clock.GetUtcNow();
            foreach (var news in MeetingNews.Of(meeting, now))
            {
                DateTimeOffset? knownBy = news.Kind switch
                {
                    NewsKind.Change => meeting.ChangedAt,
                    NewsKind.Reminder => meeting.Plan.StartsAt - MeetingNews.ReminderAhead, // who confirmed later was told everything then
                    NewsKind.Cancellation => now,
                    _ => null,
                };
                if (knownBy is { } known)
                {
                    await guests.Tell(id, news.Fact, known, news.SendAt, news.ExpiresAt, cancellationToken);
                }
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Letters to guests could not be sent")]
    private partial void LogFailed(Exception failure);
}
