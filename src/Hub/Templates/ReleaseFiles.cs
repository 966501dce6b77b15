using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Hub.Templates;

/// <summary>A released template as a zip: its texts are public, under the licence that it names.</summary>
internal static class ReleaseFiles
{
    private const string Path = "/modeles";

    public static string PathOf(string id, Version version) => $"{Path}/{id}-{version}.zip";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        $"{Path}/{{name}}.zip",
        async (string name, TemplateReleases releases, CancellationToken cancellationToken) =>
            name.LastIndexOf('-') is var at and > 0 && await releases.Find(name[..at], name[(at + 1)..], cancellationToken) is { } template
                ? Results.File(TemplateWriter.ToZip(template), "application/zip", $"{name}.zip")
                : Results.NotFound()).AllowAnonymous();
}
