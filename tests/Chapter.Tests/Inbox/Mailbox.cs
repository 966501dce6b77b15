using System.Globalization;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using MimeKit;

namespace RecoveryCoP.Chapter.Tests.Inbox;

/// <summary>A mailbox at a real IMAP server, as its owner's mail program and the world's mail servers see it.</summary>
internal sealed class Mailbox
{
    private readonly ImapServer _server;

    private Mailbox(ImapServer server, string name) => (_server, Name) = (server, name);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The name that opens it.</summary>
    public string Name { get; }

    /// <summary>The folder in it.</summary>
    public string Folder { get; init; } = "INBOX";

    /// <summary>The settings that lead to it.</summary>
    public (string, string)[] Settings =>
    [
        ("Inbox:Host", "127.0.0.1"), ("Inbox:Port", _server.Port.ToString(CultureInfo.InvariantCulture)), ("Inbox:Security", "None"), ("Inbox:User", Name), ("Inbox:Password", ImapServer.Password),
        ("Inbox:Folder", Folder), ("Inbox:TimeoutSeconds", "20"),
    ];

    public static async Task<Mailbox> New(ImapServer server, string folder = "INBOX")
    {
        var box = new Mailbox(server, await server.NewBox(Cancel)) { Folder = folder };
        if (folder != "INBOX")
        {
            await box.MakeFolder();
        }

        return box;
    }

    public Task MakeFolder() => With(async client => await (await client.GetFolderAsync(client.PersonalNamespaces[0].Path, Cancel)).CreateAsync(Folder, true, Cancel));

    public Task RemoveFolder() => With(async client => await (await client.GetFolderAsync(Folder, Cancel)).DeleteAsync(Cancel));

    /// <summary>Puts messages into it, as a mail server does.</summary>
    public Task Deliver(params IReadOnlyList<MimeMessage> messages) => In(FolderAccess.ReadWrite, async folder =>
    {
        foreach (var some in messages.Chunk(1000))
        {
            await folder.AppendAsync([.. some.Select(m => (IAppendRequest)new AppendRequest(m, MessageFlags.None))], Cancel);
        }
    });

    /// <summary>The subjects of what its owner has not read.</summary>
    public Task<List<string>> Unread() => Subjects(flags => !flags.HasFlag(MessageFlags.Seen));

    /// <summary>The subjects of all that is there.</summary>
    public Task<List<string>> All() => Subjects(_ => true);

    /// <summary>Takes back that anything was read.</summary>
    public Task MarkUnread() => In(FolderAccess.ReadWrite, async folder =>
        await folder.StoreAsync(await folder.SearchAsync(MailKit.Search.SearchQuery.All, Cancel), new StoreFlagsRequest(StoreAction.Remove, MessageFlags.Seen), Cancel));

    private async Task<List<string>> Subjects(Func<MessageFlags, bool> which)
    {
        List<string> subjects = [];
        await In(FolderAccess.ReadOnly, async folder => subjects.AddRange(
            (await folder.FetchAsync(0, -1, new FetchRequest(MessageSummaryItems.Flags | MessageSummaryItems.Envelope), Cancel)).Where(m => which(m.Flags!.Value)).Select(m => m.Envelope!.Subject ?? "")));
        return subjects;
    }

    private Task In(FolderAccess access, Func<IMailFolder, Task> work) => With(async client =>
    {
        var folder = await client.GetFolderAsync(Folder, Cancel);
        await folder.OpenAsync(access, Cancel);
        await work(folder);
    });

    private async Task With(Func<ImapClient, Task> work)
    {
        using var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", _server.Port, SecureSocketOptions.None, Cancel);
        await client.AuthenticateAsync(Name, ImapServer.Password, Cancel);
        await work(client);
        await client.DisconnectAsync(true, Cancel);
    }
}
