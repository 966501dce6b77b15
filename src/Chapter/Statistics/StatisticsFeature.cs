using RecoveryCoP.Node.Web.Slots;
using RecoveryCoP.Chapter.Statistics.Pages;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
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
        services.AddSingleton<StatisticsQueries>().AddSingleton<Returns>().AddSingleton<ReturnsInFeed>();
        services.AddSingleton(new ItemKindName(StatisticsReturn.Descriptor.FullName, new("Rapport statistique", "Statistics return")));
        services.AddFollower<StatisticsFeed>();
        services.AddFollower<StatisticsRecall>();
        services.AddSingleton(new FeedSpeaker(StatisticsFeed.CursorName));
        services.AddSingleton(new ItemReader(StatisticsRecall.CursorName));
        services.AddRefusals([.. StatisticsRefusals.Texts]);
        services.AddConfirmations([.. StatisticsText.Done]);
        services.AddNavigation(new NavItem(StatisticsText.Title, PagePath.Of<StatisticsPage>(), Access.Roles(ChapterRoles.Executive), Order: 50, NavPlace.LookAfter) { Why = StatisticsText.For });
        services.AddPersonalData<StatisticsData>();
        services.AddPrivacyEntries(
            new PrivacyEntry(
                new("Qui a approuvé un rapport statistique", "Who approved a statistics return"), new("Pour pouvoir en répondre", "To be able to answer for it"),
                new("Personne sur le site", "Nobody on the site"), Order: 130, "statistics-return approved"));
        return services;
    }
}
