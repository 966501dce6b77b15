using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Series.Pages;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Series;

/// <summary>Series: meetings that come back, whose drafts the node makes ahead.</summary>
public static class SeriesFeature
{
    /// <summary>Everything that series need besides meetings.</summary>
    public static IServiceCollection AddSeries(this IServiceCollection services)
    {
        services.AddSchema(typeof(SeriesFeature), "Series");
        services.AddSingleton<SeriesQueries>().AddSingleton<SeriesMaker>();
        services.AddFollower<SeriesFollower>();
        services.AddFollower<SeriesDays>();
        services.AddTemplatePart<SeriesFromTemplate>().AddTemplatePart<FirstMeetingsFromTemplate>();
        services.AddRefusals([.. SeriesRefusals.Texts]);
        services.AddConfirmations([.. SeriesText.Done]);
        services.AddSingleton(new MeetingPart(typeof(SeriesOfMeeting))).AddSingleton(new MeetingLink(SeriesText.Link, PagePath.Of<SeriesListPage>(), Meeting.Leaders));
        services.AddNavigation(new NavItem(SeriesText.Title, PagePath.Of<SeriesListPage>(), Meeting.Leaders, Order: 30, NavPlace.LookAfter) { Why = SeriesText.For });
        services.AddHomeCards(new HomeCard(typeof(SeriesDraftsCard), Meeting.Leaders, HomePlace.Main, Order: 16));
        services.AddPrivacyEntries(new PrivacyEntry(
            new("Votre nom, là où l’ordre du jour d’une série dit qui présente", "Your name, where the agenda of a series says who presents"), new("Pour préparer les rencontres", "To prepare meetings"),
            new("L’animation et le comité exécutif; les membres, quand la rencontre est annoncée", "Facilitators and the executive committee; members, when the meeting is announced"), Order: 112, "series setup")
        {
            NotInMyData = new("Un nom que quelqu’un a écrit ne dit pas de qui il est. Les points que vous présentez y sont dès que la rencontre est annoncée.", "A name that somebody typed does not say whose it is. The items that you present are in it as soon as the meeting is announced."),
        });
        return services;
    }
}
