using RecoveryCoP.Chapter.Charters.Pages;
using RecoveryCoP.Chapter.Federation.Pages;
using RecoveryCoP.Chapter.Invitations.Pages;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Meetings.Pages;
using RecoveryCoP.Node.Accounts.Pages;
using RecoveryCoP.Node.MailSetup.Pages;
using RecoveryCoP.Node.Profile.Pages;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.FirstDays;

/// <summary>What a new chapter does in its first days, on the first page of those who run it, until it is done. It is looked up from what there is; nobody ticks anything off.</summary>
public static class FirstDaysFeature
{
    private static readonly Access _stewards = Access.Roles(ChapterRoles.Steward), _executive = Access.Roles(ChapterRoles.Executive);

    internal static IReadOnlyList<FirstStep> Steps { get; } =
    [
        new(FirstDaysText.Mail, FirstDaysText.MailWhy, PagePath.Of<MailSetupPage>(), _stewards, s => s.HasMail),
        new(FirstDaysText.Roles, FirstDaysText.RolesWhy, PagePath.Of<PeoplePage>(), _stewards, s => s.HasLeaders),
        new(FirstDaysText.People, FirstDaysText.PeopleWhy, PagePath.Of<InvitePage>(), Access.Members, s => s.HasOthers),
        new(FirstDaysText.Meeting, FirstDaysText.MeetingWhy, PagePath.Of<PlanPage>(), Meeting.Leaders, s => s.HasMeeting),
        new(FirstDaysText.Who, FirstDaysText.WhoWhy, PagePath.Of<WhoWeArePage>(), Access.Roles(ChapterRoles.Steward, ChapterRoles.Executive), s => s.HasDescription, IsOptional: true),
        new(FirstDaysText.Charter, FirstDaysText.CharterWhy, PagePath.Of<CharterPage>(), _executive, s => s.HasOwnCharter, IsOptional: true),
        new(FirstDaysText.Network, FirstDaysText.NetworkWhy, PagePath.Of<NetworkPage>(), _stewards, s => s.HasHub, IsOptional: true),
    ];

    /// <summary>The card. Needs everything that it looks at: it comes last, and nothing knows it.</summary>
    public static IServiceCollection AddFirstDays(this IServiceCollection services) => services
        .AddSingleton<FirstDaysQueries>()
        .AddHomeCards(new HomeCard(typeof(FirstDaysCard), Access.Roles(ChapterRoles.Steward, ChapterRoles.Executive, ChapterRoles.Facilitator), HomePlace.Main, Order: 1));
}
