using Microsoft.Extensions.DependencyInjection;

namespace RecoveryCoP.Node.Operations;

/// <summary>How a feature gives its refusal codes their texts.</summary>
public static class RefusalRegistration
{
    /// <summary>Registers what codes say to a person; a code may be registered once only.</summary>
    public static IServiceCollection AddRefusals(this IServiceCollection services, params ReadOnlySpan<RefusalText> texts)
    {
        foreach (var text in texts)
        {
            services.AddSingleton(text);
        }

        return services;
    }
}
