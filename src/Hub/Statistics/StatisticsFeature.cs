using RecoveryCoP.Hub.Statistics.Pages;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Hub.Statistics;

/// <summary>Registers the statistics that chapters sent. Needs the feed, the library and enrolment.</summary>
public static class StatisticsFeature
{
    /// <summary>The page and what it reads.</summary>
    public static IServiceCollection AddStatistics(this IServiceCollection services) => services
        .AddSingleton<ReturnQueries>()
        .AddNavigation(new NavItem(StatisticsText.Title, PagePath.Of<StatisticsPage>(), Access.Everybody, 15) { Icon = "M4 20h16M6.5 20v-6M12 20V5M17.5 20V9.5" });
}
