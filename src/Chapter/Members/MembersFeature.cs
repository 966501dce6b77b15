using RecoveryCoP.Node.Web.Guards;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.Sessions;
using RecoveryCoP.Node.Operations;
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
        services.AddSingleton<IAccessRequirement, CharterRequirement>().AddSingleton<IMembershipListener, MembershipSync>();
        services.AddRefusals([.. MemberRefusals.Texts]);
        services.AddConfirmations([.. MemberText.Done]);
        services.AddToMyPage(new MyPageLink(MemberText.Profile, MemberText.ProfileWhy, MemberText.ProfilePath, Order: 10));
        return services.AddNavigation(
            new NavItem(MemberText.People, MemberText.PeoplePath, Access.Members, Order: 40),
            new NavItem(MemberText.Join, MemberText.JoinPath, Access.Visitors, Order: 85),
            new NavItem(PrivacyText.Title, PrivacyText.Path, Access.Everybody, Order: 20, NavPlace.Footer));
    }
}
