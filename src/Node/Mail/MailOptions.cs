using System.ComponentModel.DataAnnotations;

namespace RecoveryCoP.Node.Mail;

/// <summary>Who mail says it is from. Section <c>Mail</c>.</summary>
/// <remarks>Neutral by default: the sender's name shows on a lock screen.</remarks>
public sealed record MailOptions
{
    /// <summary>The sender's name. Default: Messages, the same word in both languages.</summary>
    [Required, StringLength(60)]
    public string SenderName { get; init; } = "Messages";

    /// <summary>The sender's address. Default: <c>messages</c> at the host of the public address.</summary>
    [EmailAddress]
    public string? SenderAddress { get; init; }
}
