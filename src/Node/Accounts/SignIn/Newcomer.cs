using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>Somebody who asks to join: what they say of themselves, as typed. Nothing comes of it until the address has answered.</summary>
/// <param name="Name">The name they want to go by, 1 to 80 characters.</param>
/// <param name="Address">Their email address.</param>
/// <param name="Language">The language of their mail: <c>fr</c> or <c>en</c>.</param>
/// <param name="Pledge">What they agreed to, in the program's own words; the node only carries it to <see cref="IMembershipListener"/>.</param>
public sealed record Newcomer(string? Name, string? Address, string? Language, string Pledge);

/// <summary>What a newcomer has to say.</summary>
public sealed class NewcomerValidator() : FormValidator<Newcomer>([PersonForm.NameField, PersonForm.AddressField, PersonForm.LanguageField])
{
    /// <summary>The one there is.</summary>
    public static NewcomerValidator Instance { get; } = new();
}
