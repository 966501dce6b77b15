using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Mail;

namespace RecoveryCoP.Node.Accounts.NewAddress;

/// <summary>The letters to a new address and to the one before. Discreet, as those to sign in are.</summary>
internal static class AddressLetters
{
    private static Text CodeSubject => new("Votre code pour confirmer cette adresse", "Your code to confirm this address");

    private static Text CodeBody => new(
        """
        Bonjour,

        Vous avez demandé à recevoir vos courriels à cette adresse. Pour la confirmer, tapez ce code dans la page où vous l’avez demandé :

        {0}

        Le code est valide pendant {1} minutes et ne sert qu’une fois.

        Vous n’avez rien demandé? Ignorez ce courriel : sans le code, rien ne change. Ne donnez ce code à personne.

        """,
        """
        Hello,

        You asked to get your messages at this address. To confirm it, type this code in the page where you asked:

        {0}

        The code is valid for {1} minutes and works only once.

        You did not ask for anything? Ignore this email: without the code, nothing changes. Give this code to nobody.

        """);

    private static Text LeftSubject => new("Votre adresse a été changée", "Your address was changed");

    private static Text LeftBody => new(
        """
        Bonjour,

        Vous avez maintenant une autre adresse courriel là où vous receviez nos courriels. Celle-ci ne sert plus à entrer, et n’en recevra plus.

        Ce n’était pas vous? Répondez tout de suite à ce courriel : quelqu’un est peut-être entré à votre place.

        """,
        """
        Hello,

        You now have another email address where you used to get our messages. This one no longer lets you sign in, and will get no more of them.

        It was not you? Answer this message right away: somebody may have signed in in your place.

        """);

    public static Letter WithCode(Guid id, EmailAddress to, Language language, string code, int minutes) =>
        new(id, to.Value, language.Code, CodeSubject.In(language), CodeBody.With(SignInCode.Show(code), minutes).In(language));

    public static Letter Left(Guid id, EmailAddress to, Language language) => new(id, to.Value, language.Code, LeftSubject.In(language), LeftBody.In(language));
}
