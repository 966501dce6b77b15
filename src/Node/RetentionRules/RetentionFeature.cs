using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.RetentionRules;

/// <summary>Registers what erases what is kept for a term only. Needs storage.</summary>
internal static class RetentionFeature
{
    /// <summary>The report's table, and the daily look.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddSchema(typeof(RetentionFeature), "RetentionRules");
        services.AddSingleton<RetentionReport>().AddSingleton<RetentionDay>();
        return services.AddHostedService(s => s.GetRequiredService<RetentionDay>());
    }
}
