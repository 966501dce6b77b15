using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Templates;

/// <summary>What a template would change here.</summary>
/// <param name="Installed">What is installed.</param>
/// <param name="Template">The template.</param>
/// <param name="Plan">What becomes of what is here.</param>
/// <param name="Before">What the installed one had brought.</param>
/// <param name="Skipped">Kinds that the template brings and this program does not take.</param>
/// <param name="Seen">Names all three that were compared: what somebody decided on before one of them changed is stale.</param>
public sealed record TemplatePreview(InstalledTemplate Installed, Template Template, UpgradePlan Plan, IReadOnlyList<TemplateItem> Before, IReadOnlyList<TemplateKind> Skipped, string Seen);

/// <summary>Compares a template with what is here.</summary>
public sealed class TemplateComparison(InstalledTemplates installed, IEnumerable<ITemplatePart> parts, ThisNode node)
{
    private static readonly string[] _decided = [ChapterRoles.Steward, ChapterRoles.Executive, ChapterRoles.Facilitator, ChapterRoles.Secretary];

    /// <summary>What it would change, or why it cannot be taken.</summary>
    public async Task<Result<TemplatePreview>> Preview(Template theirs, Language reader, CancellationToken cancellationToken)
    {
        var now = await installed.Find(cancellationToken);
        if (TemplateRefusals.RefusalFor(now, theirs.Head) is { } refusal)
        {
            return refusal;
        }

        var language = LanguageOf(now, reader);
        var (before, after) = (Taken(await installed.ItemsOf(now.Items, cancellationToken), language), Taken(theirs.Items, language));
        // Whoever asks, the comparison is the same: it is read under an id that no account has.
        var ours = await Ours(WorkOf(InstalledTemplate.TheId, language, theirs.Head, [.. after, .. before]), i => true, cancellationToken);
        // A first template leaves what is here as it is: it has no base by which the one could be told from the other.
        IReadOnlyList<TemplateItem> wanted = now.Head is not null ? after : [.. after.Select(t => ours.FirstOrDefault(o => o.Kind == t.Kind && o.Id == t.Id) ?? t)];
        var plan = Upgrade.Plan(before, wanted, ours);
        return new TemplatePreview(
            now, theirs, plan with { Kept = [.. plan.Kept, .. after.Except(wanted).Select(t => new UpgradeKept(new(t.Kind, t.Id), KeptBecause.Changed))] }, before,
            [.. TemplateKinds.All.Where(k => PartOf(k.Name) is null && theirs.Of(k).Any())],
            TextStore.NameOf([.. TemplateBytes.Of(theirs.Head), .. TemplateBytes.Of(before), .. TemplateBytes.Of(after), .. TemplateBytes.Of(ours), .. BitConverter.GetBytes(now.Version)]));
    }

    /// <summary>How things stand here that either version of the template brings.</summary>
    internal async Task<IReadOnlyList<TemplateItem>> Ours(TemplateWork work, Func<TemplateItem, bool> asked, CancellationToken cancellationToken)
    {
        var ours = new List<TemplateItem>();
        foreach (var kind in work.All.Where(asked).GroupBy(i => i.Kind))
        {
            if (PartOf(kind.Key) is { } part)
            {
                ours.AddRange((await part.Ours([.. kind.Select(i => i.Id).Distinct()], work, cancellationToken)).Select(i => WithIds(i, [.. kind.SelectMany(k => k.Rows).DistinctBy(r => r.Id)])));
            }
        }

        return ours;
    }

    /// <summary>What this program takes of a template, each thing in the languages in which it is written here.</summary>
    internal IReadOnlyList<TemplateItem> Taken(IEnumerable<TemplateItem> items, Language language) =>
        [.. items.Where(i => PartOf(i.Kind) is not null).Select(i => TemplateKinds.Of(i.Kind) is { InOneLanguage: true } ? i.Only(language) : i)];

    internal ITemplatePart? PartOf(string kind) => parts.FirstOrDefault(p => p.Kind.Name == kind);

    /// <summary>Who has things made: what was decided by the executive committee is done by a steward, with the roles that the operations ask for.</summary>
    internal TemplateWork WorkOf(Guid by, Language language, TemplateHead template, IReadOnlyList<TemplateItem> all, IReadOnlyDictionary<string, string>? answers = null) =>
        new(new Actor(by, _decided), language, node.Identity.Id, answers ?? new Dictionary<string, string>()) { Name = template.Name, All = all };

    /// <summary>The language in which things are taken that are written in one.</summary>
    internal Language LanguageOf(InstalledTemplate now, Language reader) =>
        now.Language.Length > 0 ? Language.Of(now.Language) : node.Profile.Languages is [var first, ..] ? Language.Of(first) : reader;

    // People write a charter without ids.
    private static TemplateItem WithIds(TemplateItem item, IReadOnlyList<TemplateItem> known) => item.Kind == TemplateKinds.Charter.Name ? CharterMatching.WithIds(known, item) : item;
}
