using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Node.Web.Style;

/// <summary>
/// The page that shows every part and picture in all their states, for those who work on them. Mapped by hand and not by <c>@page</c>:
/// without <see cref="WebOptions.StylePage"/> a node has no such address.
/// </summary>
internal static class StylePage
{
    /// <summary>Where it is.</summary>
    public static Text Path => new("/fr/style", "/en/style");

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var path in new[] { Path.Fr, Path.En })
        {
            routes.MapGet(path, () => new RazorComponentResult<StyleDocument>()).WithMetadata(new PageInBothLanguages(Path)).AllowAnonymous();
        }
    }
}
