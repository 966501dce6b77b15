using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>An agenda as templates say it, in one language, and as meetings have it.</summary>
internal static class TemplateAgenda
{
    /// <summary>The items of an agenda; the template was checked, so that its codes and numbers are ones.</summary>
    public static IReadOnlyList<AgendaItem> ItemsOf(IEnumerable<TemplateItem> rows, Language language, Func<TemplateItem, Guid> id) =>
    [
        .. rows.Select(r => new AgendaItem
        {
            Id = id(r),
            Title = r.In(language, "title"),
            Stream = MeetingCodes.Streams.ValueOf(r.Code("stream"))!.Value,
            Kind = MeetingCodes.Kinds.ValueOf(r.Code("kind"))!.Value,
            Minutes = Digits.Read(r.Code("minutes"))!.Value,
        }),
    ];

    /// <summary>A row as a template would say it.</summary>
    public static TemplateItem RowOf(AgendaItem item, Language language, string id) => new TemplateItem(TemplateKinds.Agenda.Rows!.Name, id)
        .In(language, "title", item.Title).With("stream", Options<TopicStream>.CodeOf(item.Stream)).With("kind", Options<ItemKind>.CodeOf(item.Kind)).With("minutes", Digits.Of(item.Minutes));

    /// <summary>The item with a field in one language.</summary>
    public static TemplateItem In(this TemplateItem item, Language language, string field, string value) =>
        language == Language.French ? item.With(field, value, null) : item.With(field, null, value);
}
