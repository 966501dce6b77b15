using RecoveryCoP.Chapter.Charters.Pages;
using RecoveryCoP.Chapter.Federation.Pages;
using RecoveryCoP.Chapter.Founding.Pages;
using RecoveryCoP.Chapter.Invitations.Pages;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Meetings.Pages;
using RecoveryCoP.Chapter.MovingIn.Pages;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Accounts.Pages;
using RecoveryCoP.Node.MailSetup.Pages;
using RecoveryCoP.Node.Profile.Pages;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.FirstDays;

/// <summary>
/// What a new chapter does in its first days, on the first page of those who run it, until it is done: what is looked up from what there is, and below it what its template
/// adds for the first ninety days, which they tick off.
/// </summary>
public static class FirstDaysFeature
{
    private static readonly Access _stewards = Access.Roles(ChapterRoles.Steward), _executive = Access.Roles(ChapterRoles.Executive);

    internal static IReadOnlyList<FirstStep> Steps { get; } =
    [
        new(FirstDaysText.Template, FirstDaysText.TemplateWhy, PagePath.Of<FoundingProgressPage>(), _stewards, s => s.HasTemplate, IsOptional: true),
        new(FirstDaysText.Group, FirstDaysText.GroupWhy, PagePath.Of<MovingInPage>(), _stewards, s => s.HasMovedIn, IsOptional: true),
        new(FirstDaysText.Mail, FirstDaysText.MailWhy, PagePath.Of<MailSetupPage>(), _stewards, s => s.HasMail),
        new(FirstDaysText.Roles, FirstDaysText.RolesWhy, PagePath.Of<PeoplePage>(), _stewards, s => s.HasLeaders),
        new(FirstDaysText.People, FirstDaysText.PeopleWhy, PagePath.Of<InvitePage>(), Access.Members, s => s.HasOthers),
        new(FirstDaysText.Meeting, FirstDaysText.MeetingWhy, PagePath.Of<PlanPage>(), Meeting.Leaders, s => s.HasMeeting, Begun: s => s.Draft is { } draft ? PagePath.Of<MeetingPage>(draft) : null),
        new(FirstDaysText.Who, FirstDaysText.WhoWhy, PagePath.Of<WhoWeArePage>(), Access.Roles(ChapterRoles.Steward, ChapterRoles.Executive), s => s.HasDescription, IsOptional: true),
        new(FirstDaysText.Charter, FirstDaysText.CharterWhy, PagePath.Of<CharterPage>(), _executive, s => s.HasOwnCharter, IsOptional: true),
        new(FirstDaysText.Network, FirstDaysText.NetworkWhy, PagePath.Of<NetworkPage>(), _stewards, s => s.HasHub, IsOptional: true),
    ];

    /// <summary>The cards. They need everything that they look at: they come last, and nothing knows them.</summary>
    public static IServiceCollection AddFirstDays(this IServiceCollection services)
    {
        var runners = Access.Roles(ChapterRoles.Steward, ChapterRoles.Executive, ChapterRoles.Facilitator);
        services.AddSchema(typeof(FirstDaysFeature), "FirstDays");
        services.AddSingleton<FirstDaysQueries>().AddTemplatePart<StepsFromTemplate>();
        services.AddRefusals([.. FirstDaysText.Refusals]);
        services.AddConfirmations([.. FirstDaysText.Confirmations]);
        services.AddPersonalData<FirstDaysData>();
        services.AddPrivacyEntries(new PrivacyEntry(
            new("Que vous avez coché une étape des 90 premiers jours", "That you ticked off a step of the first ninety days"), new("Pour que l’on sache à qui en parler", "So that people know whom to ask about it"),
            new("L’intendance, l’animation et le comité exécutif", "Stewards, facilitators and the executive committee"), Order: 113, "first-ninety-days steps"));
        return services.AddHomeCards(
            new HomeCard(typeof(FirstDaysCard), runners, HomePlace.Main, Order: 1),
            new HomeCard(typeof(NinetyDaysCard), runners, HomePlace.Main, Order: 2));
    }
}
