using System.Collections.Concurrent;
using Microsoft.AspNetCore.Routing.Patterns;

namespace RecoveryCoP.Node.Web;

/// <summary>A page's address in both languages, from its own <c>@page</c>: written once, there.</summary>
public static class PagePath
{
    private static readonly ConcurrentDictionary<Type, (RoutePattern Fr, RoutePattern En)> templates = [];

    /// <summary>The address of a page.</summary>
    /// <typeparam name="TPage">The page.</typeparam>
    /// <param name="values">What stands in its route, in the order of the route's parameters.</param>
    public static Text Of<TPage>(params ReadOnlySpan<object> values)
    {
        var (fr, en) = templates.GetOrAdd(typeof(TPage), page => (PageRoutes.Templates(page, Language.French).First(), PageRoutes.Templates(page, Language.English).First()));
        return new(Fill(fr, values), Fill(en, values));
    }

    private static string Fill(RoutePattern template, ReadOnlySpan<object> values)
    {
        var path = new System.Text.StringBuilder();
        var next = 0;
        foreach (var segment in template.PathSegments)
        {
            path.Append('/').Append(segment.Parts[0] is RoutePatternLiteralPart literal ? literal.Content : Uri.EscapeDataString(Convert.ToString(values[next++], System.Globalization.CultureInfo.InvariantCulture)!));
        }

        return path.ToString();
    }
}
