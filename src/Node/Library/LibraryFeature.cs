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
    public static IServiceCollection AddLibrary(this IServiceCollection services, Access access, int order) => services
        .AddSchema(typeof(LibraryFeature), "Library")
        .AddFollower<LibraryFollower>()
        .AddSingleton<Projection, NodeProjection>()
        .AddSingleton<Projection, PracticeProjection>()
        .AddHostedService<QuarantineRetry>()
        .AddSingleton(new ItemReader(LibraryFollower.CursorName))
        .AddSingleton<LibraryQueries>()
        .AddSingleton<LibraryPractices>()
        .AddSingleton<LibraryNodeQueries>()
        .AddAuthorizationBuilder().AddPolicy(Policy, policy => policy.RequireAssertion(context => access.Allows((context.Resource as HttpContext)?.Actor()))).Services
        .AddVerb(LibraryVerb.Library).AddVerb(LibraryVerb.Rebuild)
        .AddNavigation(new NavItem(LibraryText.Library, LibraryPaths.List, access, order));
}
