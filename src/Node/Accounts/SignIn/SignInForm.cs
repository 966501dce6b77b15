using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>What the sign-in page's two forms send.</summary>
/// <param name="Address">The email address that asks for a link.</param>
/// <param name="Key">A code or a link.</param>
internal sealed record SignInForm(string? Address, string? Key);

internal sealed class AskValidator() : FormValidator<SignInForm>([PersonForm.AddressField]);

internal sealed class KeyValidator()
    : FormValidator<SignInForm>([new(nameof(SignInForm.Key), SignInText.Key) { Missing = "sign-in.unreadable", Accepts = typed => SignInKey.Read(typed) is not null }]);
