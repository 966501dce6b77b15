using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Templates;

/// <summary>Takes a newer version of the template: what was decided on a preview, and only while what it compared stands.</summary>
public sealed class TemplateUpgrade(IEnumerable<ITemplateSource> sources, TemplateComparison comparison, TemplateRuns runs)
{
    /// <summary>Templates that can take the place of what is installed, the newest first.</summary>
    public async Task<IReadOnlyList<AvailableTemplate>> Available(InstalledTemplate installed, CancellationToken cancellationToken)
    {
        var all = new List<AvailableTemplate>();
        foreach (var source in sources)
        {
            all.AddRange(await source.Available(cancellationToken));
        }

        return [.. all.Where(a => TemplateRefusals.RefusalFor(installed, a.Head) is null && (a.Head.Written != installed.Head?.Written || installed.Run is { State: TemplateRunState.Applied, Refused.Count: > 0 })).OrderByDescending(a => a.Head.Version)];
    }

    /// <summary>Templates that somebody offers and that cannot be taken, with the reason.</summary>
    public async Task<IReadOnlyList<UnfitTemplate>> Unfit(CancellationToken cancellationToken)
    {
        var all = new List<UnfitTemplate>();
        foreach (var source in sources)
        {
            all.AddRange(await source.Unfit(cancellationToken));
        }

        return all;
    }

    /// <summary>What one of them would change; nothing changes.</summary>
    public async Task<Result<TemplatePreview>> Preview(InstalledTemplate installed, string key, Language reader, CancellationToken cancellationToken)
    {
        if ((await Available(installed, cancellationToken)).FirstOrDefault(a => a.Key == key) is not { } chosen)
        {
            return Refusal.Of("template.unknown");
        }

        var read = await chosen.Read(cancellationToken);
        return read.Value is { } template ? await comparison.Preview(template, reader, cancellationToken) : Result<TemplatePreview>.Refused(read.Refusals);
    }

    /// <summary>Makes it so.</summary>
    /// <param name="actor">A steward.</param>
    /// <param name="template">The template that was previewed.</param>
    /// <param name="seen">What was before their eyes (<see cref="TemplatePreview.Seen"/>).</param>
    /// <param name="decisions">What was decided about conflicts; the others keep ours.</param>
    /// <param name="reader">The reader's language.</param>
    /// <param name="cancellationToken">Ends the wait before it is begun.</param>
    public async Task<Result> Apply(
        Actor actor, Template template, string seen, IReadOnlyDictionary<UpgradePlace, UpgradeDecision> decisions, Language reader, CancellationToken cancellationToken)
    {
        var preview = await comparison.Preview(template, reader, cancellationToken);
        if (preview.Value is not { } now)
        {
            return preview.WithoutValue;
        }

        if (now.Seen != seen)
        {
            return TemplateRefusals.Stale;
        }

        var (plan, language) = (now.Plan.Decided(decisions), comparison.LanguageOf(now.Installed, reader));
        return await runs.Begin(
            actor, now.Installed.Version, template.Head, language,
            new(plan.Changes, [.. plan.Conflicts.Select(c => new DecidedConflict(c.Place, c.Decision?.Choice ?? UpgradeChoice.Ours))], comparison.Taken(template.Items, language), new Dictionary<string, string>()),
            cancellationToken);
    }
}
