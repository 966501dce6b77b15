using RecoveryCoP.Node.Mail;

namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>The letter with the link and the code. Discreet: subject and first lines say what it is for, and nothing of what the place is.</summary>
internal static class SignInLetter
{
    private static Text Subject => new("Votre lien pour entrer", "Your sign-in link");

    private static Text Body => new(
        """
        Bonjour,

        Voici le lien que vous avez demandé pour entrer. Ouvrez-le dans le navigateur où vous l’avez demandé :

        {0}

        Ou tapez ce code dans la page où vous avez demandé le lien :

        {1}

        Le lien et le code sont valides pendant {2} minutes et ne servent qu’une fois. Ensuite, demandez-en d’autres à la même page : {3}

        Vous n’avez rien demandé? Ignorez ce courriel : sans le lien ou le code, personne ne peut entrer. Ne donnez ce code à personne.

        """,
        """
        Hello,

        Here is the link that you asked for to sign in. Open it in the browser where you asked for it:

        {0}

        Or type this code in the page where you asked for the link:

        {1}

        The link and the code are valid for {2} minutes and work only once. After that, ask for others on the same page: {3}

        You did not ask for anything? Ignore this email: without the link or the code, nobody can sign in. Give this code to nobody.

        """);

    public static Letter Write(Guid id, EmailAddress to, Language language, PublicAddress site, string token, string code, int minutes) =>
        new(id, to.Value, language.Code, Subject.In(language), Body.With(site.SignInLink(language, token), SignInCode.Show(code), minutes, site.SignIn(language)).In(language));
}
