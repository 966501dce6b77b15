using RecoveryCoP.Hub.Names.Pages;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Hub.Names;

/// <summary>Registers which names this hub shows for its chapters. Needs the feed.</summary>
public static class NamesFeature
{
    /// <summary>Tables, the follower that shows names by itself, and the page of those that wait.</summary>
    public static IServiceCollection AddNames(this IServiceCollection services) => services
        .AddSchema(typeof(NamesFeature), "Names")
        .AddSingleton<ShownNames>()
        .AddSingleton<WaitingNames>()
        .AddSingleton<DecideOnName>()
        .AddFollower<NameFollower>()
        .AddSingleton(new ItemReader(NameFollower.CursorName))
        .AddRefusals(NamesText.Refusals)
        .AddConfirmations(NamesText.Done)
        .AddNavigation(new NavItem(NamesText.Title, PagePath.Of<WaitingNamesPage>(), DecideOnName.Access, 15, NavPlace.LookAfter) { Why = NamesText.For });
}
