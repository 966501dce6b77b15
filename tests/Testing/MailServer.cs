using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using MimeKit;
using RecoveryCoP.Demo;
using SmtpServer;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace RecoveryCoP.Testing;

/// <summary>A real SMTP server on loopback that keeps what it is given, and can be told to be as difficult as others are.</summary>
public sealed class MailServer : IMessageStore, IMailboxFilter, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<MimeMessage> _letters = [];
    private readonly Task _running;
    private int _asked;
    private int _taken;

    public MailServer()
    {
        Port = FreePorts.Take();
        var options = new SmtpServerOptionsBuilder().ServerName("mail.example.org").Endpoint(e => e.Endpoint(new IPEndPoint(IPAddress.Loopback, Port)).Build()).Build();
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add((IMessageStore)this);
        services.Add((IMailboxFilter)this);
        services.Add(new WholeLetterListeners());
        _running = new SmtpServer.SmtpServer(options, services).StartAsync(_stop.Token);
    }

    public int Port { get; }

    /// <summary>What it took and keeps, in order.</summary>
    public IReadOnlyList<MimeMessage> Letters => [.. _letters];

    /// <summary>How many it took.</summary>
    public int Taken => Volatile.Read(ref _taken);

    /// <summary>False: it only counts what it takes, for who measures the memory of a program that shares its process.</summary>
    public bool Keeps { get; init; } = true;

    /// <summary>Those to an address.</summary>
    public IReadOnlyList<MimeMessage> To(string address) => [.. _letters.Where(l => l.To.Mailboxes.Single().Address == address)];

    /// <summary>Addresses that it does not know: 550.</summary>
    public ConcurrentDictionary<string, bool> Unknown { get; } = [];

    /// <summary>How many letters it asks to come back later: 451.</summary>
    public int Greylisted { get; set; }

    /// <summary>What it answers to every recipient; null: it takes them.</summary>
    public (int Code, string Words)? Refuses { get; set; }

    /// <summary>True: every letter is too large, 552.</summary>
    public bool IsFull { get; set; }

    /// <summary>True: it takes letters and hangs up without saying so.</summary>
    public bool HangsUp { get; set; }

    /// <summary>The settings that lead to it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Mail:Host"] = "127.0.0.1", ["Mail:Port"] = Port.ToString(CultureInfo.InvariantCulture), ["Mail:Security"] = "None", ["Mail:TimeoutSeconds"] = "10",
    };

    public async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        if (IsFull)
        {
            return new SmtpResponse((SmtpReplyCode)552, "5.3.4 too large");
        }

        if (Keeps)
        {
            using var stream = new MemoryStream(buffer.ToArray());
            _letters.Enqueue(await MimeMessage.LoadAsync(stream, cancellationToken));
        }

        Interlocked.Increment(ref _taken);
        if (HangsUp)
        {
            context.Pipe.Dispose();
        }

        return SmtpResponse.Ok;
    }

    public Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox @from, int size, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox @from, CancellationToken cancellationToken) =>
        Interlocked.Increment(ref _asked) <= Greylisted ? throw new SmtpResponseException(new SmtpResponse((SmtpReplyCode)451, "4.7.1 come back later"))
        : Refuses is { } refusal ? throw new SmtpResponseException(new SmtpResponse((SmtpReplyCode)refusal.Code, refusal.Words))
        : Unknown.ContainsKey($"{to.User}@{to.Host}") ? throw new SmtpResponseException(new SmtpResponse((SmtpReplyCode)550, $"5.1.1 <{to.User}@{to.Host}> unknown"))
        : Task.FromResult(true);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        foreach (var letter in _letters)
        {
            letter.Dispose();
        }
    }
}
