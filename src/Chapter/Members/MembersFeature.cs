using RecoveryCoP.Node.Web.Slots;
using RecoveryCoP.Chapter.Members.Pages;
using RecoveryCoP.Chapter.Organizations;
using RecoveryCoP.Chapter.Organizations.Pages;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Privacy;
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
        services.AddFollower<MembershipSync>().AddErasable<Member>(Member.Kind);
        services.AddRefusals([.. MemberRefusals.Texts]);
        services.AddConfirmations([.. MemberText.Done]);
        services.AddSingleton(new PageSection(typeof(BelongingSection), Order: 10));
        services.AddToMyPage(new MyPageLink(MemberText.Profile, MemberText.ProfileWhy, PagePath.Of<ProfilePage>(), Order: 10));
        services.AddPersonalData<MemberData>();
        services.AddPrivacyEntries(
            new PrivacyEntry(
                new("Les versions de la charte que vous avez acceptées, et vos accords", "The versions of the charter you accepted, and your consents"), new("Pour savoir à quoi chaque personne s’est engagée", "To know what each person agreed to"),
                new("Vous", "You"), Order: 50, "member acceptances", "member consents", "member stay"),
            new PrivacyEntry(
                new("Les organisations dont vous dites faire partie, de quoi on peut vous parler", "The organizations you say you belong to, what people can talk to you about"), new("Pour que l’on puisse se trouver", "So that people can find each other"),
                new("Les autres membres, seulement si vous le cochez", "Other members, only if you tick it"), Order: 60, "member profile", "member organizations", "member shown"),
            new PrivacyEntry(
                new("Votre façon préférée de participer", "How you prefer to take part"), new("Pour en tenir compte", "To respect them"),
                new("Vous", "You"), Order: 70, "member profile"),
            new PrivacyEntry(
                new("Les groupes dont vous dites faire partie", "The groups you say you belong to"), new("Pour compter si toutes les voix sont là, avec votre accord", "To count whether every voice is there, with your agreement"),
                new("Vous; jamais avec votre nom", "You; never with your name"), Order: 80, "member groups"));
        services.AddPrivacyPage(ChapterPrivacy.Words, order: 20);
        return services.AddNavigation(
            new NavItem(MemberText.People, PagePath.Of<PeopleShownPage>(), Access.Members, Order: 40) { Icon = "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 19.5c.7-4 3.3-6 6.5-6s5.8 2 6.5 6M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14c2 .9 3.2 2.8 3.5 5.5" },
            new NavItem(MemberText.ShownTab, PagePath.Of<PeopleShownPage>(), Access.Members, Order: 40, NavPlace.Tab) { Within = PagePath.Of<PeopleShownPage>() },
            new NavItem(OrganizationText.Organizations, PagePath.Of<OrganizationListPage>(), Access.Members, Order: 41, NavPlace.Tab) { Within = PagePath.Of<PeopleShownPage>() },
            new NavItem(MemberText.Join, PagePath.Of<JoinPage>(), Access.Visitors, Order: 85));
    }
}
