using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>Answers requests to sign in, away from the page that took them.</summary>
internal sealed partial class SignInWorker(SignInQueue queue, SignInOptions options, TimeProvider clock, ILogger<SignInWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await queue.Waiting(stoppingToken).ConfigureAwait(false))
        {
            // Letters leave together, at no certain time after they were asked for: who asks and looks at the clock does not find the moment in which one is written.
            await Task.Delay(TimeSpan.FromSeconds(options.LetterSeconds * Random.Shared.NextDouble()), clock, stoppingToken).ConfigureAwait(false);
            try
            {
                await queue.Answer(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException || Storage.StorageFailure.Is(failure))
            {
                // The disk or the database is away: this letter is lost, its reader asks again, and the next one may go through.
                LogFailed(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A sign-in letter could not be written")]
    private partial void LogFailed(Exception failure);
}
