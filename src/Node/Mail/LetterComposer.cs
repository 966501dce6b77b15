using System.Text;
using System.Text.Encodings.Web;
using MimeKit;
using MimeKit.Text;

namespace RecoveryCoP.Node.Mail;

/// <summary>Makes of a letter the message that leaves: plain text and simple HTML, from whom it is, and the headers that keep mail programs from answering.</summary>
internal sealed class LetterComposer(string host, Func<bool, Text> senderName, Func<string> replyTo, CurrentMail current, TimeProvider clock)
{
    /// <summary>Whom letters are from.</summary>
    public string SenderAddress => current.Options is var options && options.SenderAddress is { } address ? address
        : MailboxAddress.TryParse(options.User, out var user) && user.Address.Contains('@', StringComparison.Ordinal) ? user.Address : $"messages@{host}";

    /// <summary>The message; the caller disposes it.</summary>
    public MimeMessage Compose(Letter letter)
    {
        var message = new MimeMessage
        {
            MessageId = $"{letter.Id}@{host}",
            Date = clock.GetUtcNow(),
            Subject = letter.Subject,
            Body = Body(letter),
        };
        message.From.Add(new MailboxAddress(SenderName(letter), SenderAddress));
        // Nobody reads what is answered to a machine; where the community gave the public an address, a person reads that.
        if (MailboxAddress.TryParse(replyTo(), out var contact) && contact.Address.Contains('@', StringComparison.Ordinal))
        {
            message.ReplyTo.Add(new MailboxAddress("", contact.Address));
        }

        message.To.Add(new MailboxAddress("", letter.To));
        message.Headers.Add(HeaderId.ContentLanguage, letter.Language);
        // Out-of-office replies to a machine help nobody (RFC 3834).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (letter.Unsubscribe is { } unsubscribe)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        return message;
    }

    // What the settings say stands for the neutral name, which its reader may have put aside.
    private string SenderName(Letter letter) =>
        letter.HasNamedSender || current.Options.SenderName is not { } set ? senderName(letter.HasNamedSender).In(Localization.Language.Of(letter.Language)) : set;

    private static MimeEntity Body(Letter letter)
    {
        var texts = new MultipartAlternative { new TextPart(TextFormat.Plain) { Text = letter.Body }, new TextPart(TextFormat.Html) { Text = Html(letter) } };
        if (letter.Files.Count == 0)
        {
            return texts;
        }

        var mixed = new Multipart("mixed") { texts };
        foreach (var file in letter.Files)
        {
            mixed.Add(Attached(file));
        }

        return mixed;
    }

    private static MimePart Attached(LetterFile file)
    {
        var type = ContentType.Parse(file.ContentType);
        if (file.Bytes is { } bytes)
        {
            return new MimePart(type) { Content = new MimeContent(new MemoryStream(bytes)), ContentTransferEncoding = ContentEncoding.Base64, ContentDisposition = new(ContentDisposition.Attachment) { FileName = file.Name } };
        }

        var part = new TextPart(type.MediaSubtype) { Text = file.Text, ContentDisposition = new(ContentDisposition.Attachment) { FileName = file.Name } };
        foreach (var parameter in type.Parameters)
        {
            part.ContentType.Parameters[parameter.Name] = parameter.Value;
        }

        return part;
    }

    // The same lines, and nothing that a reader would have to load. An address that stands alone below what it is for becomes that line's link: it may be long.
    private static string Html(Letter letter)
    {
        var html = new StringBuilder($"<!DOCTYPE html><html lang=\"{letter.Language}\"><body style=\"font-family: sans-serif; font-size: 16px; line-height: 1.5\">\n");
        var lines = letter.Body.ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            var words = HtmlEncoder.Default.Encode(lines[at]);
            if (at + 1 < lines.Length && IsAddress(lines[at + 1]) && lines[at].Length > 0)
            {
                words = $"<a href=\"{HtmlEncoder.Default.Encode(lines[at + 1])}\">{HtmlEncoder.Default.Encode(lines[at].TrimEnd(':', '\u00a0'))}</a>";
                at++;
            }
            else if (IsAddress(lines[at]))
            {
                words = $"<a href=\"{words}\">{words}</a>";
            }

            html.Append(words).Append("<br>\n");
        }

        return html.Append("</body></html>\n").ToString();
    }

    private static bool IsAddress(string line) => !line.Contains(' ', StringComparison.Ordinal) && Uri.TryCreate(line, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
