using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.MailSetup;

/// <summary>What a feature adds to the page that sets mail. It answers its own forms, as a page does, and asks itself who sends them.</summary>
/// <param name="Component">A component that inherits <see cref="NodePage"/>.</param>
public sealed record MailSetupSection(Type Component);
