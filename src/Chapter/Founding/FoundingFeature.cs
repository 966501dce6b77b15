using RecoveryCoP.Chapter.Founding.Pages;
using RecoveryCoP.Node.Founding;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Founding;

/// <summary>From an empty chapter to one with its first meeting: by pages, or by one command.</summary>
public static class FoundingFeature
{
    /// <summary>The pages after the words on paper, and what <c>init</c> can do besides.</summary>
    public static IServiceCollection AddChapterFounding(this IServiceCollection services) => services
        .AddSingleton<FoundingPath>()
        .AddSingleton(new AfterFounding(PagePath.Of<FoundingProgressPage>()))
        .AddRefusals([.. FoundingPathText.Refusals])
        .AddConfirmations([.. FoundingPathText.Confirmations])
        .AddVerb(SetUpVerb.SetUp)
        .AddVerb(FoundingVerbs.InitWith(new(SetUpVerb.Preview, SetUpVerb.SetUp)));
}
