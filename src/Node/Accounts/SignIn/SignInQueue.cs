using System.Net;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Node.Mail;

namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>
/// Takes requests and answers them by mail. Taking one looks nothing up, so that it takes the same time and says the same
/// whether the address is anybody's; <see cref="SignInWorker"/> does the rest.
/// </summary>
internal sealed partial class SignInQueue(AccountStore accounts, SignInStore requests, SignInLimits limits, MailFolder mail, PublicAddress site, SignInOptions options, TimeProvider clock, ILogger<SignInQueue> log)
{
    private readonly Channel<Request> waiting = Channel.CreateBounded<Request>(new BoundedChannelOptions(options.MostQueued) { SingleReader = true });

    /// <summary>Takes a request; false when the network made too many, which is said. Too many for the address or in all is not said: it changes nothing for the reader.</summary>
    /// <param name="address">Where the letter goes.</param>
    /// <param name="newcomer">What somebody who asks to join said of themselves; null for somebody who signs in.</param>
    /// <param name="browser">The secret of the browser that asked.</param>
    /// <param name="from">The reader's network address.</param>
    public bool Take(EmailAddress address, Newcomer? newcomer, string browser, IPAddress? from)
    {
        if (!limits.Admits(from))
        {
            return false;
        }

        if (limits.Admits(address) && !waiting.Writer.TryWrite(new Request(address, newcomer, browser)))
        {
            LogFull(options.MostQueued);
        }

        return true;
    }

    /// <summary>Completes when a request waits.</summary>
    public ValueTask<bool> Waiting(CancellationToken cancellationToken) => waiting.Reader.WaitToReadAsync(cancellationToken);

    /// <summary>Answers the requests that wait.</summary>
    public async Task Answer(CancellationToken cancellationToken)
    {
        while (waiting.Reader.TryRead(out var request))
        {
            await Answer(request, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task Answer(Request request, CancellationToken cancellationToken)
    {
        var (id, token, code) = (Guid.CreateVersion7(clock.GetUtcNow()), Secret.New(), SignInCode.New());
        var lasts = TimeSpan.FromMinutes(options.LinkMinutes);
        if (await accounts.Find(request.Address, cancellationToken).ConfigureAwait(false) is { } account)
        {
            if (await requests.Open(id, account.Id, token, (request.Browser, code), lasts, cancellationToken).ConfigureAwait(false))
            {
                await Send(account.Language);
            }
        }
        else if (request.Newcomer is { } newcomer)
        {
            await requests.Open(id, request.Address, newcomer, token, (request.Browser, code), lasts, cancellationToken).ConfigureAwait(false);
            await Send(newcomer.Language!);
        }

        Task Send(string language) =>
            mail.Send(SignInLetter.Write(id, request.Address, Language.Of(language), site, token, code, options.LinkMinutes), cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Most} letters wait to be written; requests to sign in are dropped until there is room")]
    private partial void LogFull(int most);

    private sealed record Request(EmailAddress Address, Newcomer? Newcomer, string Browser);
}
