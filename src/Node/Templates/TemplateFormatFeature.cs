using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Node.Templates;

/// <summary>The format of templates, which both programs read.</summary>
internal static class TemplateFormatFeature
{
    public static IServiceCollection AddTemplateFormat(this IServiceCollection services) =>
        services.AddRefusals(TemplateFaultTexts.Texts).AddVerb(TemplateVerbs.Check);
}
