using RecoveryCoP.Node.Accounts.Pages;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Accounts.NewAddress;

/// <summary>What the page of one's address says.</summary>
internal static class NewAddressText
{
    public static Text Path => PagePath.Of<NewAddressPage>();
    public static Text Title => new("Votre adresse courriel", "Your email address");
    public static Text Why => new("La changer, si vous en avez une autre.", "Change it, if you have another one.");
    public static Text Now => new("Celle que nous avons\u00a0: {0}. Elle sert à entrer et à vous écrire, et n’est montrée à personne.", "The one we have: {0}. You sign in with it and we write to you there; it is shown to nobody.");
    public static Text Asked => new("Un courriel est en route vers {0}. Tapez ici le code qu’il contient, d’ici {1} minutes. Votre adresse ne change qu’ensuite. Rien reçu? Vérifiez l’adresse et regardez dans les courriels indésirables.", "An email is on its way to {0}. Type its code here within {1} minutes. Your address changes only then. Nothing? Check the address, and look in your junk mail.");
    public static Text Code => new("Code", "Code");
    public static Text CodeHelp => new("Huit lettres et chiffres, comme ABCD-2345.", "Eight letters and digits, such as ABCD-2345.");
    public static Text ConfirmIt => new("Changer mon adresse", "Change my address");
    public static Text GiveUp => new("Garder l’adresse que j’ai", "Keep the address I have");
    public static Text NewTitle => new("Une autre adresse", "Another address");
    public static Text NewHelp => new("Un code y sera envoyé. Ensuite, vos autres sessions se ferment, et l’ancienne adresse reçoit un courriel qui le dit.", "A code will be sent to it. After that, your other sessions are closed, and the earlier address gets a message that says so.");
    public static Text Ask => new("Recevoir un code", "Get a code");

    public static Confirmation[] Done { get; } =
    [
        new("account.address-changed", new("Votre adresse est changée. Vos autres sessions sont fermées.", "Your address is changed. Your other sessions are closed.")),
        new("account.sign-in-to-move", new(
            "Pour changer d’adresse, entrez de nouveau\u00a0: recevez un lien ou un code, puis recommencez dans la demi-heure. Vous ne recevez plus rien à votre adresse? Demandez un lien pour entrer à qui s’occupe du serveur (commande «\u00a0sign-in-link\u00a0»).",
            "To change your address, sign in again: get a link or a code, then start over within half an hour. Nothing reaches your address any more? Ask whoever looks after the server for a sign-in link (command “sign-in-link”).")),
        new("account.address-kept", new("Votre adresse reste la même.", "Your address stays the same.")),
    ];

    public static RefusalText[] Refusals { get; } =
    [
        new("account.address-yours", new("C’est déjà votre adresse.", "This is your address already.")),
        new("account.code-unreadable", new("Écrivez les huit lettres et chiffres du code, comme ABCD-2345.", "Write the eight letters and digits of the code, such as ABCD-2345.")),
        new("account.no-code", new("Aucun code n’est valide ici. Demandez-en un autre, puis tapez-le dans ce même navigateur.", "No code is valid here. Ask for another one, then type it in this same browser.")),
        new("account.address-elsewhere", new("Cette adresse sert ou a servi à un autre compte d’ici. Sortez, puis entrez ou joignez-vous à nous avec elle; ou choisissez-en une autre.", "This address belongs, or belonged, to another account here. Sign out, then sign in or join with it; or choose another one.")),
    ];
}
