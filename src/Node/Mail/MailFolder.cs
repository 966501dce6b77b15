using Microsoft.Extensions.Logging;
using MimeKit;
using MimeKit.Text;

namespace RecoveryCoP.Node.Mail;

/// <summary>
/// Where letters go while no mail server is set up: one <c>.eml</c> file each, in the folder <c>mail</c> of the data folder, which any mail program opens.
/// The console names the file, never the person.
/// </summary>
public sealed partial class MailFolder(string folder, string host, Func<Text> senderName, MailOptions options, TimeProvider clock, ILogger<MailFolder> log)
{
    /// <summary>Absolute path of the folder.</summary>
    public string Path => folder;

    /// <summary>The letters that are there, unfinished ones too, each with its file. What somebody else put there is none.</summary>
    internal IReadOnlyList<(Guid Id, string File)> Letters() => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, "*.eml*").Select(file => (IsLetter: Guid.TryParse(System.IO.Path.GetFileName(file).Split('.')[0], out var id), id, file)).Where(l => l.IsLetter).Select(l => (l.id, l.file))];

    /// <summary>Writes a letter; when this returns it is there, whole.</summary>
    /// <exception cref="IOException">The folder could not be written.</exception>
    public async Task Send(Letter letter, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsWindows())
        {
            // A letter holds an address and a key: nobody else on this machine reads it.
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        else
        {
            Directory.CreateDirectory(folder);
        }

        using var message = Compose(letter);
        var file = System.IO.Path.Combine(folder, $"{letter.Id}.eml");
        var unfinished = file + ".part";
        await using (var stream = File.Create(unfinished))
        {
            await message.WriteToAsync(stream, cancellationToken).ConfigureAwait(false);
        }

        File.Move(unfinished, file, overwrite: true);
        LogWritten(file);
    }

    private MimeMessage Compose(Letter letter)
    {
        var message = new MimeMessage
        {
            MessageId = $"{letter.Id}@{host}",
            Date = clock.GetUtcNow(),
            Subject = letter.Subject,
            Body = new TextPart(TextFormat.Plain) { Text = letter.Body },
        };
        message.From.Add(new MailboxAddress(options.SenderName ?? senderName().In(Language.Of(letter.Language)), options.SenderAddress ?? $"messages@{host}"));
        message.To.Add(new MailboxAddress("", letter.To));
        message.Headers.Add(HeaderId.ContentLanguage, letter.Language);
        // Out-of-office replies to a machine help nobody (RFC 3834).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "No mail server is set up; a letter was written to {File}")]
    private partial void LogWritten(string file);
}

/// <summary>A letter to one person, in plain text.</summary>
/// <param name="Id">Its id, which makes its Message-ID: the same letter written twice is one letter.</param>
/// <param name="To">The email address.</param>
/// <param name="Language">The language it is written in: <c>fr</c> or <c>en</c>.</param>
/// <param name="Subject">Discreet: it shows on a lock screen.</param>
/// <param name="Body">Lines of plain text.</param>
public sealed record Letter(Guid Id, string To, string Language, string Subject, string Body);
