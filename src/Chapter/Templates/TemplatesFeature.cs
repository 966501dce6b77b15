namespace RecoveryCoP.Chapter.Templates;

/// <summary>Templates: what the community was founded from, and what newer versions of it would change.</summary>
public static class TemplatesFeature
{
    /// <summary>Everything that templates need; the parts are the features' own.</summary>
    public static IServiceCollection AddTemplates(this IServiceCollection services)
    {
        services.AddRefusals([.. TemplateRefusals.Texts]);
        return services;
    }

    /// <summary>What a feature takes from templates. A kind without a part is skipped, and that is said.</summary>
    public static IServiceCollection AddTemplatePart<T>(this IServiceCollection services) where T : class, ITemplatePart => services.AddSingleton<ITemplatePart, T>();
}
