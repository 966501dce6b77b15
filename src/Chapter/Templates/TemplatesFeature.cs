using RecoveryCoP.Chapter.Templates.Pages;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Templates;

/// <summary>Templates: what the community was founded from, and what newer versions of it would change. Each feature takes its own kind, as a part.</summary>
public static class TemplatesFeature
{
    /// <summary>Who reads what a template would change: those who decide it, and those who apply it.</summary>
    internal static Access Readers { get; } = Access.Roles(ChapterRoles.Steward, ChapterRoles.Executive);

    /// <summary>Everything that templates need.</summary>
    public static IServiceCollection AddTemplates(this IServiceCollection services)
    {
        services.AddSingleton<InstalledTemplates>().AddSingleton<TemplateComparison>().AddSingleton<TemplateRuns>().AddSingleton<TemplateInstaller>().AddSingleton<TemplateUpgrade>().AddSingleton<TemplateFile>();
        services.AddSingleton<ITemplateSource, BuiltInTemplates>().AddSingleton<ITemplateSource, SentTemplates>();
        services.AddHostedService<BrokenOffRun>();
        services.AddRefusals([.. TemplateRefusals.Texts]);
        services.AddConfirmations([.. TemplateText.Done]);
        services.AddNavigation(new NavItem(TemplateText.Title, PagePath.Of<TemplatePage>(), Readers, Order: 45, NavPlace.LookAfter) { Why = TemplateText.For });
        services.AddVerb(TemplateVerbs.Status).AddVerb(TemplateVerbs.Preview).AddVerb(TemplateVerbs.Apply).AddVerb(TemplateVerbs.Undo);
        services.AddPersonalData<TemplateData>();
        return services.AddPrivacyEntries(new PrivacyEntry(
            new("Qui a appliqué, annulé ou envoyé un modèle", "Who applied, undid or sent a template"), new("Pour pouvoir en répondre", "To be able to answer for it"),
            new("Personne sur le site", "Nobody on the site"), Order: 121, "installed-template run", "installed-template offered"));
    }

    /// <summary>What a feature takes from templates. A kind without a part is skipped, and that is said.</summary>
    public static IServiceCollection AddTemplatePart<T>(this IServiceCollection services) where T : class, ITemplatePart => services.AddSingleton<ITemplatePart, T>();
}
