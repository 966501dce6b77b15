namespace RecoveryCoP.Node.Founding;

/// <summary>Why a founding is refused.</summary>
public static class FoundingRefusals
{
    /// <summary>Their texts.</summary>
    public static IReadOnlyList<RefusalText> Texts { get; } =
    [
        new("founding.name-missing", new("Donnez un nom, en français ou en anglais.", "Give a name, in French or in English.")),
        new("founding.region-missing", new("Choisissez la région.", "Choose the region.")),
        new("founding.privacy-officer-missing", new("Dites qui est responsable des renseignements personnels. La loi le demande.", "Say who is in charge of personal information. The law asks for it.")),
        new("founding.privacy-contact-missing", new("Dites comment joindre la personne responsable des renseignements personnels. La loi le demande.", "Say how to reach the person in charge of personal information. The law asks for it.")),
        new("founding.code-wrong", new("Ce n’est pas le code affiché sur la console du serveur. Vérifiez-le et réessayez.", "That is not the code shown on the server’s console. Check it and try again.")),
        new("founding.too-many-tries", new("Trop d’essais sont venus de votre connexion Internet. Réessayez dans une heure, ou passez par la console du serveur.", "Too many tries came from your Internet connection. Try again in an hour, or use the server’s console.")),
        new("founding.word-wrong", new("Ce n’est pas le mot {0} de la liste ci-dessus. Vérifiez votre papier.", "That is not word {0} of the list above. Check your paper.")),
        new("founding.already-founded", new("C’est déjà fondé. Entrez avec votre adresse courriel, ou choisissez un autre dossier de données.", "It is set up already. Sign in with your email address, or choose another data folder.")),
        .. AnswersFile.Texts,
    ];
}
