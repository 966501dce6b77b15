using RecoveryCoP.Chapter.Calendars.Pages;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Calendars;

/// <summary>Calendars that programs subscribe to: each member's at a secret address, and one of open meetings.</summary>
public static class CalendarsFeature
{
    /// <summary>Everything that calendars need besides members and meetings.</summary>
    public static IServiceCollection AddCalendars(this IServiceCollection services)
    {
        services.AddSingleton<CalendarSecrets>().AddSingleton<CalendarFeeds>();
        services.AddEndpoints(CalendarFeeds.Map);
        services.AddConfirmations([.. CalendarText.Done]);
        services.AddToMyPage(new MyPageLink(CalendarText.Title, CalendarText.Why, PagePath.Of<CalendarPage>(), Order: 25));
        services.AddHomeCards(new HomeCard(typeof(OpenCalendarCard), Access.Visitors, HomePlace.Main, Order: 12));
        services.AddPersonalData<CalendarData>();
        services.AddPrivacyEntries(
            new PrivacyEntry(
                new("L’adresse secrète de votre calendrier, si vous en avez demandé une", "The secret address of your calendar, if you asked for one"),
                new("Pour que votre calendrier trouve les rencontres. Après votre départ, elle répond par un calendrier vide pendant 60\u00a0jours", "So that your calendar finds the meetings. After you leave, it answers with an empty calendar for 60 days"),
                new("Vous", "You"), Order: 130, "member calendar"));
        return services;
    }
}
