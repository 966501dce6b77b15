using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Statistics;

/// <summary>Returns: what a chapter did in a quarter, approved and sent.</summary>
public static class StatisticsFeature
{
    /// <summary>Everything that returns need besides storage, the feed and practices.</summary>
    public static IServiceCollection AddStatistics(this IServiceCollection services)
    {
        services.AddSchema(typeof(StatisticsFeature), "Statistics");
        services.AddSingleton<StatisticsQueries>().AddSingleton<Returns>();
        services.AddSingleton(new ItemKindName(StatisticsReturn.Descriptor.FullName, new("Rapport statistique", "Statistics return")));
        services.AddFollower<StatisticsFeed>();
        services.AddRefusals([.. StatisticsRefusals.Texts]);
        services.AddConfirmations([.. StatisticsText.Done]);
        services.AddNavigation(new NavItem(StatisticsText.Title, StatisticsText.Path, Access.Roles(ChapterRoles.Executive), Order: 70));
        return services;
    }
}
