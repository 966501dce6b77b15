using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.TemplateReleases;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Hub.Templates;

/// <summary>What this hub released.</summary>
public sealed class TemplateReleases(HubReleases releases)
{
    // More than that nobody reads on one page.
    private const int Most = 100;

    /// <summary>The releases, the newest first, withdrawn ones too, each with what it says of itself while it is here.</summary>
    public async Task<IReadOnlyList<ShownRelease>> All(CancellationToken cancellationToken)
    {
        var shown = new List<ShownRelease>();
        foreach (var release in (await releases.All(cancellationToken).ConfigureAwait(false)).Take(Most))
        {
            shown.Add(new(release, release.IsOffered ? (await releases.Head(release, cancellationToken).ConfigureAwait(false)).Value : null));
        }

        return shown;
    }

    /// <summary>A released template, whole; null when there is none, or it is withdrawn.</summary>
    public async Task<Template?> Find(string templateId, string version, CancellationToken cancellationToken) =>
        (await releases.All(cancellationToken).ConfigureAwait(false)).FirstOrDefault(r => r.IsOffered && r.TemplateId == templateId && r.Said.Version == version) is { } release
            ? (await releases.Read(release, cancellationToken).ConfigureAwait(false)).Value is { } template ? template with { Head = template.Head.Written } : null
            : null;

    /// <summary>Of each template the newest version that is offered.</summary>
    internal async Task<IReadOnlyDictionary<string, Version>> Newest(CancellationToken cancellationToken) =>
        (await releases.All(cancellationToken).ConfigureAwait(false)).Where(r => r.IsOffered).GroupBy(r => r.TemplateId).ToDictionary(g => g.Key, g => g.Max(r => r.Version)!);
}

/// <summary>A release as people see it.</summary>
/// <param name="Release">Which.</param>
/// <param name="Head">What it says of itself; null once it is withdrawn.</param>
public sealed record ShownRelease(HubRelease Release, TemplateHead? Head);
