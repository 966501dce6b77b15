using Microsoft.AspNetCore.Http;

namespace RecoveryCoP.Node.Web;

/// <summary>The reader's language: the path says it; where it does not, the browser; French otherwise.</summary>
public static class ReaderLanguage
{
    /// <summary>The language to answer a request in.</summary>
    public static Language Of(HttpRequest request) => OfPath(request.Path) ?? OfBrowser(request);

    /// <summary>The language the browser prefers, of the two we speak.</summary>
    public static Language OfBrowser(HttpRequest request)
    {
        var preferred = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1);
        foreach (var language in preferred.Where(l => l.Quality is null or > 0))
        {
            var code = language.Value.Value?.Split('-')[0];
            if (code is "fr" or "en")
            {
                return Language.Of(code);
            }
        }

        return Language.French;
    }

    private static Language? OfPath(PathString path) =>
        path.StartsWithSegments("/fr", StringComparison.Ordinal) ? Language.French
        : path.StartsWithSegments("/en", StringComparison.Ordinal) ? Language.English
        : null;
}
