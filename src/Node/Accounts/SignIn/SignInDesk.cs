using System.Net;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Node.Mail;

namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>
/// Takes requests and answers them by mail. Taking one looks nothing up, so that it takes the same time and says the same
/// whether the address is anybody's; <see cref="SignInWorker"/> does the rest.
/// </summary>
internal sealed partial class SignInDesk(AccountStore accounts, SignInStore requests, SignInLimits limits, MailFolder mail, PublicAddress site, SignInOptions options, TimeProvider clock, ILogger<SignInDesk> log)
{
    private readonly Channel<Request> waiting = Channel.CreateBounded<Request>(new BoundedChannelOptions(options.MostQueued) { SingleReader = true });

    /// <summary>Takes a request; false when the network made too many, which is said. Too many for the address or in all is not said: it changes nothing for the reader.</summary>
    public bool Take(EmailAddress address, string browser, IPAddress? from)
    {
        if (!limits.Admits(from))
        {
            return false;
        }

        if (limits.Admits(address) && !waiting.Writer.TryWrite(new Request(address, browser)))
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
        if (await accounts.Find(request.Address, cancellationToken).ConfigureAwait(false) is not { } account)
        {
            return;
        }

        var (id, token, code) = (Guid.CreateVersion7(clock.GetUtcNow()), Secret.New(), SignInCode.New());
        if (await requests.Open(id, account.Id, token, (request.Browser, code), TimeSpan.FromMinutes(options.LinkMinutes), cancellationToken).ConfigureAwait(false))
        {
            await mail.Send(SignInLetter.Write(id, account, site, token, code, options.LinkMinutes), cancellationToken).ConfigureAwait(false);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Most} letters wait to be written; requests to sign in are dropped until there is room")]
    private partial void LogFull(int most);

    private sealed record Request(EmailAddress Address, string Browser);
}
