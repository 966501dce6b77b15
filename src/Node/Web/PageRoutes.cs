using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace RecoveryCoP.Node.Web;

/// <summary>Every page's address in each language.</summary>
public sealed class PageRoutes(TemplateBinderFactory binders)
{
    /// <summary>The assemblies whose pages are served.</summary>
    public IReadOnlyList<Assembly> Assemblies { get; private set; } = [];

    /// <summary>Every page with a route.</summary>
    public IEnumerable<Type> Pages => Assemblies.Append(typeof(PageRoutes).Assembly).Distinct()
        .SelectMany(a => a.GetTypes())
        .Where(t => t.IsDefined(typeof(RouteAttribute), inherit: false));

    /// <summary>
    /// The address of the page being answered, in the other language, with its route values and its query;
    /// the other home page where there is no such page (an error, for one).
    /// </summary>
    public string InOtherLanguage(HttpContext context)
    {
        var language = PageContext.Of(context).Language.Other;
        var page = context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;
        var values = context.Request.RouteValues.Where(v => v.Value is not null).ToDictionary(v => v.Key, v => v.Value);
        var path = page is null ? null : Templates(page, language)
            .Where(t => Names(t).SetEquals(values.Keys) || Names(t).IsSupersetOf(values.Keys))
            .Select(t => binders.Create(t).BindValues(new RouteValueDictionary(values)))
            .FirstOrDefault(p => p is not null);
        return path is null ? $"/{language.Code}" : path + Query(context.Request);
    }

    /// <summary>Takes the assemblies on, refusing at start a page that lacks one of its languages.</summary>
    internal void Add(IReadOnlyList<Assembly> assemblies)
    {
        Assemblies = assemblies;
        var lacking = Pages.Where(p => !Templates(p, Language.French).Any() || !Templates(p, Language.English).Any()).ToList();
        if (lacking.Count > 0)
        {
            throw new InvalidOperationException(
                "Pages need a /fr and an /en route: " + string.Join(", ", lacking.Select(p => p.FullName)));
        }
    }

    /// <summary>The route templates of a page in a language.</summary>
    public static IEnumerable<RoutePattern> Templates(Type page, Language language) =>
        page.GetCustomAttributes<RouteAttribute>(inherit: false)
            .Where(r => r.Template == $"/{language.Code}" || r.Template.StartsWith($"/{language.Code}/", StringComparison.Ordinal))
            .Select(r => RoutePatternFactory.Parse(r.Template));

    private static HashSet<string> Names(RoutePattern template) =>
        template.Parameters.Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

    // What was just done was said once already.
    private static QueryString Query(HttpRequest request) =>
        QueryString.Create(request.Query.Where(q => q.Key != Confirmation.Key));
}
