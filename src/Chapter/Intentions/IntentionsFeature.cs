using RecoveryCoP.Chapter.Intentions.Pages;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Intentions;

/// <summary>"I would like to try this": said by a member for themselves, from the page of a practice, and asked again after six weeks.</summary>
public static class IntentionsFeature
{
    /// <summary>Everything that intentions need besides members, practices and the library.</summary>
    public static IServiceCollection AddIntentions(this IServiceCollection services)
    {
        services.AddSchema(typeof(IntentionsFeature), "Intentions");
        services.AddSingleton<IntentionQueries>();
        services.AddFollower<IntentionsOfMembers>().AddErasable<MemberIntentions>(MemberIntentions.Kind);
        services.AddRefusals([.. IntentionText.Refusals]);
        services.AddConfirmations([.. IntentionText.Done]);
        services.AddSingleton(new PageSection(typeof(WantSection), Order: 5)).AddSingleton(new PageSection(typeof(WantFromMeeting), Order: 6));
        services.AddSingleton(new PracticeAct(IntentionText.Want, Access.Members, (node, practice) => PagePath.Of<WantPage>(node, practice)));
        services.AddToMyPage(new MyPageLink(IntentionText.Mine, IntentionText.MineWhy, PagePath.Of<MyIntentionsPage>(), Order: 25));
        services.AddPersonalData<IntentionData>();
        services.AddPrivacyEntries(new PrivacyEntry(
            new("Les pratiques que vous aimeriez essayer, et ce qu’il en est", "The practices that you would like to try, and what became of them"),
            new("Pour vous demander où vous en êtes, et montrer combien de personnes veulent la même chose, à partir de cinq", "To ask you what became of it, and to show how many people want the same, from five up"),
            new("Vous. Rien ne sort de la communauté", "You. Nothing leaves the community"), Order: 96, "intentions all"));
        return services;
    }
}
