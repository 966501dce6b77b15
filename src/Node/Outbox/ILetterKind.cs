using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Mail;

namespace RecoveryCoP.Node.Outbox;

/// <summary>A kind of letter that people choose to get or not. The feature that has something to tell registers it, and writes the letters when they go.</summary>
public interface ILetterKind
{
    /// <summary>Its code, e.g. <c>reminder</c>: in the outbox, and in what people chose.</summary>
    string Code { get; }

    /// <summary>What it is called where people choose.</summary>
    Text Name { get; }

    /// <summary>The same moment, or the end of the hours in which nobody is to be woken by a letter of this kind that can wait.</summary>
    DateTimeOffset NotBefore(DateTimeOffset now);

    /// <summary>Writes a recorded letter as things stand now; null when there is nothing to tell any more.</summary>
    Task<Letter?> Write(RecordedLetter letter, Account reader, CancellationToken cancellationToken);
}

/// <summary>Sends letters, which count for the day's limit: the outbox, and whatever writes to people who have no account.</summary>
public interface ISendsLetters
{
    /// <summary>How many went in the last 24 hours.</summary>
    Task<long> SentLately(CancellationToken cancellationToken);
}
