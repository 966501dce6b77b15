namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>Why a link or a code does not sign anybody in.</summary>
public static class SignInRefusals
{
    /// <summary>Their texts.</summary>
    public static RefusalText[] Texts { get; } =
    [
        new("sign-in.unreadable", new("Écrivez les huit lettres et chiffres du code, comme ABCD-2345, ou collez le lien au complet.", "Write the eight letters and digits of the code, such as ABCD-2345, or paste the whole link.")),
        new("sign-in.other-browser", new("Ce lien a été demandé dans un autre navigateur ou sur un autre appareil. Allez-y et tapez le code du courriel; ou demandez un lien ici, puis tapez ici le code du dernier courriel reçu.", "This link was asked for in another browser or on another device. Go there and type the code from the email; or ask for a link here, then type here the code of the latest email you got.")),
        new("sign-in.used", new("Ce lien a déjà servi. Demandez-en un autre.", "This link has been used already. Ask for another one.")),
        new("sign-in.expired", new("Ce lien a expiré. Demandez-en un autre.", "This link has expired. Ask for another one.")),
        new("sign-in.unknown-link", new("Ce lien n’est pas valide. Prenez celui du dernier courriel reçu, ou demandez-en un autre.", "This link is not valid. Use the one in the latest email, or ask for another one.")),
        new("sign-in.wrong-code", new("Ce n’est pas le bon code. Vérifiez-le dans le dernier courriel reçu, puis tapez-le de nouveau.", "This is not the right code. Check it in the latest email, then type it again.")),
        new("sign-in.no-code", new("Aucun code n’est valide dans ce navigateur. Demandez-en un autre ici, puis tapez-le dans ce même navigateur.", "No code is valid in this browser. Ask for another one here, then type it in this same browser.")),
        new("sign-in.too-many", new("Trop de demandes sont venues de votre connexion Internet. Réessayez dans quelques minutes.", "Too many requests came from your Internet connection. Try again in a few minutes.")),
    ];
}
