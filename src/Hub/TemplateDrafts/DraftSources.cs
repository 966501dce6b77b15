using RecoveryCoP.Hub.Templates;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Hub.TemplateDrafts;

/// <summary>A template that a draft can begin from.</summary>
/// <param name="Key">What a form calls it.</param>
/// <param name="Label">What a form says.</param>
/// <param name="Read">Reads it whole; null when it was withdrawn meanwhile.</param>
public sealed record DraftSource(string Key, Text Label, Func<CancellationToken, Task<Template?>> Read);

/// <summary>The templates that a draft can begin from, besides a file: what this hub released, and what the program brings.</summary>
public sealed class DraftSources(TemplateReleases releases)
{
    /// <summary>All of them: of each released template the newest version, then the program's own.</summary>
    public async Task<IReadOnlyList<DraftSource>> All(CancellationToken cancellationToken)
    {
        var own = BuiltInTemplate.Template;
        return
        [
            .. (await releases.All(cancellationToken).ConfigureAwait(false)).Where(r => r.Head is not null).DistinctBy(r => r.Release.TemplateId).Select(r => new DraftSource(
                r.Release.Key, DraftText.FromRelease.With(NameOf(r.Head!), r.Head!.Version), cancel => releases.Find(r.Release.TemplateId, r.Release.Said.Version, cancel))),
            new("built-in", DraftText.FromProgram.With(NameOf(own.Head), own.Head.Version), _ => Task.FromResult<Template?>(own)),
        ];
    }

    /// <summary>The version of a template that this hub released last; null for none.</summary>
    public async Task<Template?> LastRelease(string templateId, CancellationToken cancellationToken) =>
        (await releases.All(cancellationToken).ConfigureAwait(false)).FirstOrDefault(r => r.Head is not null && r.Release.TemplateId == templateId) is { } last
            ? await releases.Find(templateId, last.Release.Said.Version, cancellationToken).ConfigureAwait(false) : null;

    private static Text NameOf(TemplateHead head) => new(head.Name.For(Language.French).Text, head.Name.For(Language.English).Text);
}
