using RecoveryCoP.Chapter.Meetings.Pages;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

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
        return services;
    }
}
