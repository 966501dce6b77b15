using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.Sessions;
using RecoveryCoP.Node.Rules;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Members;

/// <summary>Members: joining, what one says of oneself, what others see, leaving.</summary>
public static class MembersFeature
{
    /// <summary>Everything that members need besides storage, accounts and the charter.</summary>
    public static IServiceCollection AddMembers(this IServiceCollection services)
    {
        services.AddSchema(typeof(MembersFeature), "Members");
        services.AddSingleton<MemberQueries>().AddSingleton<Acceptances>();
        services.AddSingleton<IThreshold, CharterThreshold>().AddSingleton<IMembershipListener, ComingAndGoing>();
        services.AddProblems([.. MemberProblem.Texts]);
        services.AddDoneTexts([.. MemberWording.Done]);
        services.AddToMyPage(new MyPageLink(MemberWording.Profile, MemberWording.ProfileWhy, MemberWording.ProfilePath, Order: 10));
        return services.AddNavigation(
            new NavItem(MemberWording.People, MemberWording.PeoplePath, Audience.SignedIn, Order: 40),
            new NavItem(MemberWording.Join, MemberWording.JoinPath, Audience.Visitors, Order: 85),
            new NavItem(PrivacyWording.Title, PrivacyWording.Path, Audience.Everybody, Order: 20, NavPlace.Footer));
    }
}
