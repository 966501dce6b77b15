namespace RecoveryCoP.Node.Templates;

/// <summary>Items of a template as people read them.</summary>
public static class TemplateWords
{
    private static readonly Text at = new("{0}\u00a0: {1}", "{0}: {1}"), within = new("{0}\u00a0› {1}", "{0}\u00a0› {1}");

    /// <summary>What an item is called: its title or name; the kind's own word for what has none.</summary>
    public static Text TitleOf(TemplateItem item) =>
        (item.Fields.GetValueOrDefault("title") ?? item.Fields.GetValueOrDefault("name")) is { } title ? new(title.For(Language.French).Text, title.For(Language.English).Text)
        : TemplateKinds.Of(item.Kind)?.Title ?? item.Id.AsText();

    /// <summary>Where something is: the item, the row, the field.</summary>
    public static Text TitleOf(UpgradePlace place, IEnumerable<TemplateItem> items)
    {
        var item = items.FirstOrDefault(i => i.Kind == place.Kind && i.Id == place.Id);
        var title = item is null ? place.Id.AsText() : TitleOf(item);
        if (place.Row.Length > 0)
        {
            var row = items.Where(i => i.Kind == place.Kind && i.Id == place.Id).SelectMany(i => i.Rows).FirstOrDefault(r => r.Id == place.Row);
            title = Within(title, row is null ? TemplateKinds.Of(place.Kind)?.Rows?.Title ?? place.Row.AsText() : TitleOf(row));
        }

        return place.FieldOf() is { } field ? Within(title, field.Label) : title;

        static Text Within(Text outer, Text inner) => within.With(outer, inner);
    }

    /// <summary>All that an item says in a language, a line a field and the rows below; nothing for none.</summary>
    public static string Of(TemplateItem? item, Language language) => item is null ? "" : string.Join('\n', [
        .. Lines(item, TemplateKinds.Of(item.Kind)?.Fields ?? [], language),
        .. item.Rows.SelectMany(row => Lines(row, TemplateKinds.Of(item.Kind)?.Rows?.Fields ?? [], language).Prepend("")),
    ]);

    /// <summary>What one field says; nothing for none.</summary>
    public static string Of(TemplateItem? item, UpgradePlace place, Language language) => item is null ? "" : place.Field.Length > 0 ? place.FieldOf()?.InWords(item.In(language, place.Field), language) ?? item.In(language, place.Field) : Of(item, language);

    /// <summary>What becomes of an item, in a word.</summary>
    public static Text WordsOf(ItemChange change) => change.Before is null ? new("nouveau", "new") : change.After is null ? new("enlevé", "removed") : new("changé", "changed");

    private static IEnumerable<string> Lines(TemplateItem item, IReadOnlyList<TemplateField> fields, Language language) => fields
        .Select(field => (field, Says: item.In(language, field.Name)))
        .Where(f => f.Says.Length > 0)
        .Select(f => f.field.Shape == TemplateShape.Prose || f.field.Name is "title" or "name" ? f.Says : at.With(f.field.Label, f.field.InWords(f.Says, language)).In(language));
}
