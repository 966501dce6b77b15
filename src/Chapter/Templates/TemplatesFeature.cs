namespace RecoveryCoP.Chapter.Templates;

/// <summary>Templates: what a community starts from, and takes improvements from.</summary>
public static class TemplatesFeature
{
    /// <summary>Says what a feature has from templates.</summary>
    public static IServiceCollection AddTemplatePart<T>(this IServiceCollection services) where T : class, ITemplatePart => services.AddSingleton<ITemplatePart, T>();
}
