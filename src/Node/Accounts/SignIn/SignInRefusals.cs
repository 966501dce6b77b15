using RecoveryCoP.Node.Rules;

namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>Why a link or a code does not open the door.</summary>
public static class SignInRefusals
{
    /// <summary>What was typed is neither a code nor a link.</summary>
    public const string Unreadable = "sign-in.unreadable";

    /// <summary>A good link, in a browser that did not ask for it.</summary>
    public const string OtherBrowser = "sign-in.other-browser";

    /// <summary>The link was used already.</summary>
    public const string Used = "sign-in.used";

    /// <summary>The link's time is over.</summary>
    public const string Expired = "sign-in.expired";

    /// <summary>The link is unknown: mistyped, or replaced by a newer one.</summary>
    public const string UnknownLink = "sign-in.unknown-link";

    /// <summary>The code is not the one in the letter; it can be typed again.</summary>
    public const string WrongCode = "sign-in.wrong-code";

    /// <summary>No code is good in this browser: none was asked for here, or it is used, too old, or mistyped too often.</summary>
    public const string NoCode = "sign-in.no-code";

    /// <summary>Too many requests came from the reader's network.</summary>
    public const string TooMany = "sign-in.too-many";

    /// <summary>Their texts.</summary>
    public static RefusalText[] Texts { get; } =
    [
        new(Unreadable, new("Écrivez les huit lettres et chiffres du code, comme ABCD-2345, ou collez le lien au complet.", "Write the eight letters and digits of the code, such as ABCD-2345, or paste the whole link.")),
        new(OtherBrowser, new("Ce lien a été demandé dans un autre navigateur ou sur un autre appareil. Allez-y et tapez le code du courriel, ou demandez un lien ici.", "This link was asked for in another browser or on another device. Go there and type the code from the e-mail, or ask for a link here.")),
        new(Used, new("Ce lien a déjà servi. Demandez-en un autre.", "This link has been used already. Ask for another one.")),
        new(Expired, new("Ce lien n’est plus bon\u00a0: son temps est écoulé. Demandez-en un autre.", "This link is no longer good: its time has run out. Ask for another one.")),
        new(UnknownLink, new("Ce lien n’est pas bon. Prenez celui du dernier courriel reçu, ou demandez-en un autre.", "This link is not good. Use the one in the latest e-mail, or ask for another one.")),
        new(WrongCode, new("Ce n’est pas le bon code. Vérifiez-le dans le dernier courriel reçu, puis tapez-le de nouveau.", "This is not the right code. Check it in the latest e-mail, then type it again.")),
        new(NoCode, new("Aucun code n’est valide dans ce navigateur. Demandez-en un autre ici, puis tapez-le dans ce même navigateur.", "No code is valid in this browser. Ask for another one here, then type it in this same browser.")),
        new(TooMany, new("Trop de demandes sont venues de votre réseau. Réessayez dans une heure.", "Too many requests came from your network. Try again in an hour.")),
    ];
}
