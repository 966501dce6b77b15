using RecoveryCoP.Chapter.Calendars;
using RecoveryCoP.Chapter.Charters;
using RecoveryCoP.Chapter.Comments;
using RecoveryCoP.Chapter.Committees;
using RecoveryCoP.Chapter.Federation;
using RecoveryCoP.Chapter.FirstDays;
using RecoveryCoP.Chapter.Guests;
using RecoveryCoP.Chapter.Invitations;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Notices;
using RecoveryCoP.Chapter.Organizations;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Pulse;
using RecoveryCoP.Chapter.Series;
using RecoveryCoP.Chapter.Statistics;
using RecoveryCoP.Chapter.Topics;
using RecoveryCoP.Node.Files;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter;

/// <summary>A chapter: one community's own node. The table of contents of this program.</summary>
public static class ChapterNode
{
    /// <summary>What makes it a chapter.</summary>
    public static NodeKind Kind { get; } = new()
    {
        Code = "chapter",
        Name = new Text("Communauté", "Community"),
        FoundIt = new Text("Fonder cette communauté", "Set up this community"),
        LeaveIt = new Text("Quitter la communauté", "Leave the community"),
        Roles = ChapterRoles.All,
        FirstRole = ChapterRoles.Steward,
        ProfileKeepers = [ChapterRoles.Steward, ChapterRoles.Executive],
        ProfileTitle = new Text("Notre communauté", "Our community"),
        NamesSeenBy = new Text(
            "Vous; les personnes qui gèrent les accès; l’animation, le secrétariat et le comité exécutif; les autres membres si vous cochez la case",
            "You; those who manage access; facilitators, the secretary and the executive committee; other members if you tick the box"),
        Discreet = true,
        DefaultListen = "http://127.0.0.1:5080",
    };

    /// <summary>Its features, in the order in which their tables build on each other.</summary>
    public static void AddFeatures(IServiceCollection services)
    {
        services.AddLibrary(Access.Members, order: 30, within: PagePath.Of<Practices.Pages.PracticeList>());
        services.AddCharter();
        services.AddOrganizations();
        services.AddMembers();
        services.AddPractices();
        services.AddFiles();
        services.AddMeetings();
        services.AddPulse();
        services.AddTopics();
        services.AddComments();
        services.AddSeries();
        services.AddCommittees();
        services.AddNotices();
        services.AddInvitations();
        services.AddGuests();
        services.AddCalendars();
        services.AddFederation();
        services.AddStatistics();
        services.AddFirstDays();
    }
}
