using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Hub.TemplateDrafts;

/// <summary>A template that a draft can begin from.</summary>
/// <param name="Key">What a form calls it.</param>
/// <param name="Label">What a form says.</param>
/// <param name="Read">Reads it whole.</param>
public sealed record DraftSource(string Key, Text Label, Func<CancellationToken, Task<Template>> Read);

/// <summary>The templates that a draft can begin from, besides a file: what this hub released, and what the program brings.</summary>
public sealed class DraftSources
{
    /// <summary>All of them.</summary>
    public Task<IReadOnlyList<DraftSource>> All(CancellationToken cancellationToken)
    {
        var own = BuiltInTemplate.Template;
        return Task.FromResult<IReadOnlyList<DraftSource>>([new("built-in", DraftText.FromProgram.With(own.Head.Name.For(Language.French).Text, own.Head.Version), _ => Task.FromResult(own))]);
    }
}
