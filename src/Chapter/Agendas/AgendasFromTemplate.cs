using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Agendas;

/// <summary>Takes the agendas of a template.</summary>
internal sealed class AgendasFromTemplate(AgendaQueries agendas, IGrainFactory grains) : ITemplatePart
{
    public TemplateKind Kind => TemplateKinds.Agenda;

    public async Task<IReadOnlyList<TemplateItem>> Ours(IReadOnlyCollection<string> ids, TemplateWork work, CancellationToken cancellationToken)
    {
        List<TemplateItem> ours = [];
        foreach (var id in ids)
        {
            if (await agendas.Find(work.RecordOf(Kind.Name, id), cancellationToken) is { } agenda)
            {
                ours.Add(ItemOf(id, agenda.Content!));
            }
        }

        return ours;
    }

    public async Task<Result> Apply(ItemChange change, TemplateWork work, CancellationToken cancellationToken)
    {
        var id = work.RecordOf(Kind.Name, change.Id);
        var agenda = await agendas.Find(id, cancellationToken);
        var ours = agenda is null ? null : ItemOf(change.Id, agenda.Content!);
        return ours == change.After ? Result.Done
            : ours != change.Before ? TemplateRefusals.Changed
            : change.After is { } after ? await grains.Agenda(id).Do(new WriteAgenda(work.Actor, agenda?.Version ?? 0, ContentOf(after)))
            : await grains.Agenda(id).Do(new RemoveAgenda(work.Actor, agenda!.Version));
    }

    private static TemplateItem ItemOf(string id, AgendaContent content) => new TemplateItem(TemplateKinds.Agenda.Name, id)
    {
        Rows = [.. content.Items.Select(i => new TemplateItem(TemplateKinds.Agenda.Rows!.Name, i.Id)
            .With("title", i.Title.Fr, i.Title.En).With("stream", Options<TopicStream>.CodeOf(i.Stream)).With("kind", Options<ItemKind>.CodeOf(i.Kind)).With("minutes", Digits.Of(i.Minutes)))],
    }.With("title", content.Title.Fr, content.Title.En).With("words", content.Words.Fr, content.Words.En);

    // The template was checked: its codes and numbers are ones.
    private static AgendaContent ContentOf(TemplateItem item) => new()
    {
        Title = Field(item, "title"),
        Words = Field(item, "words"),
        Items = [.. item.Rows.Select(r => new ModelItem
        {
            Id = r.Id,
            Title = Field(r, "title"),
            Stream = MeetingCodes.Streams.ValueOf(r.Code("stream"))!.Value,
            Kind = MeetingCodes.Kinds.ValueOf(r.Code("kind"))!.Value,
            Minutes = Digits.Read(r.Code("minutes"))!.Value,
        })],
    };

    private static Bilingual Field(TemplateItem item, string name) => item.Fields.GetValueOrDefault(name) ?? new(null, null);
}
