using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Logging;

namespace RecoveryCoP.Node.Mail;

/// <summary>
/// Hands letters to the mail server; without one, writes them into the folder. That the server cannot be reached is said once, and once that it can be again.
/// </summary>
public sealed partial class Mailer
{
    // So many different letters, one after the other and none between them that is taken, are not at fault themselves.
    private const int Several = 3;

    private readonly LetterComposer composer;
    private readonly CurrentMail current;
    private readonly TimeProvider clock;
    private readonly ILogger<Mailer> log;
    private readonly ConcurrentDictionary<Guid, bool> notTaken = [];
    private int isOut;

    internal Mailer(MailFolder folder, LetterComposer composer, CurrentMail current, TimeProvider clock, ILogger<Mailer> log) =>
        (Folder, this.composer, this.current, this.clock, this.log) = (folder, composer, current, clock, log);

    /// <summary>How it has gone with the server of now.</summary>
    public MailCourse Course { get; private set; } = new();

    /// <summary>True when there is a server; every page that would send says so when there is none.</summary>
    public bool HasServer => current.Options.HasServer;

    /// <summary>Whom letters are from.</summary>
    public string SenderAddress => composer.SenderAddress;

    internal MailFolder Folder { get; }

    /// <summary>Begins to hand letters in, one after the other over one connection, which is opened for the first of them.</summary>
    public Batch Begin() => new(this);

    /// <summary>Hands one letter in.</summary>
    public async Task<Delivery> Send(Letter letter, CancellationToken cancellationToken)
    {
        await using var batch = Begin();
        return await batch.Send(letter, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SmtpClient> Connect(CancellationToken cancellationToken)
    {
        var options = current.Options;
        var client = new SmtpClient();
        try
        {
            await client.ConnectAsync(options.Host, options.Port, options.Security.ToSocketOptions(), cancellationToken).ConfigureAwait(false);
            if (options.User.Length > 0)
            {
                await client.AuthenticateAsync(options.User, options.Password, cancellationToken).ConfigureAwait(false);
            }

            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Takes up what was known before the program started, or nothing, of another server.</summary>
    internal void Remember(MailCourse course)
    {
        Course = course;
        notTaken.Clear();
    }

    /// <summary>Somebody looked what the DNS says of the sender's domain.</summary>
    internal void NoteDomain(bool isLacking) => Course = Course with { DomainAt = clock.GetUtcNow(), DomainLacks = isLacking };

    private void Reached(bool isRefused)
    {
        Course = isRefused ? Course with { RefusedAt = clock.GetUtcNow() } : Course with { SentAt = clock.GetUtcNow() };
        if (!isRefused)
        {
            notTaken.Clear();
        }
        else if (notTaken.Count >= Several)
        {
            return; // it speaks with us, and takes nothing all the same
        }

        Course = Course with { OutSince = null, OutWhy = "" };
        if (Interlocked.Exchange(ref isOut, 0) == 1)
        {
            LogBack(current.Options.Host);
        }
    }

    private void NotTaken(Guid letter, string why)
    {
        if (notTaken.Count < Several)
        {
            notTaken[letter] = true;
        }

        if (notTaken.Count >= Several)
        {
            Missed(why);
        }
    }

    private void Missed(string why)
    {
        Course = Course with { OutSince = Course.OutSince ?? clock.GetUtcNow(), OutWhy = why };
        if (Interlocked.Exchange(ref isOut, 1) == 0)
        {
            LogOut(current.Options.Host, current.Options.Port, why);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail server {Host}:{Port} takes no letters ({Why}); they wait")]
    private partial void LogOut(string host, int port, string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "The mail server {Host} takes letters again")]
    private partial void LogBack(string host);

    /// <summary>Letters over one connection. A failure that is the connection's or the server's, and not the letter's, ends it: the rest waits.</summary>
    public sealed partial class Batch : IAsyncDisposable
    {
        // A server that looks through a letter before it takes it may need long; giving up sooner would hand it in twice (RFC 5321, 4.5.3.2.6).
        private static readonly TimeSpan Taking = TimeSpan.FromMinutes(10);

        private readonly Mailer mailer;
        private SmtpClient? client;

        internal Batch(Mailer mailer) => this.mailer = mailer;

        /// <summary>True once the server cannot be spoken to: nothing more can be sent in this batch.</summary>
        public bool IsBroken { get; private set; }

        /// <summary>Hands one letter in.</summary>
        public async Task<Delivery> Send(Letter letter, CancellationToken cancellationToken)
        {
            if (!mailer.HasServer)
            {
                await mailer.Folder.Write(letter, cancellationToken).ConfigureAwait(false);
                return Delivery.Sent;
            }

            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            try
            {
                limit.CancelAfter(TimeSpan.FromSeconds(mailer.current.Options.TimeoutSeconds));
                client ??= await mailer.Connect(limit.Token).ConfigureAwait(false);
                using var message = mailer.composer.Compose(letter);
                limit.CancelAfter(Taking);
                await client.SendAsync(message, limit.Token).ConfigureAwait(false);
                mailer.Reached(isRefused: false);
                return Delivery.Sent;
            }
            catch (SmtpCommandException refusal) when (IsOfTheReader(refusal))
            {
                mailer.Reached(isRefused: true);
                return new((int)refusal.StatusCode >= 500 ? DeliveryState.Refused : DeliveryState.Later, $"{(int)refusal.StatusCode}");
            }
            catch (SmtpCommandException refusal) when (refusal.ErrorCode == SmtpErrorCode.MessageNotAccepted && refusal.StatusCode != SmtpStatusCode.ServiceNotAvailable)
            {
                // Of this letter or of us, which nobody can tell: the next ones show.
                mailer.NotTaken(letter.Id, $"{(int)refusal.StatusCode}");
                return new(DeliveryState.Later, $"{(int)refusal.StatusCode}");
            }
            catch (Exception failure) when (KindOf(failure, cancellationToken) is not null)
            {
                IsBroken = true;
                var why = KindOf(failure, cancellationToken)!;
                mailer.Missed(why);
                return new(DeliveryState.Later, why);
            }
        }

        /// <inheritdoc />
        public async ValueTask DisposeAsync()
        {
            if (client is null)
            {
                return;
            }

            try
            {
                if (!IsBroken)
                {
                    await client.DisconnectAsync(quit: true, CancellationToken.None).ConfigureAwait(false);
                }
            }
            catch (Exception gone) when (gone is IOException or SocketException or ServiceNotConnectedException or SmtpProtocolException or SmtpCommandException)
            {
                // The letters are handed in; that it hangs up first changes nothing.
            }

            client.Dispose();
        }

        // What the server says of the reader's address: that it does not know it (5.1), or that its mailbox takes nothing (5.2). That it relays nothing for us, or not so
        // much, or not this, it says of a recipient too (5.4, 5.7): that must not end everybody's letters.
        private static bool IsOfTheReader(SmtpCommandException refusal) =>
            refusal.ErrorCode == SmtpErrorCode.RecipientNotAccepted
            && refusal.StatusCode != SmtpStatusCode.ServiceNotAvailable
            && (EnhancedCode().Match(refusal.Message) is { Success: true, Groups: var code } ? code[1].Value is "1" or "2" || code[0].Value[0] == '4' : true);

        [GeneratedRegex(@"\b[245]\.(\d{1,3})\.\d{1,3}\b")]
        private static partial Regex EnhancedCode();

        private static string? KindOf(Exception failure, CancellationToken stopping) =>
            failure is SmtpCommandException refusal ? $"{(int)refusal.StatusCode}" : MailFailure.KindOf(failure, stopping);
    }
}

/// <summary>How it has gone with a mail server, of what letters and whose nothing is known.</summary>
public sealed record MailCourse
{
    /// <summary>When it last took a letter.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Since when it takes none; null while it does.</summary>
    public DateTimeOffset? OutSince { get; init; }

    /// <summary>Why it takes none, as in <see cref="Delivery.Why"/>.</summary>
    public string OutWhy { get; init; } = "";

    /// <summary>When it last refused an address.</summary>
    public DateTimeOffset? RefusedAt { get; init; }

    /// <summary>When somebody last looked what the DNS says of the sender's domain.</summary>
    public DateTimeOffset? DomainAt { get; init; }

    /// <summary>True when something was missing there.</summary>
    public bool DomainLacks { get; init; }
}
