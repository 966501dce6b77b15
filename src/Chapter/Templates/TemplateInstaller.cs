using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Templates;

/// <summary>Founds from a template: brings all that it has to a chapter that has none. How far it is, the record says; broken off, it goes on; it is undone as a whole.</summary>
public sealed class TemplateInstaller(InstalledTemplates installed, TemplateComparison comparison, TemplateRuns runs)
{
    /// <summary>Installs it.</summary>
    /// <param name="actor">A steward.</param>
    /// <param name="template">The template.</param>
    /// <param name="language">The language in which it is taken where things are written in one.</param>
    /// <param name="answers">What founding asked (<see cref="TemplateWork.Answers"/>).</param>
    /// <param name="cancellationToken">Ends the wait before it is begun.</param>
    /// <param name="waits">False to have it made beside the pages: the record says how far it is.</param>
    public async Task<Result> Install(Actor actor, Template template, Language language, IReadOnlyDictionary<string, string> answers, CancellationToken cancellationToken, bool waits = true)
    {
        var now = await installed.Find(cancellationToken);
        if (TemplateRefusals.RefusalFor(now, template.Head) is { } refusal)
        {
            return refusal;
        }

        if (now.IsBusy)
        {
            return TemplateRefusals.Busy;
        }

        if (now.Head is not null)
        {
            return Refusal.Of("template.installed");
        }

        var items = comparison.Taken(template.Items, language);
        return await runs.Begin(actor, now.Version, template.Head, language, new([.. items.Select(i => new ItemChange(null, i))], [], items, answers), cancellationToken, waits);
    }
}
