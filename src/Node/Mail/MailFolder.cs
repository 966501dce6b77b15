using Microsoft.Extensions.Logging;

namespace RecoveryCoP.Node.Mail;

/// <summary>
/// Where letters go while no mail server is set up: one <c>.eml</c> file each, in the folder <c>mail</c> of the data folder, which any mail program opens.
/// The console names the file, never the person.
/// </summary>
public sealed partial class MailFolder
{
    private readonly string folder;
    private readonly LetterComposer composer;
    private readonly ILogger<MailFolder> log;

    internal MailFolder(string folder, LetterComposer composer, ILogger<MailFolder> log) => (this.folder, this.composer, this.log) = (folder, composer, log);

    /// <summary>Absolute path of the folder.</summary>
    public string Path => folder;

    /// <summary>The letters that are there, unfinished ones too, each with its file. What somebody else put there is none.</summary>
    internal IReadOnlyList<(Guid Id, string File)> Letters() => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, "*.eml*").Select(file => (IsLetter: Guid.TryParse(System.IO.Path.GetFileName(file).Split('.')[0], out var id), id, file)).Where(l => l.IsLetter).Select(l => (l.id, l.file))];

    /// <summary>Writes a letter; when this returns it is there, whole.</summary>
    /// <exception cref="IOException">The folder could not be written.</exception>
    internal async Task Write(Letter letter, CancellationToken cancellationToken)
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

        using var message = composer.Compose(letter);
        var file = System.IO.Path.Combine(folder, $"{letter.Id}.eml");
        var unfinished = file + ".part";
        await using (var stream = File.Create(unfinished))
        {
            await message.WriteToAsync(stream, cancellationToken).ConfigureAwait(false);
        }

        File.Move(unfinished, file, overwrite: true);
        LogWritten(file);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "No mail server is set up; a letter was written to {File}")]
    private partial void LogWritten(string file);
}
