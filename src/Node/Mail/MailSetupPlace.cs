using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Node.Mail;

/// <summary>Where a server for mail is chosen; whoever has such a page registers it, and pages that would send lead there.</summary>
/// <param name="Path">The page.</param>
/// <param name="Access">Who may.</param>
public sealed record MailSetupPlace(Text Path, Access Access);
