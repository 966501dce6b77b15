using RecoveryCoP.Node.Accounts.Pages;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>What the sign-in page says.</summary>
public static class SignInText
{
    /// <summary>The page's path.</summary>
    public static Text Path => PagePath.Of<SignInPage>();

    internal static Text Title => new("Entrer", "Sign in");
    internal static Text AskTitle => new("Recevoir un lien", "Get a link");
    internal static Text AskWhy => new(
        "Il n’y a pas de mot de passe. Écrivez votre adresse courriel\u00a0: vous recevrez un lien et un code pour entrer.",
        "There is no password. Write your email address: you will get a link and a code to sign in.");
    internal static Text AskAgainTitle => new("Recevoir un autre lien", "Get another link");
    internal static Text Address => new("Adresse courriel", "Email address");
    internal static Text AddressHelp => new("Celle que vous avez donnée en arrivant ici.", "The one you gave when you joined.");
    internal static Text Ask => new("Recevoir un lien", "Get a link");
    internal static Text KeyTitle => new("Entrer avec un code", "Sign in with a code");
    internal static Text KeyWhy => new("Vous avez reçu un courriel? Tapez ici le code qu’il contient.", "Did you get an email? Type its code here.");
    internal static Text Key => new("Code ou lien", "Code or link");
    internal static Text KeyHelp => new("Huit lettres et chiffres, comme ABCD-2345. Vous pouvez aussi coller le lien au complet.", "Eight letters and digits, such as ABCD-2345. You can also paste the whole link.");
    internal static Text Enter => new("Entrer", "Sign in");
    internal static Text Asked => new(
        "Si cette adresse est connue ici, un courriel est en route. Ouvrez son lien dans ce navigateur, ou tapez ici le code du dernier courriel reçu, d’ici {0} minutes. Rien reçu? Regardez dans les courriels indésirables.",
        "If we know this address, an email is on its way. Open its link in this browser, or type here the code of the latest email you got, within {0} minutes. Nothing? Check your junk mail.");
    internal static Text AskedFor => new("Demandé ici pour\u00a0: {0}", "Asked for here: {0}");
    internal static Text LinkTitle => new("Votre lien est prêt", "Your link is ready");
    internal static Text LinkLeads => new("Vous allez entrer ici\u00a0: ", "You are about to sign in to: ");
    internal static Text LinkOnce => new("Le lien sert une seule fois. Si vous ne l’avez pas demandé, fermez cette page.", "The link works once. If you did not ask for it, close this page.");
    internal static Text SignedInAlready => new("Vous êtes déjà dans votre espace.", "You are signed in already.");
    internal static Text GoHome => new("Aller à l’accueil", "Go to the home page");
}
