using FluentValidation;

namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>What the sign-in page's two forms send.</summary>
/// <param name="Address">The e-mail address that asks for a link.</param>
/// <param name="Key">A code or a link.</param>
internal sealed record SignInForm(string? Address, string? Key);

internal sealed class AskValidator : AbstractValidator<SignInForm>
{
    public AskValidator() => RuleFor(f => f.Address).Must(a => EmailAddress.Parse(a) is not null).WithErrorCode("account.address-invalid");
}

internal sealed class KeyValidator : AbstractValidator<SignInForm>
{
    public KeyValidator() => RuleFor(f => f.Key).Must(k => SignInKey.Read(k) is not null).WithErrorCode("sign-in.unreadable");
}
