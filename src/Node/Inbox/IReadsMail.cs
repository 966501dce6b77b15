using MimeKit;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Inbox;

/// <summary>
/// Something that people's programs send to the inbox, and that a feature understands. A message that nobody reads stays in the mailbox as it is, unread.
/// </summary>
public interface IReadsMail
{
    /// <summary>True for the one part of a message that it needs; asked of the message's structure, before anything of it is fetched.</summary>
    bool Reads(ContentType part);

    /// <summary>
    /// Reads that part. After a crash it may be given the same one again: doing it twice must do what doing it once does.
    /// </summary>
    /// <param name="text">The part, at most <see cref="InboxReader.LargestPart"/> octets of it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null when it is not what it seemed to be: it stays unread. Otherwise what is left to do in the transaction that moves on.</returns>
    Task<Func<Transaction, Task>?> Read(string text, CancellationToken cancellationToken);
}
