using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Library;

/// <summary>Registers the library: the hub's catalogue and a chapter's network library are the same.</summary>
public static class LibraryFeature
{
    /// <summary>The policy of its pages.</summary>
    public const string Policy = "library";

    /// <summary>Tables, follower, queries, and the link in the menu. After the feed, whose tables it reads; its pages are mapped with the program's.</summary>
    /// <param name="services">The program's.</param>
    /// <param name="access">Who may read it: everybody at a hub, members in a chapter.</param>
    /// <param name="order">Where it stands in the menu.</param>
    /// <param name="within">The place that it is a tab of; null: it is a place.</param>
    public static IServiceCollection AddLibrary(this IServiceCollection services, Access access, int order, Text? within = null) => services
        .AddSchema(typeof(LibraryFeature), "Library")
        .AddFollower<LibraryFollower>()
        .AddSingleton<Projection, NodeProjection>()
        .AddSingleton<Projection, PracticeProjection>()
        .AddSingleton<Projection, LineageProjection>()
        .AddHostedService<QuarantineRetry>()
        .AddSingleton(new ItemReader(LibraryFollower.CursorName))
        .AddSingleton<LibraryQueries>()
        .AddSingleton<LibraryPractices>()
        .AddSingleton<LibraryNodeQueries>()
        .AddSingleton<LibraryLineage>()
        .AddAuthorizationBuilder().AddPolicy(Policy, policy => policy.RequireAssertion(context => access.Allows((context.Resource as HttpContext)?.Actor()))).Services
        .AddVerb(LibraryVerb.Library).AddVerb(LibraryVerb.Rebuild)
        .AddNavigation(new NavItem(within is null ? LibraryText.Library : LibraryText.OfTheNetwork, LibraryPaths.List, access, order, within is null ? NavPlace.Menu : NavPlace.Tab)
        {
            Within = within,
            Icon = "M12 6.5C9.5 4.6 6.5 4.2 3.5 4.5v13.8c3-.3 6 .1 8.5 2 2.5-1.9 5.5-2.3 8.5-2V4.5c-3-.3-6 .1-8.5 2ZM12 6.5v13.800",
        });
}
