using RecoveryCoP.Chapter.Members.Pages;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Guards;

namespace RecoveryCoP.Chapter.Members;

/// <summary>Members: joining, what one says of oneself, what others see, leaving.</summary>
public static class MembersFeature
{
    /// <summary>Everything that members need besides storage, accounts and the charter.</summary>
    public static IServiceCollection AddMembers(this IServiceCollection services)
    {
        services.AddSchema(typeof(MembersFeature), "Members");
        services.AddSingleton<MemberQueries>().AddSingleton<Acceptances>();
        services.AddSingleton<IAccessRequirement, CharterRequirement>().AddSingleton<IMembershipListener, PledgedAcceptance>();
        services.AddFollower<MembershipSync>();
        services.AddRefusals([.. MemberRefusals.Texts]);
        services.AddConfirmations([.. MemberText.Done]);
        services.AddToMyPage(new MyPageLink(MemberText.Profile, MemberText.ProfileWhy, PagePath.Of<ProfilePage>(), Order: 10));
        return services.AddNavigation(
            new NavItem(MemberText.People, PagePath.Of<PeopleShownPage>(), Access.Members, Order: 40),
            new NavItem(MemberText.Join, PagePath.Of<JoinPage>(), Access.Visitors, Order: 85),
            new NavItem(PrivacyText.Title, PagePath.Of<PrivacyPage>(), Access.Everybody, Order: 20, NavPlace.Footer));
    }
}
