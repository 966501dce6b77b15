using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Texts;

/// <summary>Takes the texts of a template.</summary>
internal sealed class TextsFromTemplate(TextQueries texts, IGrainFactory grains) : ITemplatePart
{
    public TemplateKind Kind => TemplateKinds.Text;

    public async Task<IReadOnlyList<TemplateItem>> Ours(IReadOnlyCollection<string> ids, TemplateWork work, CancellationToken cancellationToken)
    {
        List<TemplateItem> ours = [];
        foreach (var id in ids)
        {
            if (await texts.Find(work.RecordOf(Kind.Name, id), cancellationToken) is { } text)
            {
                ours.Add(ItemOf(id, text));
            }
        }

        return ours;
    }

    public async Task<Result> Apply(ItemChange change, TemplateWork work, CancellationToken cancellationToken)
    {
        var id = work.RecordOf(Kind.Name, change.Id);
        var text = await texts.Find(id, cancellationToken);
        var ours = text is null ? null : ItemOf(change.Id, text);
        return ours == change.After ? Result.Done
            : ours != change.Before ? TemplateRefusals.Changed
            : change.After is { } after ? await grains.Text(id).Do(new WriteText(work.Actor, after.Id, text?.Version ?? 0, ContentOf(after)))
            : await grains.Text(id).Do(new RemoveText(work.Actor, text!.Version));
    }

    private static TemplateItem ItemOf(string id, ChapterText text) => new TemplateItem(TemplateKinds.Text.Name, id)
        .With("title", text.Content!.Title.Fr, text.Content.Title.En).With("text", text.Content.Words.Fr, text.Content.Words.En);

    private static TextContent ContentOf(TemplateItem item) => new() { Title = Field(item, "title"), Words = Field(item, "text") };

    private static Bilingual Field(TemplateItem item, string name) => item.Fields.GetValueOrDefault(name) ?? new(null, null);
}
