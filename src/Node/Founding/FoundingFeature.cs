using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Founding;

/// <summary>Registers founding.</summary>
public static class FoundingFeature
{
    /// <summary>The founding page, its code, and the verbs <c>init</c> and <c>sign-in-link</c>.</summary>
    public static IServiceCollection AddFounding(this IServiceCollection services) => services
        .AddSingleton<FoundingCode>()
        .AddSingleton<Founder>()
        .AddSingleton<WordsToKeep>()
        .AddConfirmations(new Confirmation("founding.words-kept", FoundingText.WordsKept))
        .AddVerb(FoundingVerbs.Init)
        .AddVerb(FoundingVerbs.SignInLink)
        .AddRefusals([.. FoundingRefusals.Texts]);
}
