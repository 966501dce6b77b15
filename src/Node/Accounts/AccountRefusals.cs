using RecoveryCoP.Node.Rules;

namespace RecoveryCoP.Node.Accounts;

/// <summary>Why a command about people was refused.</summary>
public static class AccountRefusals
{
    /// <summary>The actor's roles do not allow it.</summary>
    public const string NotYours = "account.not-yours";

    /// <summary>The last steward or operator would be gone.</summary>
    public const string LastKeeper = "account.last-keeper";

    /// <summary>No name was given.</summary>
    public const string NameMissing = "account.name-missing";

    /// <summary>The name is longer than its limit; argument: the limit in characters.</summary>
    public const string NameTooLong = "account.name-too-long";

    /// <summary>The name has control characters.</summary>
    public const string NameUnreadable = "account.name-unreadable";

    /// <summary>Not exactly one e-mail address of at most 254 characters.</summary>
    public const string AddressInvalid = "account.address-invalid";

    /// <summary>Somebody here already has the address.</summary>
    public const string AddressTaken = "account.address-taken";

    /// <summary>No language was chosen.</summary>
    public const string LanguageMissing = "account.language-missing";

    /// <summary>The program has no such role.</summary>
    public const string NoSuchRole = "account.no-such-role";

    /// <summary>There is no such person, or they have left.</summary>
    public const string NoSuchPerson = "account.no-such-person";

    /// <summary>They hold the role already.</summary>
    public const string RoleHeld = "account.role-held";

    /// <summary>They do not hold the role.</summary>
    public const string RoleNotHeld = "account.role-not-held";

    /// <summary>Their texts.</summary>
    public static RefusalText[] Texts { get; } =
    [
        new(NotYours, new("Votre rôle ne permet pas de faire cela. Parlez-en à une personne qui gère les accès.", "Your role does not let you do this. Talk to someone who manages access.")),
        new(LastKeeper, new("C’est la dernière personne qui peut gérer les accès. Donnez d’abord ce rôle à quelqu’un d’autre.", "This is the last person who can manage access. Give this role to someone else first.")),
        new(NameMissing, new("Écrivez un nom. Un pseudonyme convient.", "Write a name. A pseudonym is fine.")),
        new(NameTooLong, new("Ce nom est trop long\u00a0: {0} caractères au plus.", "This name is too long: {0} characters at most.")),
        new(NameUnreadable, new("Ce nom contient des caractères invisibles. Tapez-le de nouveau.", "This name contains invisible characters. Type it again.")),
        new(AddressInvalid, new("Écrivez une seule adresse courriel, comme nom@exemple.org.", "Write one e-mail address, such as name@example.org.")),
        new(AddressTaken, new("Quelqu’un a déjà cette adresse ici. Cherchez cette personne dans la liste.", "Somebody here already has this address. Look for them in the list.")),
        new(LanguageMissing, new("Choisissez la langue des courriels.", "Choose the language for e-mail.")),
        new(NoSuchRole, new("Choisissez un rôle de la liste.", "Choose a role from the list.")),
        new(NoSuchPerson, new("Cette personne n’est plus ici. Rechargez la page.", "This person is no longer here. Reload the page.")),
        new(RoleHeld, new("Cette personne a déjà ce rôle.", "This person already holds this role.")),
        new(RoleNotHeld, new("Cette personne n’a plus ce rôle.", "This person no longer holds this role.")),
    ];
}
