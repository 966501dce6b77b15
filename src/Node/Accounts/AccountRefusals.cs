namespace RecoveryCoP.Node.Accounts;

/// <summary>Why a command about people was refused.</summary>
public static class AccountRefusals
{
    /// <summary>Their texts.</summary>
    public static RefusalText[] Texts { get; } =
    [
        new("account.not-yours", new("Votre rôle ne permet pas de faire cela. Parlez-en à une personne qui gère les accès.", "Your role does not let you do this. Talk to someone who manages access.")),
        new("account.last-administrator", new("C’est la dernière personne qui peut gérer les accès. Donnez d’abord ce rôle à quelqu’un d’autre.", "This is the last person who can manage access. Give this role to someone else first.")),
        new("account.name-missing", new("Écrivez un nom. Un pseudonyme convient.", "Write a name. A pseudonym is fine.")),
        new("account.address-invalid", new("Écrivez une seule adresse courriel, comme nom@exemple.org.", "Write one email address, such as name@example.org.")),
        new("account.address-taken", new("Quelqu’un a déjà cette adresse ici. Cherchez cette personne dans la liste.", "Somebody here already has this address. Look for them in the list.")),
        new("account.language-missing", new("Choisissez la langue des courriels.", "Choose the language for email.")),
        new("account.no-such-role", new("Choisissez un rôle de la liste.", "Choose a role from the list.")),
        new("account.address-unknown", new("Personne ici n’a cette adresse. Vérifiez-la.", "Nobody here has this address. Check it.")),
        new("account.no-such-person", new("Cette personne n’est plus ici. Rechargez la page.", "This person is no longer here. Reload the page.")),
        new("account.role-held", new("Cette personne a déjà ce rôle.", "This person already holds this role.")),
        new("account.role-not-held", new("Cette personne n’a plus ce rôle.", "This person no longer holds this role.")),
    ];
}
