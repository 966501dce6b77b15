using RecoveryCoP.Chapter.Meetings.Pages;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Meetings: planned with an agenda in balance, announced, run, and written down.</summary>
public static class MeetingsFeature
{
    /// <summary>Everything that meetings need besides storage and practices.</summary>
    public static IServiceCollection AddMeetings(this IServiceCollection services)
    {
        services.AddSchema(typeof(MeetingsFeature), "Meetings");
        services.AddSingleton<MeetingQueries>().AddSingleton<ActionQueries>().AddSingleton<MeetingNames>().AddSingleton<MeetingCalendar>().AddSingleton<AgendaOffers>();
        services.AddEndpoints(MeetingCalendar.Map);
        services.AddRefusals([.. MeetingRefusals.Texts]);
        services.AddConfirmations([.. MeetingText.Done]);
        services.AddNavigation(new NavItem(MeetingText.Meetings, PagePath.Of<MeetingList>(), Access.Members, Order: 10) { Icon = "M5 6h14v14H5ZM5 10.5h14M9 3.5v4M15 3.5v4M9 14h2M13 14h2" });
        services.AddHomeCards(
            new HomeCard(typeof(NextMeetingCard), Access.Members, HomePlace.Main, Order: 10),
            new HomeCard(typeof(UnresolvedCard), Meeting.Leaders, HomePlace.Main, Order: 15),
            new HomeCard(typeof(OpenMeetingCard), Access.Visitors, HomePlace.Main, Order: 10),
            new HomeCard(typeof(PromisesCard), Access.Members, HomePlace.Aside, Order: 10));
        services.AddPrivacyEntries(
            new PrivacyEntry(
                new("Vos réponses aux invitations, vos présences et vos suivis", "Your answers to invitations, your attendance and your actions"), new("Pour préparer les rencontres et tenir leur procès-verbal", "To prepare meetings and keep their minutes"),
                new("Vous; l’animation, le secrétariat et le comité exécutif; les autres membres si vous montrez votre nom", "You; facilitators, the secretary and the executive committee; other members if you show your name"),
                Order: 100, "meeting rsvps", "meeting attendees", "meeting outcomes"),
            new PrivacyEntry(
                new("Les rencontres que vous planifiez, notez ou annulez, et les points que vous présentez", "The meetings you plan, write down or cancel, and the items you present"), new("Pour savoir à qui en parler", "To know whom to talk to about them"),
                new("Les membres voient le texte; personne, sur le site, ne voit qui l’a écrit", "Members see the text; nobody on the site sees who wrote it"),
                Order: 110, "meeting plannedBy", "meeting plan", "meeting minutes", "meeting cancellation"));
        return services;
    }
}
