using RecoveryCoP.Chapter.Meetings.Pages;
using RecoveryCoP.Node.Operations;
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
        services.AddSingleton<MeetingQueries>().AddSingleton<ActionQueries>().AddSingleton<MeetingNames>();
        services.AddRefusals([.. MeetingRefusals.Texts]);
        services.AddConfirmations([.. MeetingText.Done]);
        services.AddNavigation(new NavItem(MeetingText.Meetings, PagePath.Of<MeetingList>(), Access.Members, Order: 10));
        services.AddHomeCards(
            new HomeCard(typeof(NextMeetingCard), Access.Members, HomePlace.Main, Order: 10),
            new HomeCard(typeof(OpenMeetingCard), Access.Visitors, HomePlace.Main, Order: 10),
            new HomeCard(typeof(PromisesCard), Access.Members, HomePlace.Aside, Order: 10));
        return services;
    }
}
