using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Node.Accounts.NewAddress;
using RecoveryCoP.Node.Mail;

namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>
/// The letters that wait to be written, away from the page that took the request: only here is it looked up whether the address is anybody's, and nothing is
/// written to the database that another request would have to wait for.
/// </summary>
internal sealed partial class SignInQueue(AccountStore accounts, Mailer mailer, PublicAddress site, SignInOptions options, TimeProvider clock, ILogger<SignInQueue> log)
{
    // A server that knows no sender yet asks to come back in a minute; whoever waits for a letter asks again after a few.
    private static readonly TimeSpan retry = TimeSpan.FromMinutes(1);

    private readonly Channel<Request> waiting = Channel.CreateBounded<Request>(new BoundedChannelOptions(options.MostQueued) { SingleReader = true });

    /// <summary>Adds one; false when too many wait, which is not said to whoever asked: it changes nothing for them.</summary>
    /// <param name="letter">What the letter holds.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="purpose">What it is for.</param>
    /// <param name="asked">The language of whoever asks, where nobody here has the address.</param>
    public bool Add(SecretLetter letter, EmailAddress to, LetterPurpose purpose, Language asked)
    {
        if (waiting.Writer.TryWrite(new(letter, to, purpose, asked)))
        {
            return true;
        }

        LogFull(options.MostQueued);
        return false;
    }

    /// <summary>Completes when a request waits.</summary>
    public ValueTask<bool> Waiting(CancellationToken cancellationToken) => waiting.Reader.WaitToReadAsync(cancellationToken);

    /// <summary>Writes the letters that wait, to those whose addresses are known here, to newcomers and to new addresses.</summary>
    public async Task Answer(CancellationToken cancellationToken)
    {
        await using var batch = mailer.Begin();
        while (!batch.IsBroken && waiting.Reader.TryRead(out var request))
        {
            var (letter, to, purpose, asked) = request;
            var account = purpose == LetterPurpose.Moving ? null : await accounts.Find(to, cancellationToken).ConfigureAwait(false);
            if (account is not null || purpose != LetterPurpose.Entering)
            {
                var language = account is null ? asked : Language.Of(account.Language);
                var delivery = await batch.Send(
                    purpose == LetterPurpose.Moving ? AddressLetters.WithCode(letter.Id, to, language, letter.Code, options.LinkMinutes)
                    : SignInLetter.Write(letter.Id, to, language, site, letter.Token, letter.Code, options.LinkMinutes),
                    cancellationToken).ConfigureAwait(false);
                if (delivery.State == DeliveryState.Later && clock.GetUtcNow() + retry < letter.Ends)
                {
                    _ = AddLater(request, cancellationToken);
                }
            }
        }
    }

    private async Task AddLater(Request request, CancellationToken cancellationToken)
    {
        await Task.Delay(retry, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!cancellationToken.IsCancellationRequested)
        {
            waiting.Writer.TryWrite(request);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Most} letters wait to be written; requests to sign in are dropped until there is room")]
    private partial void LogFull(int most);

    private sealed record Request(SecretLetter Letter, EmailAddress To, LetterPurpose Purpose, Language Asked);
}
