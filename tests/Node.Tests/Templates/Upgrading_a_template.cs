using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Node.Tests.Templates;

public sealed class Upgrading_a_template
{
    private static readonly TemplateItem _text = new TemplateItem("text", "welcome").With("title", "Bienvenue", "Welcome").With("text", "Un.\n\nDeux.\n\nTrois.", "One.\n\nTwo.\n\nThree.");

    private static readonly TemplateItem _committee = new TemplateItem("committee", "executive").With("name", "Comité", "Committee") with { Rows = [Seat("a"), Seat("b"), Seat("c")] };

    [Fact]
    public void takes_a_paragraph_of_theirs_beside_one_of_ours()
    {
        var plan = Upgrade.Plan([_text], [_text.With("text", "Un!\n\nDeux.\n\nTrois.", "One!\n\nTwo.\n\nThree.")], [_text.With("text", "Un.\n\nDeux à nous.\n\nTrois.", "One.\n\nTwo, ours.\n\nThree.")]);

        Assert.Empty(plan.Conflicts);
        Assert.Equal(new("Un!\n\nDeux à nous.\n\nTrois.", "One!\n\nTwo, ours.\n\nThree."), plan.Changes.Single().After!.Fields["text"]);
    }

    [Fact]
    public void asks_where_one_changed_the_french_of_a_paragraph_and_the_other_its_english_and_proposes_both()
    {
        var plan = Upgrade.Plan([_text], [_text.With("text", "Un.\n\nDeux.\n\nTrois.", "One.\n\nTwo indeed.\n\nThree.")], [_text.With("text", "Un.\n\nDeux, oui.\n\nTrois.", "One.\n\nTwo.\n\nThree.")]);

        var conflict = plan.Conflicts.Single();
        Assert.Equal(new("text", "welcome", "", "text"), conflict.Place);
        Assert.Equal(new Bilingual("Un.\n\nDeux, oui.\n\nTrois.", "One.\n\nTwo indeed.\n\nThree."), conflict.Proposal!.Fields["text"]);
        Assert.True(conflict.TakesOwn);
        Assert.Empty(plan.Changes);
    }

    [Fact]
    public void does_as_was_decided_and_keeps_ours_where_nothing_was()
    {
        var (theirs, ours) = (_text.With("title", "Bonjour", "Hello"), _text.With("title", "Salut", "Hi"));
        var plan = Upgrade.Plan([_text], [theirs], [ours]);
        var at = plan.Conflicts.Single().Place;

        Assert.Equal("title", at.Field);
        Assert.Empty(plan.Changes);
        Assert.Empty(plan.Decided(new Dictionary<UpgradePlace, UpgradeDecision> { [at] = new(UpgradeChoice.Ours) }).Changes);
        Assert.Equal(theirs, plan.Decided(new Dictionary<UpgradePlace, UpgradeDecision> { [at] = new(UpgradeChoice.Theirs) }).Changes.Single().After);
        Assert.Equal("Allô", plan.Decided(new Dictionary<UpgradePlace, UpgradeDecision> { [at] = new(UpgradeChoice.Own, new("Allô", "Hello there")) }).Changes.Single().After!.In(Language.French, "title"));
    }

    [Fact]
    public void leaves_deleted_what_was_deleted_here_and_says_so_unless_the_template_changed_it()
    {
        Assert.Equal(new UpgradeKept(new("text", "welcome"), KeptBecause.Deleted), Upgrade.Plan([_text], [_text], []).Kept.Single());

        var plan = Upgrade.Plan([_text], [_text.With("title", "Bonjour", "Hello")], []);
        Assert.Equal(new("text", "welcome"), plan.Conflicts.Single().Place);
        Assert.Empty(plan.Changes);
        Assert.NotNull(plan.Decided(new Dictionary<UpgradePlace, UpgradeDecision> { [new("text", "welcome")] = new(UpgradeChoice.Theirs) }).Changes.Single().After);
    }

    [Fact]
    public void takes_out_what_the_template_took_out_unless_it_was_changed_here()
    {
        Assert.Equal(new ItemChange(_text, null), Upgrade.Plan([_text], [], [_text]).Changes.Single());

        var plan = Upgrade.Plan([_text], [], [_text.With("title", "Bonjour", "Hello")]);
        Assert.Empty(plan.Changes);
        Assert.Null(plan.Conflicts.Single().Theirs);
    }

    [Fact]
    public void puts_a_new_row_behind_the_one_that_precedes_it_in_the_template()
    {
        var plan = Upgrade.Plan([_committee], [_committee with { Rows = [Seat("a"), Seat("new"), Seat("b"), Seat("c")] }], [_committee with { Rows = [Seat("c"), Seat("a"), Seat("ours"), Seat("b")] }]);

        Assert.Equal(["c", "a", "new", "ours", "b"], plan.Changes.Single().After!.Rows.Select(r => r.Id));
    }

    [Fact]
    public void takes_another_order_of_rows_where_ours_is_still_the_old_one()
    {
        var (other, third) = (_committee with { Rows = [Seat("c"), Seat("b"), Seat("a")] }, _committee with { Rows = [Seat("b"), Seat("a"), Seat("c")] });

        Assert.Equal(["c", "b", "a", "ours"], Upgrade.Plan([_committee], [other], [_committee with { Rows = [Seat("a"), Seat("ours"), Seat("b"), Seat("c")] }]).Changes.Single().After!.Rows.Select(r => r.Id));
        var plan = Upgrade.Plan([_committee], [other], [third]);
        Assert.Empty(plan.Changes);
        Assert.Equal(new UpgradeKept(new("committee", "executive"), KeptBecause.Ordered), plan.Kept.Single());
    }

    [Fact]
    public void lets_go_last_of_what_others_may_name()
    {
        TemplateItem agenda = new("agenda", "a"), series = new("series", "s");

        Assert.Equal(["series", "agenda"], Upgrade.Plan([agenda, series], [], [agenda, series]).Changes.Select(c => c.Kind));
        Assert.Equal(["agenda", "series"], Upgrade.Plan([], [series, agenda], []).Changes.Select(c => c.Kind));
    }

    [Fact]
    public void asks_about_a_field_that_both_brought_with_different_words_for_what_neither_had()
    {
        var plan = Upgrade.Plan([], [_text], [_text.With("title", "Salut", "Hi")]);

        Assert.Equal("title", plan.Conflicts.Single().Place.Field);
        Assert.Empty(plan.Changes);
    }

    private static TemplateItem Seat(string id) => new TemplateItem("seat", id).With("title", id, id);
}
