using Microsoft.AspNetCore.Http;
using RecoveryCoP.Node.Language;

namespace RecoveryCoP.Node.Web;

/// <summary>The reader's language: the path says it; where it does not, the browser; French otherwise.</summary>
public static class ReaderTongue
{
    /// <summary>The language to answer a request in.</summary>
    public static Tongue Of(HttpRequest request) => OfPath(request.Path) ?? OfBrowser(request);

    /// <summary>The language the browser prefers, of the two we speak.</summary>
    public static Tongue OfBrowser(HttpRequest request)
    {
        var wishes = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(w => w.Quality ?? 1);
        foreach (var wish in wishes.Where(w => w.Quality is null or > 0))
        {
            var code = wish.Value.Value?.Split('-')[0];
            if (code is "fr" or "en")
            {
                return Tongue.Of(code);
            }
        }

        return Tongue.French;
    }

    private static Tongue? OfPath(PathString path) =>
        path.StartsWithSegments("/fr", StringComparison.Ordinal) ? Tongue.French
        : path.StartsWithSegments("/en", StringComparison.Ordinal) ? Tongue.English
        : null;
}
