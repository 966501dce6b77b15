using Microsoft.AspNetCore.Builder;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Invitations;

/// <summary>What a mail program does when its reader presses "unsubscribe" (RFC 8058): one POST, without a cookie or a page. The token is all it has.</summary>
internal static class NeverAgain
{
    public const string Path = "/invitations/jamais";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{Path}/{{token}}", (string token, HttpRequest request) => Results.Redirect(PagePath.Of<Pages.InvitationPage>(token).In(ReaderLanguage.OfBrowser(request)))).AllowAnonymous();
        routes.MapPost($"{Path}/{{token}}", async (string token, InvitationLinks links, InvitationStore invitations, CancellationToken cancellationToken) =>
        {
            if (links.Read(token) is not { } hash)
            {
                return Results.NotFound();
            }

            await invitations.Refuse(hash, cancellationToken);
            return Results.Text("OK");
        }).AllowAnonymous().DisableAntiforgery();
    }
}
