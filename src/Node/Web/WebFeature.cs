using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RecoveryCoP.Node.Web.Forms;
using RecoveryCoP.Node.Web.Guards;

namespace RecoveryCoP.Node.Web;

/// <summary>How a program gets its pages: <c>AddWeb</c>, <c>UseWeb</c>, <c>MapPages</c>, in this order.</summary>
public static class WebFeature
{
    /// <summary>The policy of a page that visitors see too, but that members reach only after what the program asks of them (<c>[AllowAnonymous]</c> asks nothing of anybody).</summary>
    public const string OpenToVisitors = "open-to-visitors";

    /// <summary>Registers what pages need. Features add their links, confirmations and refusals beside it, in any order.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services, WebOptions options)
    {
        services.AddSingleton(options);
        services.TryAddSingleton<CurrentNodeIdentity>();
        services.TryAddSingleton<RefusalTexts>();
        services.TryAddSingleton<PageRoutes>();
        services.TryAddSingleton<SiteFiles>();
        services.AddSingleton(PrintScript.File).AddSingleton(CopyScript.File).AddSingleton(FormScript.File).AddSingleton(RunScript.File);
        services.TryAddSingleton<SealedSearch>();
        // Lists in forms are as long as the longest we have: everybody who may be at a meeting.
        services.AddRazorComponents(components => components.MaxFormMappingCollectionSize = options.LongestList);
        services.AddSingleton<IComponentActivator, PlainActivator>();
        services.AddAuthorization(authorization =>
        {
            authorization.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
            authorization.AddPolicy(OpenToVisitors, policy => policy.RequireAssertion(_ => true));
        });
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, PageAccess>();
        services.AddRefusals([.. Access.Texts]);
        services.AddRefusals(FormRefusals.Texts);
        services.AddNavigation(new NavItem(WebText.Home, new("/fr", "/en"), Access.Everybody, Order: 0) { Icon = "M4 11.5 12 4l8 7.5M6.5 9.5V20h4v-5.5h3V20h4V9.5" });
        // One long text may fill the whole form: the rule refuses it with words and keeps it, rather than the reader of forms.
        services.Configure<FormOptions>(form =>
        {
            form.ValueLengthLimit = options.LargestForm;
            form.MultipartBodyLengthLimit = options.LargestForm;
        });
        services.AddAntiforgery(antiforgery =>
        {
            // A name that begins so is taken by browsers only over TLS, for this host alone and for all of it.
            antiforgery.Cookie.Name = (options.IsTls ? "__Host-" : "") + options.CookieName('f');
            antiforgery.Cookie.Path = "/";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SecurePolicy = options.IsTls ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        return services;
    }

    /// <summary>Adds links to every page.</summary>
    public static IServiceCollection AddNavigation(this IServiceCollection services, params ReadOnlySpan<NavItem> items)
    {
        foreach (var item in items)
        {
            services.AddSingleton(item);
        }

        return services;
    }

    /// <summary>Adds what pages say after a redirect.</summary>
    public static IServiceCollection AddConfirmations(this IServiceCollection services, params ReadOnlySpan<Confirmation> texts)
    {
        foreach (var text in texts)
        {
            services.AddSingleton(text);
        }

        return services;
    }

    /// <summary>Puts the guards in front of everything that follows.</summary>
    /// <param name="app">The program.</param>
    /// <param name="session">Adds the middleware that reads the session and calls <see cref="CurrentActor.SetActor"/>; it runs before forms are checked.</param>
    public static IApplicationBuilder UseWeb(this IApplicationBuilder app, Action<IApplicationBuilder>? session = null)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ScriptedForms>();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ErrorPages.ShowException, AllowStatusCode404Response = true });
        app.UseStatusCodePages(ErrorPages.ShowStatus);
        app.Use(AnswerHeadLikeGet);
        app.UseRouting();
        session?.Invoke(app);
        app.UseAuthorization();
        app.UseMiddleware<CrossSiteRefusal>();
        app.UseMiddleware<FormIntake>();
        app.UseAntiforgery();
        app.UseMiddleware<StaleFormRefusal>();
        return app;
    }

    // Pages answer GET alone, but monitors and link checkers ask for the head.
    private static Task AnswerHeadLikeGet(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
            context.Response.Body = Stream.Null;
        }

        return next(context);
    }

    /// <summary>Serves the pages of the program's assemblies, the files they refer to, and <c>/</c> in the reader's language.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes, params Assembly[] assemblies)
    {
        routes.ServiceProvider.GetRequiredService<PageRoutes>().Add(assemblies);
        routes.ServiceProvider.GetRequiredService<SiteFiles>().Map(routes);
        routes.MapGet("/", (HttpContext context) =>
        {
            context.Response.Headers.Vary = "Accept-Language";
            context.Response.Redirect($"/{ReaderLanguage.OfBrowser(context.Request).Code}");
        }).AllowAnonymous();
        routes.MapGet(RobotsFile.Path, (WebOptions options) => RobotsFile.For(options)).AllowAnonymous();
        routes.MapRazorComponents<NodeApp>().AddAdditionalAssemblies(assemblies);
    }
}
