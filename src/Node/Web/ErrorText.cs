using Microsoft.AspNetCore.Http;

namespace RecoveryCoP.Node.Web;

/// <summary>What an error page says: what happened, then what to do.</summary>
/// <param name="Title">What happened.</param>
/// <param name="What">More of it, and what to do.</param>
/// <param name="Reopens">True when the page that was posted to is the place to go on.</param>
internal sealed record ErrorText(Text Title, Text What, bool Reopens = false)
{
    /// <summary>A form whose proof of origin is missing or stale: usually a page left open overnight or a sign-out in another tab.</summary>
    public static ErrorText Stale => new(
        new Text("Cette page était ouverte depuis trop longtemps", "This page was open for too long"),
        new Text(
            "Par prudence, rien n’a été enregistré. Revenez à la page, rechargez-la, puis envoyez votre texte de nouveau.",
            "To be safe, nothing was saved. Go back to the page, reload it, then send again."),
        Reopens: true);

    /// <summary>A form that the page no longer has: the same button pressed twice, or somebody else was quicker.</summary>
    public static ErrorText Changed => new(
        new Text("Cette page a changé depuis que vous l’avez ouverte", "This page has changed since you opened it"),
        new Text(
            "C’est peut-être déjà fait, par vous ou par quelqu’un d’autre. Rien de plus n’a été enregistré. Rouvrez la page.",
            "It may already be done, by you or by somebody else. Nothing more was saved. Open the page again."),
        Reopens: true);

    public static ErrorText CrossSite => new(
        new Text("Cette demande vient d’un autre site", "This request came from another site"),
        new Text(
            "Par prudence, rien n’a été fait. Si vous vouliez vraiment le faire, ouvrez la page ici et recommencez.",
            "To be safe, nothing was done. If you did mean to do it, open the page here and start again."));

    public static ErrorText Of(int status) => status switch
    {
        StatusCodes.Status403Forbidden => new(
            new Text("Vous n’avez pas accès à cette page", "You do not have access to this page"),
            new Text(
                "Votre rôle ne permet pas de voir ou de faire cela. Si vous pensez que c’est une erreur, parlez-en à une personne qui gère les accès.",
                "Your role does not let you see or do this. If you think this is a mistake, talk to someone who manages access.")),
        StatusCodes.Status404NotFound => new(
            new Text("Il n’y a rien à cette adresse", "There is nothing at this address"),
            new Text(
                "La page a peut-être été déplacée ou retirée. Vérifiez l’adresse, ou partez de l’accueil.",
                "The page may have been moved or withdrawn. Check the address, or start from the home page.")),
        StatusCodes.Status413PayloadTooLarge => new(
            new Text("Ce que vous avez envoyé est trop long", "What you sent is too long"),
            new Text(
                "Rien n’a été enregistré. Revenez à la page précédente, raccourcissez le texte ou choisissez un fichier plus petit, puis envoyez de nouveau.",
                "Nothing was saved. Go back to the previous page, shorten the text or choose a smaller file, then send again.")),
        StatusCodes.Status429TooManyRequests => new(
            new Text("Trop de demandes en peu de temps", "Too many requests in a short time"),
            new Text("Attendez quelques minutes, puis essayez de nouveau.", "Wait a few minutes, then try again.")),
        StatusCodes.Status503ServiceUnavailable => new(
            new Text("Le service fait une courte pause", "The service is paused for a moment"),
            new Text(
                "Ce serveur n’arrive pas à lire ou à enregistrer ses données en ce moment. Ce qui était enregistré n’est pas perdu. Essayez de nouveau dans quelques minutes.",
                "This server cannot read or save its data at the moment. What was saved is not lost. Try again in a few minutes.")),
        >= 500 => new(
            new Text("Un problème est survenu de notre côté", "Something went wrong on our side"),
            new Text(
                "Ce n’est pas votre faute, et c’est noté. Essayez de nouveau dans quelques minutes; si cela continue, écrivez aux responsables.",
                "This is not your fault, and it has been noted. Try again in a few minutes; if it goes on, write to the people in charge.")),
        _ => new(
            new Text("Cette demande n’a pas été comprise", "This request was not understood"),
            new Text(
                "Rien n’a été fait. Revenez à la page, rechargez-la, puis essayez de nouveau.",
                "Nothing was done. Go back to the page, reload it, then try again.")),
    };
}
