using System.Text.Json;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Hub.TemplateDrafts;

/// <summary>A template that the hub's team is writing. Unlike a released one it may lack things: what, <see cref="Problems"/> say.</summary>
/// <param name="Id">Its id here.</param>
/// <param name="Template">What it says so far.</param>
/// <param name="ChangedAt">When it was changed last.</param>
public sealed record TemplateDraft(Guid Id, Template Template, DateTimeOffset ChangedAt)
{
    /// <summary>How many drafts there are at most.</summary>
    public const int Most = 20;

    /// <summary>What is to be mended before it can be released.</summary>
    public IReadOnlyList<TemplateProblem> Problems => [.. TemplateChecks.Of(Template.Head), .. TemplateChecks.Of([.. Template.Items])];

    /// <summary>An item; null when it has no such item.</summary>
    public TemplateItem? Find(string kind, string id) => Template.Items.FirstOrDefault(i => i.Kind == kind && i.Id == id);

    /// <summary>Names what somebody saw before they changed it: what is no longer so is stale. Empty for nothing.</summary>
    internal static string NameOf<T>(T? seen) where T : class => seen is null ? "" : TextStore.NameOf(JsonSerializer.SerializeToUtf8Bytes(seen, GrainJson.Options));
}
