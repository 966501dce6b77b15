using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Organizations;

/// <summary>Organizations that members may say they belong to.</summary>
public static class OrganizationsFeature
{
    /// <summary>Everything that organizations need. Nothing of people is kept with them.</summary>
    public static IServiceCollection AddOrganizations(this IServiceCollection services)
    {
        services.AddSchema(typeof(OrganizationsFeature), "Organizations");
        services.AddSingleton<OrganizationQueries>().AddSingleton<OrganizationsAdded>();
        services.AddRefusals(OrganizationText.Refusals);
        services.AddConfirmations(OrganizationText.Done);
        return services;
    }
}
