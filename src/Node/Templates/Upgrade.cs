using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace RecoveryCoP.Node.Templates;

/// <summary>
/// What a newer version of a template would change of what a chapter made of the one that it has. One rule for items, rows, fields and paragraphs: what only one side
/// changed is as that side has it; what both changed alike is so; what both changed differently is looked at part by part, and a conflict where it has no parts.
/// So no change of the chapter's is lost, and none of the template's is skipped without a word.
/// </summary>
public static partial class Upgrade
{
    private static readonly Dictionary<UpgradePlace, UpgradeDecision> _undecided = [];

    /// <summary>Compares the three.</summary>
    /// <param name="before">What the installed version of the template brought.</param>
    /// <param name="theirs">What the newer one brings.</param>
    /// <param name="ours">What is here of both, whatever its order.</param>
    public static UpgradePlan Plan(IEnumerable<TemplateItem> before, IEnumerable<TemplateItem> theirs, IEnumerable<TemplateItem> ours)
    {
        var (b, t, o) = (ById(before), ById(theirs), ById(ours));
        UpgradePlace[] places = [.. b.Keys.Concat(t.Keys).Concat(o.Keys).Distinct().OrderBy(p => OrderOf(p.Kind)).ThenBy(p => p.Id, StringComparer.Ordinal)];
        return Decided(_undecided);

        UpgradePlan Decided(IReadOnlyDictionary<UpgradePlace, UpgradeDecision> decisions)
        {
            var merge = new Merge(decisions);
            ItemChange[] changes = [.. places.Select(p => new ItemChange(o.GetValueOrDefault(p), merge.Item(p, b.GetValueOrDefault(p), t.GetValueOrDefault(p), o.GetValueOrDefault(p)))).Where(c => c.Before != c.After)];
            return new([.. changes.Where(c => c.After is not null), .. changes.Where(c => c.After is null).Reverse()], merge.Conflicts, merge.Kept) { Again = Decided };
        }
    }

    private static Dictionary<UpgradePlace, TemplateItem> ById(IEnumerable<TemplateItem> items) => items.ToDictionary(i => new UpgradePlace(i.Kind, i.Id));

    private static int OrderOf(string kind) => TemplateKinds.All.TakeWhile(k => k.Name != kind).Count();

    [GeneratedRegex(@"\n(?:[ \t]*\n)+")]
    private static partial Regex BetweenParagraphs();

    [GeneratedRegex(@"\s+|[\p{L}\p{N}\p{M}’'-]+|[^\s]")]
    private static partial Regex Words();

    private sealed class Merge(IReadOnlyDictionary<UpgradePlace, UpgradeDecision> decisions)
    {
        public List<UpgradeConflict> Conflicts { get; } = [];

        public List<UpgradeKept> Kept { get; } = [];

        public TemplateItem? Item(UpgradePlace at, TemplateItem? before, TemplateItem? theirs, TemplateItem? ours) => Unit(
            at, before, theirs, ours,
            () => theirs is null || ours is null
                ? Decide(new(at, before, theirs, ours, ours), () => theirs, () => ours, _ => ours)
                : Inside(at, before ?? new(ours.Kind, ours.Id), theirs, ours));

        private T? Unit<T>(UpgradePlace at, T? before, T? theirs, T? ours, Func<T?> parts) where T : class
        {
            if (Equals(theirs, ours))
            {
                return ours;
            }

            if (Equals(theirs, before))
            {
                Kept.Add(new(at, ours is null ? KeptBecause.Deleted : KeptBecause.Changed));
                return ours;
            }

            return Equals(ours, before) ? theirs : parts();
        }

        private T? Decide<T>(UpgradeConflict conflict, Func<T?> theirs, Func<T?> ours, Func<Bilingual, T?> own)
        {
            var decision = decisions.GetValueOrDefault(conflict.Place);
            Conflicts.Add(conflict with { Decision = decision });
            return decision switch
            {
                { Choice: UpgradeChoice.Theirs } => theirs(),
                { Choice: UpgradeChoice.Own, Text: { } text } when conflict.TakesOwn => own(text),
                _ => ours(),
            };
        }

        private TemplateItem Inside(UpgradePlace at, TemplateItem before, TemplateItem theirs, TemplateItem ours)
        {
            var fields = before.Fields.Keys.Concat(theirs.Fields.Keys).Concat(ours.Fields.Keys).Distinct().Order(StringComparer.Ordinal)
                .Select(name => (name, Value: Field(at with { Field = name }, before.Fields.GetValueOrDefault(name), theirs.Fields.GetValueOrDefault(name), ours.Fields.GetValueOrDefault(name))));
            return ours with
            {
                Fields = fields.Where(f => f.Value is { IsEmpty: false }).ToImmutableSortedDictionary(f => f.name, f => f.Value!, StringComparer.Ordinal),
                Rows = Rows(at, before.Rows, theirs.Rows, ours.Rows),
            };
        }

        private Bilingual? Field(UpgradePlace at, Bilingual? before, Bilingual? theirs, Bilingual? ours) => Unit(at, before, theirs, ours, () =>
        {
            var shape = at.FieldOf()?.Shape ?? TemplateShape.Line;
            var (t, o) = shape == TemplateShape.Prose && Pairs(before) is { } b && Pairs(theirs) is { } withT && Pairs(ours) is { } withO
                ? ThreeWay.Merge(b, withT, withO) is var (mergedT, mergedO) ? (Joined(mergedT), Joined(mergedO)) : default
                : (theirs, ours);
            return Equals(t, o) ? o : Decide(
                new(at, Alone(at, before), Alone(at, t), Alone(at, o), Alone(at, shape is TemplateShape.Line or TemplateShape.Prose ? Proposal(shape, before, t, o) : o)), () => t, () => o, own => own);
        });

        // Ours' order, unless only the template changed that of the rows that all three have; what one side alone has stands behind what precedes it there.
        private ImmutableArray<TemplateItem> Rows(UpgradePlace at, ImmutableArray<TemplateItem> before, ImmutableArray<TemplateItem> theirs, ImmutableArray<TemplateItem> ours)
        {
            var merged = before.Concat(theirs).Concat(ours).Select(r => r.Id).Distinct()
                .Select(id => Item(at with { Row = id }, Of(before, id), Of(theirs, id), Of(ours, id)))
                .OfType<TemplateItem>().ToDictionary(r => r.Id);
            var (was, theirOrder, ourOrder) = (Order(before), Order(theirs), Order(ours));
            var (weMoved, theyMoved) = (!was.SequenceEqual(ourOrder), !was.SequenceEqual(theirOrder));
            if (weMoved && theyMoved && !theirOrder.SequenceEqual(ourOrder))
            {
                Kept.Add(new(at, KeptBecause.Ordered));
            }

            var (first, second) = theyMoved && !weMoved ? (theirs, ours) : (ours, theirs);
            var order = first.Select(r => r.Id).Where(merged.ContainsKey).ToList();
            for (var n = 0; n < second.Length; n++)
            {
                if (merged.ContainsKey(second[n].Id) && !order.Contains(second[n].Id))
                {
                    order.Insert(second[..n].Select(r => order.IndexOf(r.Id)).LastOrDefault(i => i >= 0, -1) + 1, second[n].Id);
                }
            }

            return [.. order.Select(id => merged[id])];

            IEnumerable<string> Order(ImmutableArray<TemplateItem> rows) => rows.Select(r => r.Id).Where(id => Of(before, id) is not null && Of(theirs, id) is not null && Of(ours, id) is not null);
        }

        private static TemplateItem? Of(ImmutableArray<TemplateItem> rows, string id) => rows.FirstOrDefault(r => r.Id == id);

        private static TemplateItem? Alone(UpgradePlace at, Bilingual? value) => value is null ? null : new TemplateItem(at.Kind, at.Id).With(at.Field, value.Fr, value.En);
    }

    /// <summary>The paragraphs of both sides, each with its translation; null when they do not pair up.</summary>
    private static List<(string? Fr, string? En)>? Pairs(Bilingual? text)
    {
        var (fr, en) = (Paragraphs(text?.Fr), Paragraphs(text?.En));
        return fr.Length == en.Length || fr.Length == 0 || en.Length == 0
            ? [.. Enumerable.Range(0, Math.Max(fr.Length, en.Length)).Select(n => (fr.ElementAtOrDefault(n), en.ElementAtOrDefault(n)))] : null;
    }

    private static string[] Paragraphs(string? text) => string.IsNullOrWhiteSpace(text) ? [] : BetweenParagraphs().Split(text.Trim());

    private static Bilingual? Joined(IEnumerable<(string? Fr, string? En)> pairs)
    {
        var (fr, en) = (string.Join("\n\n", pairs.Select(p => p.Fr).OfType<string>()), string.Join("\n\n", pairs.Select(p => p.En).OfType<string>()));
        return fr.Length + en.Length == 0 ? null : new(fr.Length == 0 ? null : fr, en.Length == 0 ? null : en);
    }

    /// <summary>Both changes in one text where they are of different words; else, of prose, first ours and then theirs, to be made one.</summary>
    private static Bilingual Proposal(TemplateShape shape, Bilingual? before, Bilingual? theirs, Bilingual? ours)
    {
        return new(Side(before?.Fr, theirs?.Fr, ours?.Fr), Side(before?.En, theirs?.En, ours?.En));

        string? Side(string? b, string? t, string? o)
        {
            var (mergedT, mergedO) = ThreeWay.Merge(Split(b), Split(t), Split(o));
            return mergedT.SequenceEqual(mergedO) ? string.Concat(mergedO)
                : string.IsNullOrEmpty(t) || string.IsNullOrEmpty(o) ? o + t
                : shape == TemplateShape.Prose ? o + "\n\n" + t : o;
        }

        static string[] Split(string? text) => [.. Words().Matches(text ?? "").Select(m => m.Value)];
    }
}
