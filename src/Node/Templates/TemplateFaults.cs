using System.Collections.ObjectModel;

namespace RecoveryCoP.Node.Templates;

/// <summary>The faults of a template as they are found; of somebody who means harm, no more than a person would mend.</summary>
internal sealed class TemplateFaults : Collection<TemplateFault>
{
    private const int Most = 1000, LongestWord = 300;

    /// <inheritdoc />
    protected override void InsertItem(int index, TemplateFault item)
    {
        if (Count < Most)
        {
            base.InsertItem(index, item with { Refusal = item.Refusal with { Args = [.. item.Refusal.Args.Select(said => said.Length > LongestWord ? said[..LongestWord] + "…" : said)] } });
        }
    }
}
