using System.ComponentModel.DataAnnotations;

namespace RecoveryCoP.Node.Mail;

/// <summary>Who mail says it is from. Section <c>Mail</c>.</summary>
public sealed record MailOptions
{
    /// <summary>The sender's name, which shows on a lock screen. Default: what browser tabs call the place, in the letter's language.</summary>
    [StringLength(60, MinimumLength = 1)]
    public string? SenderName { get; init; }

    /// <summary>The sender's address. Default: <c>messages</c> at the host of the public address.</summary>
    [EmailAddress]
    public string? SenderAddress { get; init; }
}
