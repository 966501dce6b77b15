using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Profile.Pages;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Profile;

/// <summary>What a node says of itself, and its change after founding.</summary>
internal static class ProfileFeature
{
    public static IServiceCollection AddProfile(this IServiceCollection services, NodeKind kind) => services
        .AddSingleton<ChangeProfile>()
        .AddSingleton<TemplateInProfile>()
        .AddRefusals(ProfileText.Refusals)
        .AddConfirmations(new Confirmation("profile.changed", new("C’est enregistré, et cela part vers le réseau.", "Saved, and on its way to the network.")))
        .AddNavigation(new NavItem(kind.ProfileTitle, PagePath.Of<WhoWeArePage>(), Access.Roles([.. kind.ProfileKeepers]), Order: 5, NavPlace.LookAfter) { Why = ProfileText.For });
}
