using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Node.Tests.Templates;

/// <summary>Templates, newer versions of them and what chapters made of them, by chance. <c>RECOVERYCOP_TEMPLATES</c> says how many; <c>RECOVERYCOP_SEED</c> has a run again.</summary>
public sealed class Upgrading_any_template
{
    private const int Usual = 2_000;

    [Fact]
    public void loses_no_local_change() => Each((before, theirs, ours, plan) =>
    {
        var after = Applied(ours, plan.Changes).Pieces().ToHashSet();
        // Undecided conflicts keep ours: whatever the chapter wrote is there.
        Assert.Empty(ours.Pieces().Except(before.Pieces()).Except(after));
        // And what it took out does not come back.
        Assert.Empty(after.Intersect(before.Pieces().Except(ours.Pieces())));
    });

    [Fact]
    public void skips_no_improvement_without_a_word() => Each((before, theirs, ours, plan) =>
    {
        var conflicts = plan.Conflicts.Select(c => Path(c.Place)).ToList();
        var after = Applied(ours, plan.Changes).Pieces().ToHashSet();
        Assert.DoesNotContain(theirs.Pieces().Except(before.Pieces()).Except(after), p => !IsSaid(p));
        // What the template took out is out, unless it is said.
        Assert.DoesNotContain(after.Intersect(before.Pieces().Except(theirs.Pieces())), p => !IsSaid(p));

        bool IsSaid(string piece) => conflicts.Any(c => piece.StartsWith(c, StringComparison.Ordinal));
    });

    [Fact]
    public void has_everything_of_theirs_where_every_conflict_is_decided_so() => Each((before, theirs, ours, plan) =>
    {
        var decided = plan.Decided(plan.Conflicts.ToDictionary(c => c.Place, _ => new UpgradeDecision(UpgradeChoice.Theirs)));
        var after = Applied(ours, decided.Changes).Pieces().ToHashSet();
        Assert.Empty(theirs.Pieces().Except(before.Pieces()).Except(after));
        Assert.Empty(after.Intersect(before.Pieces().Except(theirs.Pieces())));
    });

    [Fact]
    public void done_again_has_nothing_more_to_do() => Each((before, theirs, ours, plan) =>
    {
        var after = Applied(ours, plan.Changes);
        // From the old base too, but for paragraphs, which have no ids by which one that came would be known.
        Assert.Equal(Upgrade.Plan(before, theirs, after).Changes.Select(c => WithoutProse(c.Before!)), Upgrade.Plan(before, theirs, after).Changes.Select(c => WithoutProse(c.After!)));
        var next = Upgrade.Plan(theirs, theirs, after);
        Assert.Empty(next.Changes);
        Assert.Empty(next.Conflicts);
    });

    [Fact]
    public void is_undone_to_exactly_what_was() => Each((before, theirs, ours, plan) =>
        Assert.Equal(Sorted(ours), Sorted(Applied(Applied(ours, plan.Changes), plan.Changes.Reverse().Select(c => c.Undone)))));

    [Fact]
    public void does_not_depend_on_the_order_of_items()
    {
        var random = new Random(0);
        Each((before, theirs, ours, plan) =>
        {
            var chance = new TemplateGen(random);
            var other = Upgrade.Plan(chance.Shuffled(before), chance.Shuffled(theirs), chance.Shuffled(ours));
            Assert.Equal(plan.Changes, other.Changes);
            Assert.Equal(plan.Conflicts, other.Conflicts);
            Assert.Equal(plan.Kept, other.Kept);
        });
    }

    [Fact]
    public void has_a_conflict_only_where_both_changed_the_same_place_differently() => Each((before, theirs, ours, plan) =>
    {
        foreach (var conflict in plan.Conflicts)
        {
            var (b, t, o) = (At(before, conflict.Place), At(theirs, conflict.Place), At(ours, conflict.Place));
            Assert.True(!Equals(b, t) && !Equals(b, o) && !Equals(t, o), conflict.Place.ToString());
        }
    });

    [Fact]
    public void has_a_conflict_wherever_both_changed_a_line_or_a_code_differently() => Each((before, theirs, ours, plan) =>
    {
        var conflicts = plan.Conflicts.Select(c => c.Place).ToHashSet();
        foreach (var place in before.SelectMany(PlacesOf).Where(p => p.FieldOf()!.Shape != TemplateShape.Prose))
        {
            var (b, t, o) = (At(before, place), At(theirs, place), At(ours, place));
            if (t is not null && o is not null && !Equals(b, t) && !Equals(b, o) && !Equals(t, o))
            {
                Assert.Contains(place, conflicts);
            }
        }
    });

    [Fact]
    public void takes_all_of_it_where_nothing_was_changed_and_nothing_where_it_is_the_same() => Each((before, theirs, ours, _) =>
    {
        var plan = Upgrade.Plan(before, theirs, before);
        Assert.Empty(plan.Conflicts);
        Assert.Empty(plan.Kept);
        Assert.Equal(Sorted(theirs), Sorted(Applied(before, plan.Changes)));
        Assert.Empty(Upgrade.Plan(before, before, ours).Changes);
        Assert.Empty(Upgrade.Plan(before, theirs, theirs).Changes);
    });

    private static void Each(Action<IReadOnlyList<TemplateItem>, IReadOnlyList<TemplateItem>, IReadOnlyList<TemplateItem>, UpgradePlan> holds)
    {
        var random = new Random(Seed.Say());
        for (var n = Seed.Told("RECOVERYCOP_TEMPLATES") ?? Usual; n > 0; n--)
        {
            var gen = new TemplateGen(random);
            var before = gen.Template();
            var (theirs, ours) = (gen.Edited(before, "theirs"), gen.Edited(before, "ours"));
            holds(before, theirs, ours, Upgrade.Plan(before, theirs, ours));
        }
    }

    private static List<TemplateItem> Applied(IEnumerable<TemplateItem> items, IEnumerable<ItemChange> changes)
    {
        var applied = items.ToList();
        foreach (var change in changes)
        {
            var at = applied.FindIndex(i => i.Kind == change.Kind && i.Id == change.Id);
            Assert.Equal(change.Before, at < 0 ? null : applied[at]);
            if (at >= 0)
            {
                applied.RemoveAt(at);
            }

            if (change.After is not null)
            {
                applied.Add(change.After);
            }
        }

        return applied;
    }

    private static List<TemplateItem> Sorted(IEnumerable<TemplateItem> items) => [.. items.OrderBy(i => i.Kind, StringComparer.Ordinal).ThenBy(i => i.Id, StringComparer.Ordinal)];

    private static IEnumerable<UpgradePlace> PlacesOf(TemplateItem item) =>
        item.Fields.Keys.Select(f => new UpgradePlace(item.Kind, item.Id, "", f)).Concat(item.Rows.SelectMany(r => r.Fields.Keys.Select(f => new UpgradePlace(item.Kind, item.Id, r.Id, f))));

    private static object? At(IEnumerable<TemplateItem> items, UpgradePlace place)
    {
        var item = items.FirstOrDefault(i => i.Kind == place.Kind && i.Id == place.Id);
        item = place.Row.Length == 0 ? item : item?.Rows.FirstOrDefault(r => r.Id == place.Row);
        return place.Field.Length == 0 ? item : item?.Fields.GetValueOrDefault(place.Field);
    }

    private static TemplateItem WithoutProse(TemplateItem item) => item with
    {
        Fields = item.Fields.RemoveRange(["text", "words", "opening"]),
        Rows = [.. item.Rows.Select(WithoutProse)],
    };

    private static string Path(UpgradePlace place) => string.Join('/', ((string[])[place.Kind, place.Id, place.Row, place.Field]).Where(p => p.Length > 0));
}
