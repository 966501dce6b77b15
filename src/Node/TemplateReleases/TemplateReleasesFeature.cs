using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.TemplateReleases;

/// <summary>Versions of templates that hubs release: how they are said, read and listed. After the library, whose follower it takes part in.</summary>
public static class TemplateReleasesFeature
{
    /// <summary>Table, projection and queries.</summary>
    public static IServiceCollection AddTemplateReleases(this IServiceCollection services) => services
        .AddSchema(typeof(TemplateReleasesFeature), "TemplateReleases")
        .AddSingleton<Projection, TemplateReleaseProjection>()
        .AddSingleton<HubReleases>()
        .AddSingleton(new ItemKindName(TemplateRelease.Descriptor.FullName, new("Version d’un modèle", "Version of a template")));
}
