using System.Globalization;
using MimeKit;
using MimeKit.Text;

namespace RecoveryCoP.Chapter.Tests.Inbox;

/// <summary>What arrives in a mailbox: written as calendar programs, mail servers and people write it.</summary>
internal static class Post
{
    /// <summary>A calendar file of a letter, unfolded.</summary>
    public static string CalendarOf(MimeMessage letter) =>
        letter.BodyParts.OfType<TextPart>().Single(p => p.ContentType.IsMimeType("text", "calendar")).Text.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal);

    /// <summary>What stands after a property's name and parameters.</summary>
    public static string ValueOf(string calendar, string property) =>
        calendar.Split('\n').Single(l => l.StartsWith(property + ":", StringComparison.Ordinal) || l.StartsWith(property + ";", StringComparison.Ordinal))[property.Length..] is var rest && property == "ATTENDEE"
            ? rest[(rest.IndexOf("mailto:", StringComparison.Ordinal) + 7)..]
            : rest[(rest.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>The answer of a calendar program to an invitation, as RFC 5546, 3.2.3 has it.</summary>
    public static MimeMessage Reply(MimeMessage invitation, string status, DateTimeOffset stamp, Func<string, string>? altered = null, string method = "REPLY")
    {
        var asked = CalendarOf(invitation);
        var text = string.Join(
            "\r\n",
            "BEGIN:VCALENDAR", "PRODID:-//Un calendrier//FR", "VERSION:2.0", $"METHOD:{method}", "BEGIN:VEVENT",
            $"DTSTART:{ValueOf(asked, "DTSTART")}", $"DTEND:{ValueOf(asked, "DTEND")}", $"DTSTAMP:{stamp.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}",
            $"ORGANIZER;CN=x:{ValueOf(asked, "ORGANIZER")}", $"UID:{ValueOf(asked, "UID")}",
            $"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={status};CN=Voisine:mailto:{ValueOf(asked, "ATTENDEE")}",
            $"SEQUENCE:{ValueOf(asked, "SEQUENCE")}", "STATUS:CONFIRMED", "SUMMARY:Rencontre", "TRANSP:OPAQUE", "END:VEVENT", "END:VCALENDAR", "");
        var answer = new TextPart("calendar") { Text = altered?.Invoke(text) ?? text };
        answer.ContentType.Parameters["method"] = method;
        return Message($"Réponse {status}", new MultipartAlternative { new TextPart(TextFormat.Plain) { Text = "Une personne a répondu." }, answer });
    }

    /// <summary>The report of a mail server that could not deliver a letter, as RFC 3464 has it.</summary>
    public static MimeMessage Report(MimeMessage letter, string action, string status, bool whole = false, string? messageId = null)
    {
        var of = new MessageDeliveryStatus();
        of.StatusGroups.Add([new Header("Reporting-MTA", "dns; mx.exemple.org")]);
        of.StatusGroups.Add([new Header("Final-Recipient", $"rfc822; {letter.To.Mailboxes.Single().Address}"), new Header("Action", action), new Header("Status", status)]);
        var returned = new MimeMessage();
        foreach (var header in letter.Headers)
        {
            returned.Headers.Replace(header.Id == HeaderId.Unknown ? new Header(header.Field, header.Value) : new Header(header.Id, header.Value));
        }

        returned.MessageId = messageId ?? letter.MessageId!;
        returned.Body = new TextPart(TextFormat.Plain) { Text = whole ? "Bonjour," : "" };
        var report = new MultipartReport("delivery-status") { new TextPart(TextFormat.Plain) { Text = "Votre message n’a pas été remis." }, of };
        report.Add(whole ? new MessagePart { Message = returned } : new TextRfc822Headers { Message = returned });
        return Message($"Avis {action} {status}", report);
    }

    /// <summary>What somebody writes.</summary>
    public static MimeMessage Private(string subject) => Message(subject, new TextPart(TextFormat.Plain) { Text = "Une chose qui ne regarde que nous." });

    public static MimeMessage Message(string subject, MimeEntity body)
    {
        var message = new MimeMessage { Subject = subject, Body = body };
        message.From.Add(new MailboxAddress("", "quelqu-un@ailleurs.example"));
        message.To.Add(new MailboxAddress("", "messages@exemple.org"));
        return message;
    }
}
