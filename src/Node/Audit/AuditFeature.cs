using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Audit;

/// <summary>Registers what makes a rewritten security log visible.</summary>
internal static class AuditFeature
{
    /// <summary>The seals, and the verbs <c>audit-verify</c> and <c>audit-seals</c>.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSchema(typeof(AuditFeature), "Audit")
        .AddSingleton<LogSeals>()
        .AddHostedService(s => s.GetRequiredService<LogSeals>())
        .AddSingleton<SealComparison>()
        .AddSingleton<HeldSeals>()
        .AddVerb(AuditVerbs.Verify)
        .AddVerb(AuditVerbs.Seals);
}
