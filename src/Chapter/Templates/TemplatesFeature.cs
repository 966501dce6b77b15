namespace RecoveryCoP.Chapter.Templates;

/// <summary>Templates: what a community starts from, and takes improvements from.</summary>
public static class TemplatesFeature
{
    /// <summary>Everything that templates need.</summary>
    public static IServiceCollection AddTemplates(this IServiceCollection services) => services.AddRefusals([.. TemplateRefusals.Texts]);

    /// <summary>What a feature takes from templates. A kind without a part is skipped, and that is said.</summary>
    public static IServiceCollection AddTemplatePart<T>(this IServiceCollection services) where T : class, ITemplatePart => services.AddSingleton<ITemplatePart, T>();
}
