using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Tests.Templates;

/// <summary>Small templates.</summary>
internal static class TemplateSamples
{
    public static Template Of(string version, params TemplateItem[] items) => new(
        new TemplateHead("quebec", Version.Parse(version)) { Name = new("Rétablissement", "Recovery"), Changes = new("Des mots plus simples.", "Plainer words.") }, [.. items]);

    public static byte[] Zip(Template template) => TemplateWriter.ToZip(template);

    public static TemplateItem Text(string id, string title) => new TemplateItem("text", id).With("title", title, title + " (en)").With("text", "Un.\n\nDeux.", "One.\n\nTwo.");

    public static TemplateItem Topic(string id, string title) => new TemplateItem("topic", id).With("title", title, title + " (en)").With("stream", "practice");
}

/// <summary>A feature of the test's own that takes texts.</summary>
internal sealed class TextsOfTheTest : ITemplatePart
{
    private readonly Dictionary<string, TemplateItem> _texts = [];

    /// <summary>What happens between the look at a text and its change.</summary>
    public Action<ItemChange>? BeforeApply { get; set; }

    public TemplateKind Kind => TemplateKinds.Text;

    public IEnumerable<string> Titles => _texts.OrderByDescending(t => t.Key, StringComparer.Ordinal).Select(t => t.Value.In(Language.French, "title"));

    public void Write(string id, string title) => _texts[id] = _texts[id].With("title", title, title);

    public Task<IReadOnlyList<TemplateItem>> Ours(IReadOnlyCollection<string> ids, TemplateWork work, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TemplateItem>>([.. ids.Where(_texts.ContainsKey).Select(id => _texts[id])]);

    public Task<Result> Apply(ItemChange change, TemplateWork work, CancellationToken cancellationToken)
    {
        BeforeApply?.Invoke(change);
        var now = _texts.GetValueOrDefault(change.Id);
        if (now != change.After && now != change.Before)
        {
            return Task.FromResult<Result>(TemplateRefusals.Changed);
        }

        if (change.After is { } after)
        {
            _texts[change.Id] = after;
        }
        else
        {
            _texts.Remove(change.Id);
        }

        return Task.FromResult(Result.Done);
    }
}
