using System.Text.RegularExpressions;
using MailKit;
using MimeKit;

namespace RecoveryCoP.Node.Inbox;

/// <summary>
/// A report that a letter was not delivered (RFC 3464). Which letter it is says the Message-ID of what is returned with it: nobody guesses one who did not get the letter,
/// so nobody else can make up such a report.
/// </summary>
/// <param name="Letter">The letter's id.</param>
/// <param name="Code">Why it can never be delivered, e.g. <c>5.1.1</c>; null for a report of anything else, such as a delay.</param>
internal sealed partial record ReturnedLetter(Guid Letter, string? Code)
{
    /// <summary>The parts that tell, by a message's structure; null when it is no such report.</summary>
    public static (BodyPartBasic Status, BodyPartBasic Returned)? PartsOf(BodyPart message)
    {
        if (message is not BodyPartMultipart report || !report.ContentType.IsMimeType("multipart", "report")
            || !string.Equals(report.ContentType.Parameters["report-type"], "delivery-status", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var parts = report.BodyParts.OfType<BodyPartBasic>().ToList();
        var status = parts.Find(p => p.ContentType.IsMimeType("message", "delivery-status") || p.ContentType.IsMimeType("message", "global-delivery-status"));
        var returned = parts.Find(p => p is BodyPartMessage || p.ContentType.IsMimeType("text", "rfc822-headers"));
        return status is null || returned is null ? null : (status, returned);
    }

    /// <summary>What the report says; null when it is not about a letter of ours.</summary>
    /// <param name="status">The part for programs.</param>
    /// <param name="messageId">The Message-ID of what came back.</param>
    public static ReturnedLetter? Of(MimeEntity? status, string? messageId) =>
        Guid.TryParseExact(messageId?.Trim('<', '>', ' ').Split('@')[0], "D", out var letter) && status is MessageDeliveryStatus report
            ? new(letter, report.StatusGroups.Skip(1).Select(CodeOf).FirstOrDefault(code => code is not null))
            : null;

    private static string? CodeOf(HeaderList recipient) =>
        string.Equals(recipient["Action"]?.Trim(), "failed", StringComparison.OrdinalIgnoreCase) && Permanent().Match(recipient["Status"]?.Trim() ?? "") is { Success: true } code ? code.Value : null;

    [GeneratedRegex(@"^5\.\d{1,3}\.\d{1,3}\b")]
    private static partial Regex Permanent();
}
