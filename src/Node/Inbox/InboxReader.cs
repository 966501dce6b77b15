using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MimeKit;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Inbox;

/// <summary>
/// Looks into the mailbox every few minutes for what programs send to this node: returned letters, and what features understand (<see cref="IReadsMail"/>). What was
/// read is marked as read, after the transaction that moves on; everything else stays as it is, for the people whose mailbox it is.
/// </summary>
public sealed partial class InboxReader(
    CurrentInbox current, Database database, LetterOutbox outbox, IEnumerable<IReadsMail> readers, TimeProvider clock, ILogger<InboxReader> log) : BackgroundService
{
    /// <summary>The most octets of a part that are fetched: a reply or a report has a few thousand.</summary>
    public const int LargestPart = 64 * 1024;

    // Moving on after every so many loses little when the connection breaks.
    private const int Page = 100;

    private readonly IReadsMail[] readers = [.. readers];
    private readonly SemaphoreSlim turn = new(1, 1);
    private uint stuckAt;

    /// <summary>Why the mailbox could not be read the last time; empty when it could, or nobody has looked yet.</summary>
    public string Trouble { get; private set; } = "";

    /// <summary>When it was last tried; null when nobody has looked since the start.</summary>
    public DateTimeOffset? LookedAt { get; private set; }

    /// <summary>Signs in and looks how many messages there are, for whoever sets it up.</summary>
    /// <returns>Why it did not work, or how many there are.</returns>
    public async Task<(string Why, int Messages)> Try(CancellationToken cancellationToken)
    {
        try
        {
            await using var mailbox = await InboxConnection.Open(current.Options, cancellationToken).ConfigureAwait(false);
            Trouble = "";
            LookedAt = clock.GetUtcNow();
            return ("", mailbox.Folder.Count);
        }
        catch (Exception failure) when (TroubleOf(failure, cancellationToken) is { } why)
        {
            Trouble = why;
            LookedAt = clock.GetUtcNow();
            return (why, 0);
        }
    }

    /// <summary>Reads all that has come since the last time.</summary>
    public async Task Look(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!current.IsSetUp)
            {
                Trouble = "";
                return;
            }

            var options = current.Options;
            await using var mailbox = await InboxConnection.Open(options, cancellationToken).ConfigureAwait(false);
            var last = await LastRead(options.Mailbox, mailbox.Folder.UidValidity, cancellationToken).ConfigureAwait(false);
            var found = await mailbox.Folder.SearchAsync(SearchQuery.Uids(new UniqueIdRange(new UniqueId(last + 1), UniqueId.MaxValue)), mailbox.Step).ConfigureAwait(false);
            // A server that has nothing newer names its newest.
            foreach (var page in found.Where(uid => uid.Id > last).Order().Chunk(Page))
            {
                await ReadPage(mailbox, options.Mailbox, page, cancellationToken).ConfigureAwait(false);
            }

            if (Trouble.Length > 0)
            {
                LogBack(options.Host);
            }

            Trouble = "";
            LookedAt = clock.GetUtcNow();
        }
        catch (Exception failure) when (TroubleOf(failure, cancellationToken) is { } why)
        {
            LookedAt = clock.GetUtcNow();
            if (Trouble != why)
            {
                LogOut(current.Options.Host, current.Options.Port, why);
            }

            Trouble = why;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        turn.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(TimeSpan.FromMinutes(current.Options.EveryMinutes), clock, stoppingToken).ConfigureAwait(false);
            try
            {
                await Look(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (IsOurs(failure))
            {
                LogFailed(failure); // what came is read next time
            }
        }
    }

    // Storage, or a silo, that is away: nothing is wrong with the mailbox.
    private static bool IsOurs(Exception failure) => failure is OrleansException || StorageFailure.Is(failure);

    // A server of which even the library does not know what it means must not end the program.
    private static string? TroubleOf(Exception failure, CancellationToken stopping) =>
        InboxConnection.KindOf(failure, stopping) ?? (failure is OperationCanceledException || IsOurs(failure) ? null : InboxConnection.NotOpened);

    private async Task ReadPage(InboxConnection mailbox, string name, UniqueId[] page, CancellationToken cancellationToken)
    {
        var folder = mailbox.Folder;
        List<UniqueId> read = [];
        List<Func<Transaction, Task>> works = [];
        foreach (var message in await folder.FetchAsync(page, new FetchRequest(MessageSummaryItems.UniqueId | MessageSummaryItems.BodyStructure), mailbox.Step).ConfigureAwait(false))
        {
            if (await Read(mailbox, message, cancellationToken).ConfigureAwait(false) is { } work)
            {
                works.Add(work);
                read.Add(message.UniqueId);
            }
        }

        await database.Write(
            async transaction =>
            {
                foreach (var work in works)
                {
                    await work(transaction).ConfigureAwait(false);
                }

                await transaction.Execute(
                    """
                    insert into inbox_cursor (one, mailbox, uid_validity, last_uid) values (1, @name, @validity, @uid)
                    on conflict (one) do update set mailbox = excluded.mailbox, uid_validity = excluded.uid_validity, last_uid = excluded.last_uid
                    """,
                    new { name, validity = (long)folder.UidValidity, uid = (long)page[^1].Id }).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        await MarkAsRead(mailbox, read).ConfigureAwait(false);
    }

    // Where it was, in this mailbox and as long as the server counts as it did; else from the beginning: reading something twice changes nothing.
    private async Task<uint> LastRead(string mailbox, uint validity, CancellationToken cancellationToken) => (uint)await database.Find<long>(
        "select last_uid from inbox_cursor where mailbox = @mailbox and uid_validity = @validity", new { mailbox, validity = (long)validity }, cancellationToken).ConfigureAwait(false);

    // A message that breaks its reader must not keep the others: it is a fault of ours, told in the log, and stays unread.
    private async Task<Func<Transaction, Task>?> Read(InboxConnection mailbox, IMessageSummary message, CancellationToken cancellationToken)
    {
        try
        {
            return message.Body is null ? null
                : ReturnedLetter.PartsOf(message.Body) is var (status, returned) ? await Returned(mailbox, message.UniqueId, status, returned, cancellationToken).ConfigureAwait(false)
                : await Given(mailbox, message, cancellationToken).ConfigureAwait(false);
        }
        catch (MessageNotFoundException)
        {
            return null; // somebody has deleted it meanwhile
        }
        catch (FormatException)
        {
            return null; // what strangers send need not make sense
        }
        catch (ImapCommandException refused) when (stuckAt == message.UniqueId.Id)
        {
            // The server will not hand it out: once may be its bad day, twice is the message.
            LogUnread(message.UniqueId.Id, refused.GetType().Name, refused.StackTrace);
            return null;
        }
        catch (ImapCommandException)
        {
            stuckAt = message.UniqueId.Id;
            throw;
        }
        catch (Exception failure) when (failure is not OperationCanceledException && InboxConnection.KindOf(failure, cancellationToken) is null && !IsOurs(failure))
        {
            LogUnread(message.UniqueId.Id, failure.GetType().Name, failure.StackTrace); // its words may repeat the message's
            return null;
        }
    }

    private async Task<Func<Transaction, Task>?> Returned(InboxConnection mailbox, UniqueId uid, BodyPartBasic status, BodyPartBasic returned, CancellationToken cancellationToken)
    {
        // Of a whole letter that comes back, the structure says the Message-ID already.
        var messageId = returned is BodyPartMessage whole ? whole.Envelope?.MessageId : (await Part(mailbox, uid, returned).ConfigureAwait(false) as MessagePart)?.Message?.MessageId;
        if (messageId is null || ReturnedLetter.Of(await Part(mailbox, uid, status).ConfigureAwait(false), messageId) is not { } report
            || await outbox.Find(report.Letter, cancellationToken).ConfigureAwait(false) is null)
        {
            return null;
        }

        return transaction => report.Code is { } code ? LetterOutbox.Return(transaction, report.Letter, code) : Task.CompletedTask;
    }

    private async Task<Func<Transaction, Task>?> Given(InboxConnection mailbox, IMessageSummary message, CancellationToken cancellationToken)
    {
        foreach (var part in Leaves(message.Body!))
        {
            if (Array.Find(readers, r => r.Reads(part.ContentType)) is { } reader)
            {
                return await Part(mailbox, message.UniqueId, part).ConfigureAwait(false) is TextPart text ? await reader.Read(text.Text, cancellationToken).ConfigureAwait(false) : null;
            }
        }

        return null;
    }

    // What somebody forwards is theirs.
    private static IEnumerable<BodyPartBasic> Leaves(BodyPart part) => part switch
    {
        BodyPartMultipart several => several.BodyParts.SelectMany(Leaves),
        BodyPartBasic one and not BodyPartMessage => [one],
        _ => [],
    };

    private static async Task<MimeEntity?> Part(InboxConnection mailbox, UniqueId uid, BodyPartBasic part) =>
        part.Octets <= LargestPart ? await mailbox.Folder.GetBodyPartAsync(uid, part, mailbox.Step).ConfigureAwait(false) : null;

    private static async Task MarkAsRead(InboxConnection mailbox, List<UniqueId> read)
    {
        if (read.Count == 0)
        {
            return;
        }

        if (mailbox.Folder.Access != FolderAccess.ReadWrite)
        {
            await mailbox.Folder.OpenAsync(FolderAccess.ReadWrite, mailbox.Step).ConfigureAwait(false);
        }

        await mailbox.Folder.StoreAsync(read, new StoreFlagsRequest(StoreAction.Add, MessageFlags.Seen) { Silent = true }, mailbox.Step).ConfigureAwait(false);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The inbox at {Host}:{Port} cannot be read ({Why}); what came waits there")]
    private partial void LogOut(string host, int port, string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "The inbox at {Host} can be read again")]
    private partial void LogBack(string host);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Uid} of the inbox could not be read ({Kind}); it stays there\n{Trace}")]
    private partial void LogUnread(uint uid, string kind, string? trace);

    [LoggerMessage(Level = LogLevel.Error, Message = "What came into the inbox could not be stored")]
    private partial void LogFailed(Exception failure);
}
