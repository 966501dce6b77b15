using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Templates;

/// <summary>What whoever has the server can do with the template from its command line: the same as on the pages, in the name of the steward who has been one longest.</summary>
internal static class TemplateVerbs
{
    private const string FileOption = "file", ConflictsOption = "conflicts";

    private static readonly VerbOption _file = new(FileOption, new("Le modèle, en un fichier zip; sans rien, la version la plus récente que l’on peut avoir", "The template, as a zip file; with nothing, the newest version to be had")) { IsArgument = true };

    public static Verb Status { get; } = new(
        "template-status",
        new("Dit quel modèle la communauté a, et ce qu’elle pourrait prendre", "Says which template the community has, and what it could take"),
        [],
        async (services, _, cancellationToken) =>
        {
            var installed = await services.GetRequiredService<InstalledTemplates>().Find(cancellationToken);
            var available = await services.GetRequiredService<TemplateUpgrade>().Available(installed, cancellationToken);
            return VerbResult.Done(string.Join('\n', [
                installed.Head is { } head ? $"{head.Id} {head.Version}" : "-",
                .. installed.Run is { } run ? new[] { $"{run.From?.Version.ToString() ?? "-"} -> {run.To.Version}: {run.State} {run.Done}/{run.Count}" } : [],
                .. installed.Run is { } refused ? refused.Refused.Concat(refused.NotUndone).Select(r => $"  {r.Change}: {r.Why.Code}") : [],
                .. available.Select(a => $"+ {a.Head.Id} {a.Head.Version} ({a.From.Fr} · {a.From.En})"),
                .. (await services.GetRequiredService<TemplateUpgrade>().Unfit(cancellationToken)).Select(u => $"! {u.Id} {u.Version}: {u.Why.Code} ({u.From.Fr} · {u.From.En})"),
            ]));
        });

    public static Verb Preview { get; } = new(
        "template-preview",
        new("Dit ce qu’un modèle changerait; rien ne change", "Says what a template would change; nothing changes"),
        [_file],
        async (services, values, cancellationToken) =>
        {
            var preview = await Previewed(services, values, cancellationToken);
            return preview.Value is { } found ? VerbResult.Done(Said(found, found.Plan)) : VerbResult.Refused(services, preview.Refusals);
        });

    public static Verb Apply { get; } = new(
        "template-apply",
        new("Applique un modèle, comme template-preview le montre", "Applies a template, as template-preview shows it"),
        [_file, new(ConflictsOption, new("Ce que l’on garde là où les deux ont changé : ours (par défaut) ou theirs", "What stays where both have changed: ours (the default) or theirs"))],
        async (services, values, cancellationToken) =>
        {
            var preview = await Previewed(services, values, cancellationToken);
            if (preview.Value is not { } found)
            {
                return VerbResult.Refused(services, preview.Refusals);
            }

            if (await Steward(services, cancellationToken) is not { } steward)
            {
                return NoSteward;
            }

            if (values.GetValueOrDefault(ConflictsOption, "ours") is not ("ours" or "theirs"))
            {
                return VerbResult.Refused(new Text("--conflicts est ours ou theirs.", "--conflicts is ours or theirs."));
            }

            var theirs = values.GetValueOrDefault(ConflictsOption) == "theirs";
            var decisions = found.Plan.Conflicts.ToDictionary(c => c.Place, _ => new UpgradeDecision(theirs ? UpgradeChoice.Theirs : UpgradeChoice.Ours));
            var result = await services.GetRequiredService<TemplateUpgrade>().Apply(steward, found.Template, found.Seen, decisions, Language.French, cancellationToken);
            return result.Succeeded ? VerbResult.Done(Said(found, found.Plan.Decided(decisions)) + "\n" + (await Status.Run(services, values, cancellationToken)).Output) : VerbResult.Refused(services, result.Refusals);
        })
    {
        StartsNode = true,
    };

    public static Verb Undo { get; } = new(
        "template-undo",
        new("Annule le dernier modèle appliqué", "Undoes the template that was applied last"),
        [],
        async (services, values, cancellationToken) =>
        {
            if (await Steward(services, cancellationToken) is not { } steward)
            {
                return NoSteward;
            }

            var installed = await services.GetRequiredService<InstalledTemplates>().Find(cancellationToken);
            var result = await services.GetRequiredService<TemplateRuns>().Undo(steward, installed.Version, cancellationToken);
            return result.Succeeded ? await Status.Run(services, values, cancellationToken) : VerbResult.Refused(services, result.Refusals);
        })
    {
        StartsNode = true,
    };

    internal static VerbResult NoSteward => VerbResult.Refused(new Text("Personne n’est à l’intendance. Fondez d’abord la communauté avec la commande init.", "There is no steward. Set the community up first with the verb init."));

    private static async Task<Result<TemplatePreview>> Previewed(IServiceProvider services, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        if (values.TryGetValue(FileOption, out var file))
        {
            if (!File.Exists(file))
            {
                return Refusal.Of("template.file-missing");
            }

            if (new FileInfo(file).Length > TemplateUpload.LargestMegabytes * 1024 * 1024)
            {
                return Refusal.Of("template.file-too-large", "", TemplateUpload.LargestMegabytes);
            }

            var read = TemplateReader.Read(await File.ReadAllBytesAsync(file, cancellationToken));
            return read.Value is { } template ? await services.GetRequiredService<TemplateComparison>().Preview(template, Language.French, cancellationToken) : Result<TemplatePreview>.Refused(read.Refusals);
        }

        var installed = await services.GetRequiredService<InstalledTemplates>().Find(cancellationToken);
        var upgrade = services.GetRequiredService<TemplateUpgrade>();
        return await upgrade.Available(installed, cancellationToken) is [var newest, ..]
            ? await upgrade.Preview(installed, newest.Key, Language.French, cancellationToken) : Refusal.Of("template.unknown");
    }

    private static string Said(TemplatePreview preview, UpgradePlan plan) => string.Join('\n', [
        $"{preview.Installed.Head?.Version.ToString() ?? "-"} -> {preview.Template.Head.Version}",
        .. plan.Changes.Select(c => $"{(c.Before is null ? '+' : c.After is null ? '-' : '~')} {c.Kind}/{c.Id}"),
        .. plan.Conflicts.Select(c => $"! {c.Place}: {c.Decision?.Choice ?? UpgradeChoice.Ours}"),
        .. plan.Kept.Select(k => $"= {k.Place}: {k.Because}"),
        .. preview.Skipped.Select(k => $"? {k.Name}"),
    ]);

    /// <summary>The steward who has been one longest: in whose name whoever has the server does things.</summary>
    internal static async Task<Actor?> Steward(IServiceProvider services, CancellationToken cancellationToken)
    {
        var id = await services.GetRequiredService<Database>().Find<Guid?>(
            "select a.id from account a join account_role r on r.account_id = a.id where r.role = @steward and r.taken_at is null and a.left_at is null order by r.given_at, a.id limit 1",
            new { steward = ChapterRoles.Steward }, cancellationToken);
        return id is { } found ? new(found, [ChapterRoles.Steward]) : null;
    }
}
