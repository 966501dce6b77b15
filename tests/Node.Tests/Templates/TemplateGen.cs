using System.Collections.Immutable;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Node.Tests.Templates;

/// <summary>Templates by chance, and what becomes of them: no two texts that it writes are alike, so that whatever is lost or skipped shows.</summary>
internal sealed class TemplateGen(Random random)
{
    private int _next;

    /// <summary>A template of a few kinds: with rows, with prose, with codes.</summary>
    public ImmutableArray<TemplateItem> Template() =>
    [
        Charter(),
        .. Many(4).Select(n => new TemplateItem("topic", $"topic-{n}").With("title", Word(), Word()).With("stream", "practice") is var t && random.Next(2) == 0 ? t.WithText("words", Prose(3)) : t),
        .. Many(3).Select(n => new TemplateItem("agenda", $"agenda-{n}").With("title", Word(), Word()) with { Rows = [.. Many(4).Select(i => AgendaItem($"i{i}"))] }),
        .. Many(3).Select(n => new TemplateItem("text", $"text-{n}").With("title", Word(), Word()).WithText("text", Prose(5))),
    ];

    /// <summary>The same with some things said otherwise, taken out, put in and moved.</summary>
    public ImmutableArray<TemplateItem> Edited(IEnumerable<TemplateItem> items, string who)
    {
        var edited = items.Select(i => random.Next(4) > 0 ? i : random.Next(6) == 0 ? null : Edited(i, who)).OfType<TemplateItem>().ToList();
        if (random.Next(3) == 0)
        {
            edited.Add(new TemplateItem("topic", $"{who}-{_next++}").With("title", Word(), Word()).With("stream", "system"));
        }

        return [.. Shuffled(edited)];
    }

    public IEnumerable<T> Shuffled<T>(IEnumerable<T> all)
    {
        var shuffled = all.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    private TemplateItem Edited(TemplateItem item, string who)
    {
        var edited = item;
        foreach (var (name, value) in item.Fields.Where(_ => random.Next(2) == 0))
        {
            edited = new UpgradePlace(item.Kind, item.Id, "", name).FieldOf() is { IsWritten: false } ? edited.With(name, random.Next(2) == 0 ? "system" : "community")
                : name is "text" or "words" or "opening" ? edited.WithText(name, EditedProse(value))
                : random.Next(2) == 0 ? edited.With(name, Word(), value.En) : edited.With(name, Word(), Word());
        }

        var rows = item.Rows.Select(r => random.Next(3) > 0 ? r : random.Next(5) == 0 ? null : EditedRow(r)).OfType<TemplateItem>().ToList();
        if (item.Rows.Length > 0 && random.Next(3) == 0)
        {
            rows.Insert(random.Next(rows.Count + 1), item.Kind == "charter" ? Clause($"{who}-{_next++}") : AgendaItem($"{who}-{_next++}"));
        }

        return edited with { Rows = random.Next(4) == 0 ? [.. Shuffled(rows)] : [.. rows] };
    }

    private TemplateItem EditedRow(TemplateItem row) =>
        row.Fields.TryGetValue("text", out var text) && random.Next(2) == 0 ? row.WithText("text", EditedProse(text))
        : row.Fields.ContainsKey("minutes") && random.Next(2) == 0 ? row.With("minutes", $"{random.Next(1, 90)}")
        : row.With("title", Word(), Word());

    private Bilingual EditedProse(Bilingual text)
    {
        var (fr, en) = (text.Fr!.Split("\n\n").ToList(), text.En!.Split("\n\n").ToList());
        var at = random.Next(fr.Count);
        switch (random.Next(4))
        {
            case 0 when fr.Count > 1:
                fr.RemoveAt(at);
                en.RemoveAt(at);
                break;
            case 1:
                fr.Insert(at, Word());
                en.Insert(at, Word());
                break;
            case 2:
                // No longer as many paragraphs in one language as in the other.
                fr.Insert(at, Word());
                break;
            default:
                fr[at] = Word();
                en[at] = random.Next(2) == 0 ? Word() : en[at];
                break;
        }

        return new(string.Join("\n\n", fr), string.Join("\n\n", en));
    }

    private TemplateItem Charter() => new TemplateItem("charter", "charter").WithText("opening", Prose(2)) with { Rows = [.. Many(6).Select(n => Clause($"clause-{n}"))] };

    private TemplateItem Clause(string id) => new TemplateItem("clause", id).With("title", Word(), Word()).WithText("text", Prose(3));

    private TemplateItem AgendaItem(string id) => new TemplateItem("item", id).With("title", Word(), Word()).With("stream", "practice").With("kind", "discussion").With("minutes", $"{random.Next(1, 90)}");

    private Bilingual Prose(int most)
    {
        var paragraphs = Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => (Word(), Word())).ToArray();
        return new(string.Join("\n\n", paragraphs.Select(p => p.Item1)), string.Join("\n\n", paragraphs.Select(p => p.Item2)));
    }

    private string Word() => $"mot{_next++}";

    private IEnumerable<int> Many(int most) => Enumerable.Range(1, random.Next(1, most + 1));
}

internal static class TemplateItems
{
    public static TemplateItem WithText(this TemplateItem item, string field, Bilingual text) => item.With(field, text.Fr, text.En);

    /// <summary>Every text and code that an item says, with where: what may not be lost.</summary>
    public static IEnumerable<string> Pieces(this IEnumerable<TemplateItem> items) => items.SelectMany(i => Own(i, $"{i.Kind}/{i.Id}").Concat(i.Rows.SelectMany(r => Own(r, $"{i.Kind}/{i.Id}/{r.Id}"))));

    private static IEnumerable<string> Own(TemplateItem item, string at) => item.Fields
        .SelectMany(f => ((string?[])[f.Value.Fr, f.Value.En]).OfType<string>().SelectMany(v => v.Split("\n\n")).Distinct().Select(v => $"{at}/{f.Key}: {v}"))
        .Prepend(at);
}
