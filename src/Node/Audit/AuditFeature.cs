using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Audit;

/// <summary>Registers what makes a rewritten security log visible.</summary>
internal static class AuditFeature
{
    /// <summary>The seals and the verb <c>audit-verify</c>.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSchema(typeof(AuditFeature), "Audit")
        .AddSingleton<LogSeals>()
        .AddHostedService(s => s.GetRequiredService<LogSeals>())
        .AddVerb(AuditVerb.Verify);
}
