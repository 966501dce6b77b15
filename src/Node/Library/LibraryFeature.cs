using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Library;

/// <summary>Registers the library: the hub's catalogue and a chapter's network library are the same.</summary>
public static class LibraryFeature
{
    /// <summary>Tables, follower, queries, and the link in the menu. After the feed, whose tables it reads; its pages are mapped with the program's.</summary>
    /// <param name="services">The program's.</param>
    /// <param name="audience">Who may read it: everybody at a hub, members in a chapter.</param>
    /// <param name="order">Where it stands in the menu.</param>
    public static IServiceCollection AddLibrary(this IServiceCollection services, Audience audience, int order) => services
        .AddSchema(typeof(LibraryFeature), "Library")
        .AddFollower<LibraryFollower>()
        .AddHostedService<QuarantineRetry>()
        .AddSingleton<LibraryQueries>()
        .AddSingleton<LibraryPractices>()
        .AddSingleton<LibraryNodeQueries>()
        .AddSingleton(new LibraryReaders(audience))
        .AddVerb(LibraryVerb.Library)
        .AddNavigation(new NavItem(LibraryText.Library, LibraryPaths.List, audience, order));
}

/// <summary>Who may read the library here.</summary>
/// <param name="Audience">The pages refuse everybody else.</param>
internal sealed record LibraryReaders(Audience Audience);
