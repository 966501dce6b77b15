using RecoveryCoP.Node.Rules;

namespace RecoveryCoP.Node.Founding;

/// <summary>Why a founding is refused.</summary>
public static class FoundingRefusals
{
    /// <summary>Neither name was given.</summary>
    public const string NameMissing = "founding.name-missing";

    /// <summary>No region was chosen.</summary>
    public const string RegionMissing = "founding.region-missing";

    /// <summary>The person in charge of personal information was left out.</summary>
    public const string PrivacyOfficerMissing = "founding.privacy-officer-missing";

    /// <summary>The first person's name was left out.</summary>
    public const string PersonMissing = "founding.person-missing";

    /// <summary>A line is too long or holds unreadable characters.</summary>
    public const string LineUnusable = "founding.line-unusable";

    /// <summary>The code is not the one on the console.</summary>
    public const string CodeWrong = "founding.code-wrong";

    /// <summary>Too many wrong codes: there is a new one.</summary>
    public const string CodeRenewed = "founding.code-renewed";

    /// <summary>The node is founded already.</summary>
    public const string AlreadyFounded = "founding.already-founded";

    /// <summary>Their texts.</summary>
    public static IReadOnlyList<RefusalText> Texts { get; } =
    [
        new(NameMissing, new("Donnez un nom à la communauté, en français ou en anglais.", "Give the community a name, in French or in English.")),
        new(RegionMissing, new("Choisissez la région.", "Choose the region.")),
        new(PrivacyOfficerMissing, new("Dites qui est responsable des renseignements personnels et comment joindre cette personne. La loi le demande.", "Say who is in charge of personal information, and how to reach that person. The law asks for it.")),
        new(PersonMissing, new("Écrivez votre nom, ou le nom que vous voulez porter ici.", "Write your name, or the name you want to go by here.")),
        new(LineUnusable, new("Écrivez une seule ligne d’au plus {0} caractères.", "Write a single line of at most {0} characters.")),
        new(CodeWrong, new("Ce n’est pas le code affiché sur la console du serveur. Vérifiez-le et réessayez.", "That is not the code shown on the server’s console. Check it and try again.")),
        new(CodeRenewed, new("Trop d’essais. La console du serveur affiche maintenant un nouveau code.", "Too many tries. The server’s console now shows a new code.")),
        new(AlreadyFounded, new("Cette communauté est déjà fondée.", "This community is founded already.")),
    ];
}
