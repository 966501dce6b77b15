using RecoveryCoP.Node.Mail;

namespace RecoveryCoP.Node.Outbox;

/// <summary>What the mail provider bears: so many letters in a day, whoever here sends them, and what it put off not before a while.</summary>
public sealed class SendingLimits(IEnumerable<ISendsLetters> senders, CurrentMail mail)
{
    // Greylisting wants a few minutes; a server that is away is asked less and less often.
    private static readonly TimeSpan[] pauses = [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4)];

    /// <summary>The most in 24 hours.</summary>
    public int MostPerDay => mail.Options.MostPerDay;

    /// <summary>How many more may go now; below zero when more went than may.</summary>
    public async Task<long> Left(CancellationToken cancellationToken)
    {
        long left = MostPerDay;
        foreach (var sender in senders)
        {
            left -= await sender.SentLately(cancellationToken).ConfigureAwait(false);
        }

        return left;
    }

    /// <summary>How long a letter waits that was put off so many times before.</summary>
    public static TimeSpan PauseAfter(long tries) => pauses[Math.Min((int)tries, pauses.Length - 1)];
}
