using RecoveryCoP.Node.Rules;
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
        services.AddProblems([.. MeetingProblems.All]);
        services.AddDoneTexts([.. MeetingWording.Done]);
        services.AddNavigation(new NavItem(MeetingWording.Meetings, MeetingPaths.List, Audience.SignedIn, Order: 10));
        return services;
    }
}
