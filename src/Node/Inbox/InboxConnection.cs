using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using RecoveryCoP.Node.Mail;

namespace RecoveryCoP.Node.Inbox;

/// <summary>A mailbox that is open; every step has the time that the settings give it.</summary>
internal sealed class InboxConnection : IAsyncDisposable
{
    /// <summary>What is wrong beside what can be with any mail server.</summary>
    public const string NoFolder = "no such folder", NotOpened = "not opened";

    private readonly ImapClient client = new();
    private readonly CancellationTokenSource limit;
    private readonly InboxOptions options;

    private InboxConnection(InboxOptions options, CancellationToken stopping) => (this.options, limit) = (options, CancellationTokenSource.CreateLinkedTokenSource(stopping));

    /// <summary>The folder.</summary>
    public IMailFolder Folder { get; private set; } = null!;

    /// <summary>For the next step: ends it when the server takes too long.</summary>
    public CancellationToken Step
    {
        get
        {
            limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
            return limit.Token;
        }
    }

    /// <summary>Signs in and opens the folder, so that looking at it changes nothing in it.</summary>
    public static async Task<InboxConnection> Open(InboxOptions options, CancellationToken stopping)
    {
        var connection = new InboxConnection(options, stopping);
        try
        {
            await connection.client.ConnectAsync(options.Host, options.Port, options.Security.ToSocketOptions(), connection.Step).ConfigureAwait(false);
            await connection.client.AuthenticateAsync(options.User, options.Password, connection.Step).ConfigureAwait(false);
            connection.Folder = await connection.client.GetFolderAsync(options.Folder, connection.Step).ConfigureAwait(false);
            await connection.Folder.OpenAsync(FolderAccess.ReadOnly, connection.Step).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>What a failure comes down to; null for one that is none of the server's.</summary>
    public static string? KindOf(Exception failure, CancellationToken stopping) => failure switch
    {
        FolderNotFoundException => NoFolder,
        ImapCommandException => NotOpened,
        _ => MailFailure.KindOf(failure, stopping),
    };

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (client.IsConnected && !limit.IsCancellationRequested)
            {
                await client.DisconnectAsync(quit: true, Step).ConfigureAwait(false);
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException or ServiceNotConnectedException or ImapProtocolException or ImapCommandException)
        {
            // All is read; that it hangs up first changes nothing.
        }

        client.Dispose();
        limit.Dispose();
    }
}
