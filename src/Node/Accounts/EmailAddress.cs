using System.Globalization;
using System.Text;
using MimeKit;

namespace RecoveryCoP.Node.Accounts;

/// <summary>
/// One email address in the one form it is stored and compared in: lower case, composed accents, nothing invisible, no display name.
/// Its <see cref="ToString"/> hides it, so that it cannot slip into a log.
/// </summary>
public sealed record EmailAddress
{
    /// <summary>The longest address mail can be sent to (RFC 5321, 4.5.3.1.3: a path of 256 with its angle brackets), in characters.</summary>
    public const int MaxLength = 254;

    // A mail client would also take "Name <a@b.ca>", a list, or a mailbox without a domain.
    private static readonly ParserOptions Strict = new() { AllowAddressesWithoutDomain = false, AddressParserComplianceMode = RfcComplianceMode.Strict };

    private EmailAddress(string value) => Value = value;

    /// <summary>The address itself.</summary>
    public string Value { get; }

    /// <summary>As much of it as tells its holder which one it is, and somebody who looks over their shoulder little: <c>c…@exemple.org</c>.</summary>
    public string Masked => $"{Value[..1]}…{Value[Value.LastIndexOf('@')..]}";

    /// <summary>The address that was typed; null when it is not exactly one.</summary>
    public static EmailAddress? Parse(string? typed)
    {
        // Joiners and the like come along when an address is pasted from a page or a letter; nobody means them, and no mail would arrive.
        var text = string.Concat((typed ?? "").Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format)).Trim().ToLowerInvariant();
        if (text.Length is 0 or > MaxLength || text.Any(char.IsSurrogate) || text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '"' or '<' or '>' or ',' or ';' or '(' or ')'))
        {
            return null;
        }

        text = text.Normalize(NormalizationForm.FormC);
        return MailboxAddress.TryParse(Strict, text, out var mailbox) && mailbox.LocalPart.Length > 0 && mailbox.Domain.Length > 0
            ? new EmailAddress(text)
            : null;
    }

    /// <inheritdoc />
    public override string ToString() => "(email address)";
}
