using RecoveryCoP.Chapter.Federation;
using RecoveryCoP.Chapter.ReleasedTemplates.Pages;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Federation.Client;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.ReleasedTemplates;

/// <summary>Templates that hubs release, as a chapter takes them. Needs templates, their releases and the exchange.</summary>
public static class ReleasedTemplatesFeature
{
    /// <summary>Two sources of templates, the way to fetch with a code, the card of the home, and what the profile says.</summary>
    public static IServiceCollection AddReleasedTemplates(this IServiceCollection services)
    {
        services.AddSchema(typeof(ReleasedTemplatesFeature), "ReleasedTemplates");
        services.AddSingleton<FetchedTemplates>();
        services.AddSingleton(s => new FetchTemplates(s.GetRequiredService<HubCalls>(), s.GetRequiredService<Enrolment>(), s.GetRequiredService<FetchedTemplates>()));
        services.AddSingleton<ITemplateSource, HubTemplates>().AddSingleton<ITemplateSource>(s => s.GetRequiredService<FetchedTemplates>());
        services.AddFollower<ProfileFollower>().AddSingleton(new FeedSpeaker(ProfileFollower.CursorName));
        services.AddVerb(ReleasedVerbs.Fetch);
        services.AddRefusals(ReleasedText.Refusals);
        services.AddConfirmations(ReleasedText.Done);
        services.AddHomeCards(new HomeCard(typeof(NewVersionCard), SetTemplateAside.Access, HomePlace.Main, Order: 13));
        return services.AddSingleton(new PageSection(typeof(FetchSection), Order: 10));
    }
}
