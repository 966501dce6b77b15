using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Chapter.Texts.Pages;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Texts;

/// <summary>Texts: what the community says about itself, shown where its readers need it.</summary>
public static class TextsFeature
{
    /// <summary>Everything that texts need besides meetings and members. Without any text, every page is as it is without this feature.</summary>
    public static IServiceCollection AddTexts(this IServiceCollection services)
    {
        services.AddSchema(typeof(TextsFeature), "Texts");
        services.AddSingleton<TextQueries>().AddTemplatePart<TextsFromTemplate>();
        services.AddRefusals([.. TextRefusals.Texts]);
        services.AddConfirmations([.. TextWords.Done]);
        services.AddHomeCards(
            new HomeCard(typeof(WelcomeCard), Access.Visitors, HomePlace.Lead, Order: 10),
            new HomeCard(typeof(WelcomeCard), Access.Members, HomePlace.Main, Order: 11),
            new HomeCard(typeof(FirstMeetingCard), Access.Members, HomePlace.Main, Order: 11));
        services.AddSingleton(new OpenMeetingPart(typeof(FirstMeetingLink))).AddSingleton(new PrivacySupplement(typeof(PrivacyFromCommunity)));
        return services.AddNavigation(new NavItem(TextWords.Title, PagePath.Of<TextListPage>(), ChapterText.Writers, Order: 12, NavPlace.LookAfter) { Why = TextWords.For });
    }
}
