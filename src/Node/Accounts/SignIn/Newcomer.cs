using FluentValidation;

namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>Somebody who asks to join: what they say of themselves, as typed. Nothing comes of it until the address has answered.</summary>
/// <param name="Name">The name they want to go by, 1 to 80 characters.</param>
/// <param name="Address">Their e-mail address.</param>
/// <param name="Language">The language of their mail: <c>fr</c> or <c>en</c>.</param>
/// <param name="Pledge">What they agreed to, in the program's own words; the node only carries it to <see cref="IMembershipListener"/>.</param>
public sealed record Newcomer(string? Name, string? Address, string? Language, string Pledge);

/// <summary>The shape of what a newcomer says.</summary>
public sealed class NewcomerValidator : AbstractValidator<Newcomer>
{
    /// <summary>The one there is.</summary>
    public static NewcomerValidator Instance { get; } = new();

    private NewcomerValidator()
    {
        RuleFor(n => n.Name).IsAName();
        RuleFor(n => n.Address).IsAnAddress();
        RuleFor(n => n.Language).IsALanguage();
    }
}
