using Microsoft.AspNetCore.Builder;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Notices;

/// <summary>What a mail program does when its reader presses "unsubscribe" (RFC 8058): one POST, without a cookie or a page. The token is all it has.</summary>
internal static class OneClickStop
{
    public const string Path = "/lettres/arreter";

    public static void Map(IEndpointRouteBuilder routes)
    {
        // A reader's browser that follows the header's address gets the page with its button: opening changes nothing.
        routes.MapGet($"{Path}/{{token}}", async (string token, HttpRequest request, LetterStops stops, CancellationToken cancellationToken) =>
            Results.Redirect(PagePath.Of<Pages.StopLettersPage>(token).In(await stops.LanguageOf(token, cancellationToken) ?? ReaderLanguage.OfBrowser(request)))).AllowAnonymous();
        routes.MapPost($"{Path}/{{token}}", async (string token, LetterStops stops, CancellationToken cancellationToken) =>
            await stops.Stop(token, cancellationToken) ? Results.Text("OK") : Results.NotFound()).AllowAnonymous().DisableAntiforgery();
    }
}

/// <summary>Ends letters of a kind for whoever holds a letter of it.</summary>
internal sealed class LetterStops(LetterLinks links, AccountStore accounts, IGrainFactory grains)
{
    /// <summary>The language in which its holder is written to; null for a link that is none, or whose holder left.</summary>
    public async Task<Language?> LanguageOf(string token, CancellationToken cancellationToken) =>
        links.ReadStop(token) is var (id, _, _) && await accounts.Find(id, cancellationToken) is { } account ? Language.Of(account.Language) : null;

    /// <summary>False for a link that is none, has ended, or is of somebody who left.</summary>
    public async Task<bool> Stop(string token, CancellationToken cancellationToken) =>
        links.ReadStop(token) is var (id, stay, kind)
        && await accounts.Find(id, cancellationToken) is { } account && account.Stay == stay
        && (await grains.GetGrain<IMemberGrain>(id).Do(new DeclineLetters(new Actor(id, []), NoticeCodes.CodeOf(kind)))).Succeeded;
}
