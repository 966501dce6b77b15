using RecoveryCoP.Hub.Templates.Pages;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Hub.Templates;

/// <summary>Registers the templates that this hub releases. Needs the feed, the library, releases of templates and enrolment.</summary>
public static class TemplatesFeature
{
    /// <summary>The operations, the public page with the files, and the verbs.</summary>
    public static IServiceCollection AddTemplates(this IServiceCollection services) => services
        .AddSingleton<TemplateReleases>()
        .AddSingleton<RunningTemplates>()
        .AddSingleton<ReleaseTemplate>()
        .AddSingleton<WithdrawRelease>()
        .AddEndpoints(ReleaseFiles.Map)
        .AddVerb(ReleaseVerbs.Release).AddVerb(ReleaseVerbs.List).AddVerb(ReleaseVerbs.Withdraw)
        .AddRefusals(ReleaseText.Refusals)
        .AddConfirmations(ReleaseText.Done)
        .AddNavigation(new NavItem(ReleaseText.Title, PagePath.Of<TemplatesPage>(), Access.Everybody, 14) { Icon = "M7 3.5h7l4.5 4.5v12.5H7ZM14 3.5V8h4.5M10 12.5h5.5M10 16h5.5" });
}
