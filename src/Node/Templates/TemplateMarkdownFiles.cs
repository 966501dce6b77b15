namespace RecoveryCoP.Node.Templates;

/// <summary>What a template's Markdown files say, two files an item, by the table of kinds; what it must be is for <see cref="TemplateChecks"/>.</summary>
internal sealed class TemplateMarkdownFiles(TemplateKind kind, TemplatePlaces places)
{
    private static readonly Language[] sides = [Language.French, Language.English];

    /// <summary>The item of two files.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="french">Its French file, taken apart.</param>
    /// <param name="english">Its English file.</param>
    public TemplateItem Item(string id, TemplateMarkdown french, TemplateMarkdown english)
    {
        var at = new TemplatePoint(kind.Name, id);
        var item = Coded(new TemplateItem(kind.Name, id), at, french, english);
        var said = sides.ToDictionary(side => side, side => Written(at with { Side = side }, side == Language.French ? french : english));
        foreach (var field in kind.Fields.Where(f => f.IsWritten))
        {
            item = item.With(field.Name, said[Language.French].GetValueOrDefault(field.Name), said[Language.English].GetValueOrDefault(field.Name));
        }

        return kind.Rows is null ? item : item with { Rows = [.. Rows(at, french, english)] };
    }

    /// <summary>The path of an item's file.</summary>
    public static string PathOf(TemplateKind kind, string id, Language side) => kind.Place == TemplatePlace.OneMarkdown ? $"{kind.File}.{side.Code}.md" : $"{kind.File}/{id}.{side.Code}.md";

    private string PathOf(TemplatePoint at) => PathOf(kind, at.Id, at.Side!);

    // Codes are the same in both languages: said in the French file, and in the English one too if somebody likes.
    private TemplateItem Coded(TemplateItem item, TemplatePoint at, TemplateMarkdown french, TemplateMarkdown english)
    {
        foreach (var (side, front) in new[] { (Language.French, french.Front), (Language.English, english.Front) })
        {
            var file = PathOf(at with { Side = side });
            foreach (var (name, value) in front)
            {
                if (kind.Fields.FirstOrDefault(f => f.Name == name && !f.IsWritten) is not { } field)
                {
                    places.Tell(file, value.Line, "template.key-unknown", name, string.Join(", ", kind.Fields.Where(f => !f.IsWritten).Select(f => f.Name)));
                }
                else if (Code(field, value.Text) is var code && side == Language.French)
                {
                    places.Note(at with { Field = name }, file, value.Line);
                    item = item.With(name, code);
                }
                else if (code != item.Code(name))
                {
                    places.Tell(file, value.Line, "template.codes-differ", name);
                }
            }
        }

        return item;
    }

    private static string Code(TemplateField field, string value) => field.Shape switch
    {
        TemplateShape.Choices => string.Join(',', value.Trim('[', ']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
        TemplateShape.Tick when value == "false" => "",
        _ => value,
    };

    private Dictionary<string, string> Written(TemplatePoint at, TemplateMarkdown read)
    {
        var (file, said) = (PathOf(at), new Dictionary<string, string>());
        places.Note(at, file, 1);
        places.Note(at with { Side = null }, file, 1);
        if (kind.Heading is { } heading && read.Title is { } title)
        {
            Take(heading, title);
        }
        else if (kind.Heading is { } missing)
        {
            places.Leave(at with { Field = missing.Name, Side = null });
        }

        if (kind.Body is { } body)
        {
            Take(body, read.Opening);
        }
        else if (read.Opening.Text.Length > 0)
        {
            places.Tell(file, read.Opening.Line, "template.loose-text");
        }

        foreach (var section in kind.Rows is null ? read.Sections : [])
        {
            if (section.Id is not null || kind.Fields.FirstOrDefault(f => f.IsWritten && f != kind.Heading && IsNamed(f, section.Heading.Text)) is not { } field)
            {
                places.Tell(file, section.Heading.Line, "template.section-unknown", section.Heading.Text, string.Join(", ", kind.Fields.Where(f => f.IsWritten && f != kind.Heading).Select(f => f.Name)));
            }
            else if (said.ContainsKey(field.Name))
            {
                places.Tell(file, section.Heading.Line, "template.section-twice", section.Heading.Text);
            }
            else
            {
                Take(field, section.Body);
            }
        }

        return said;

        void Take(TemplateField field, MarkdownPiece piece)
        {
            places.Note(at with { Field = field.Name }, file, piece.Line, hasLines: true);
            said[field.Name] = piece.Text;
        }
    }

    // By its name in the format, or as the pages of a practice head it, in either language.
    private static bool IsNamed(TemplateField field, string heading) =>
        heading == field.Name || heading.Equals(field.Label.Fr, StringComparison.OrdinalIgnoreCase) || heading.Equals(field.Label.En, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<TemplateItem> Rows(TemplatePoint at, TemplateMarkdown french, TemplateMarkdown english)
    {
        var (fr, en) = (Known(at with { Side = Language.French }, french), Known(at with { Side = Language.English }, english));
        var (frFile, enFile) = (PathOf(at with { Side = Language.French }), PathOf(at with { Side = Language.English }));
        foreach (var (id, section) in fr.Where(s => !en.ContainsKey(s.Key)))
        {
            places.Tell(at with { Row = id }, frFile, section.Heading.Line, "template.row-missing", id, enFile);
        }

        foreach (var (id, section) in en.Where(s => !fr.ContainsKey(s.Key)))
        {
            places.Tell(at with { Row = id }, enFile, section.Heading.Line, "template.row-missing", id, frFile);
        }

        if (fr.Keys.Where(en.ContainsKey).Zip(en.Keys.Where(fr.ContainsKey)).FirstOrDefault(pair => pair.First != pair.Second) is { First: not null } pair)
        {
            places.Tell(enFile, en[pair.Second].Heading.Line, "template.row-order", pair.Second);
        }

        var (title, text) = (kind.Rows!.Fields.First(f => f.Shape == TemplateShape.Line), kind.Rows.Fields.First(f => f.Shape == TemplateShape.Prose));
        foreach (var (id, section) in fr)
        {
            var other = en.GetValueOrDefault(id);
            yield return new TemplateItem(kind.Rows.Name, id).With(title.Name, section.Heading.Text, other?.Heading.Text).With(text.Name, section.Body.Text, other?.Body.Text);
        }

        OrderedDictionary<string, MarkdownSection> Known(TemplatePoint side, TemplateMarkdown read)
        {
            var known = new OrderedDictionary<string, MarkdownSection>();
            foreach (var section in read.Sections)
            {
                var (file, line) = (PathOf(side), section.Heading.Line);
                if (section.Id is null)
                {
                    places.Tell(file, line, "template.row-id", section.Heading.Text);
                }
                else if (!known.TryAdd(section.Id, section))
                {
                    places.Tell(file, line, "template.id-twice", section.Id);
                }
                else
                {
                    var row = side with { Row = section.Id };
                    places.Note(row, file, line);
                    places.Note(row with { Side = null }, file, line);
                    places.Note(row with { Field = kind.Rows!.Fields.First(f => f.Shape == TemplateShape.Line).Name }, file, line);
                    places.Note(row with { Field = kind.Rows.Fields.First(f => f.Shape == TemplateShape.Prose).Name }, file, section.Body.Line, hasLines: true);
                }
            }

            return known;
        }
    }
}
