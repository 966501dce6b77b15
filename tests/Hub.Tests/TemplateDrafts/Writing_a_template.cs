using System.Net;
using AngleSharp.Html.Dom;
using RecoveryCoP.Hub.TemplateDrafts;
using RecoveryCoP.Hub.Templates;
using RecoveryCoP.Hub.Tests.Harness;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Templates;
using DraftStore = RecoveryCoP.Hub.TemplateDrafts.TemplateDrafts;

namespace RecoveryCoP.Hub.Tests.TemplateDrafts;

public abstract class Writing_a_template(HubOn engine) : AtAHub(engine)
{
    private static Template BuiltIn => BuiltInTemplate.Template;

    private DraftStore Drafts => Hub.Get<DraftStore>();

    [Fact]
    public async Task begins_with_the_next_version_of_one_or_with_one_of_our_own_made_from_it()
    {
        var (next, own) = (await Started(), await Started(new("Rétablissement en Estrie", "Recovery in the Townships")));

        Assert.Equal((BuiltIn.Head.Id, new Version(BuiltIn.Head.Version.Major, BuiltIn.Head.Version.Minor + 1, 0), null), (next.Template.Head.Id, next.Template.Head.Version, next.Template.Head.ForkOf));
        Assert.Equal(("retablissement-en-estrie", new Version(1, 0, 0), BuiltIn.Head.Id), (own.Template.Head.Id, own.Template.Head.Version, own.Template.Head.ForkOf));
        Assert.Equal(BuiltIn.Items, own.Template.Items);
        // What changed is not written yet, and nothing else is missing.
        Assert.All(next.Problems, p => Assert.Equal(("", "changes"), (p.At.Kind, p.At.Field)));
        Assert.NotEmpty(next.Problems);
    }

    [Fact]
    public async Task changes_an_item_in_its_place_and_leaves_all_others()
    {
        var draft = await Started();
        var topics = draft.Template.Of(TemplateKinds.Topic).ToList();
        var changed = topics[2].With("title", "Autre sujet", "Another topic");

        Assert.True((await Write(draft, topics[2], changed, null)).Succeeded);
        Assert.Equal([.. topics[..2], changed, .. topics[3..]], (await Now(draft)).Template.Of(TemplateKinds.Topic));
        Assert.True((await Write(draft, changed, changed, 1)).Succeeded);

        var now = (await Now(draft)).Template;
        Assert.Equal([changed, .. topics[..2], .. topics[3..]], now.Of(TemplateKinds.Topic));
        Assert.Equal(draft.Template.Items.Where(i => i.Kind != "topic"), now.Items.Where(i => i.Kind != "topic"));
    }

    [Fact]
    public async Task refuses_what_somebody_else_changed_and_lets_two_write_two_items()
    {
        var draft = await Started();
        var topics = draft.Template.Of(TemplateKinds.Topic).ToList();

        Assert.True((await Write(draft, topics[0], topics[0].With("title", "Un", "One"), null)).Succeeded);
        Assert.True((await Write(draft, topics[1], topics[1].With("title", "Deux", "Two"), null)).Succeeded);
        Assert.Equal("draft.stale", Code(await Write(draft, topics[0], topics[0].With("title", "Trois", "Three"), null)));
        Assert.Equal("draft.stale", Code(await Hub.Get<RemoveDraftItem>().Do(Hub.Operator, draft.Id, TemplateDraft.NameOf(topics[0]), "topic", topics[0].Id, Cancel)));
        Assert.Equal("draft.stale", Code(await Hub.Get<WriteDraftHead>().Do(Hub.Operator, draft.Id, "", draft.Template.Head with { Licence = "CC-BY-SA-4.0" }, Cancel)));

        Assert.Equal(["Un", "Deux"], (await Now(draft)).Template.Of(TemplateKinds.Topic).Take(2).Select(t => t.In(Language.French, "title")));
    }

    [Fact]
    public async Task keeps_the_id_and_the_origin_whatever_is_said_of_it()
    {
        var draft = await Started(new("Un modèle", "A template"));
        var head = draft.Template.Head with { Id = "autre", ForkOf = null, Version = new(1, 2, 3), Changes = new("Mieux.", "Better.") };

        Assert.True((await Hub.Get<WriteDraftHead>().Do(Hub.Operator, draft.Id, TemplateDraft.NameOf(draft.Template.Head), head, Cancel)).Succeeded);

        var now = await Now(draft);
        Assert.Equal(("un-modele", BuiltIn.Head.Id, new Version(1, 2, 3)), (now.Template.Head.Id, now.Template.Head.ForkOf, now.Template.Head.Version));
        Assert.Empty(now.Problems);
    }

    [Fact]
    public async Task has_as_many_items_of_a_kind_as_a_template_may_have()
    {
        var draft = await Started();
        var balance = new TemplateItem("balance", "another");

        Assert.Equal("draft.too-many-items", Code(await Write(draft, null, balance, null)));
    }

    [Fact]
    public async Task is_for_operators_alone()
    {
        var draft = await Started();
        foreach (var (actor, code) in new (Actor?, string)[] { (null, "access.members-only"), (Hub.Operator with { Roles = ["steward"] }, "access.role-missing") })
        {
            Assert.Equal(code, Code(await Hub.Get<StartDraft>().Do(actor, Guid.Empty, BuiltIn, null, Cancel)));
            Assert.Equal(code, Code(await Hub.Get<WriteDraftHead>().Do(actor, draft.Id, "", draft.Template.Head, Cancel)));
            Assert.Equal(code, Code(await Hub.Get<WriteDraftItem>().Do(actor, draft.Id, "", BuiltIn.Items[0], null, Cancel)));
            Assert.Equal(code, Code(await Hub.Get<RemoveDraftItem>().Do(actor, draft.Id, "", "topic", "x", Cancel)));
            Assert.Equal(code, Code(await Hub.Get<DropDraft>().Do(actor, draft.Id, Cancel)));
        }

        Assert.Equal(draft.Template, (await Now(draft)).Template);
    }

    [Fact]
    public async Task tells_who_goes_on_writing_that_the_draft_was_thrown_away()
    {
        var draft = await Started();
        Assert.True((await Hub.Get<DropDraft>().Do(Hub.Operator, draft.Id, Cancel)).Succeeded);

        Assert.Equal("draft.gone", Code(await Write(draft, null, new TemplateItem("topic", "new").With("title", "Un", "One"), null)));
        Assert.Null(await Drafts.Find(draft.Id, Cancel));
    }

    [Fact]
    public async Task sends_every_item_of_the_built_in_template_back_as_its_form_shows_it()
    {
        var draft = await Started();
        using var browser = new OperatorsBrowser(Hub, "operator");
        foreach (var item in BuiltIn.Items)
        {
            var page = $"/fr/modeles/brouillons/{draft.Id}/{item.Kind}/{item.Id}";
            var form = (await browser.Open(page)).Document.QuerySelectorAll("form").OfType<IHtmlFormElement>().Single(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == "item");
            var sent = await browser.Send(page, "item", [.. Typed(form)]);
            Assert.True(sent.Status == HttpStatusCode.SeeOther, $"{page}: {sent.Status} {sent.Document.QuerySelector(".problems")?.TextContent}");
        }

        Assert.Equal(BuiltIn.Items, (await Now(draft)).Template.Items);
    }

    [Fact]
    public async Task adds_an_item_with_an_id_from_its_title_and_says_what_it_lacks()
    {
        var draft = await Started();
        using var browser = new OperatorsBrowser(Hub, "operator");

        var half = await browser.Send($"/fr/modeles/brouillons/{draft.Id}/topic/_", "item", ("title.fr", "L’été à Québec"), ("stream", "practice"));

        Assert.Equal($"/fr/modeles/brouillons/{draft.Id}/topic/l-ete-a-quebec?done=draft.saved", half.Location);
        var lacking = (await browser.Open(half.Location)).Document;
        Assert.Contains("manque dans une langue", lacking.QuerySelector("main .notice.attention")!.TextContent, StringComparison.Ordinal);
        var overview = (await browser.Open($"/fr/modeles/brouillons/{draft.Id}")).Document;
        Assert.NotNull(overview.QuerySelector($"main .notice a[href$='/topic/l-ete-a-quebec']"));
        var whole = await browser.Send($"/fr/modeles/brouillons/{draft.Id}/topic/l-ete-a-quebec", "item", ("title.fr", "L’été à Québec"), ("title.en", "Summer in Québec"), ("stream", "practice"));
        Assert.Equal($"/fr/modeles/brouillons/{draft.Id}?done=draft.saved", whole.Location);
    }

    [Fact]
    public async Task takes_rows_by_their_numbers_and_leaves_out_what_is_removed_or_empty()
    {
        var draft = await Started();
        using var browser = new OperatorsBrowser(Hub, "operator");
        (string, string)[] Row(int n, string title, string place) =>
        [
            ($"Rows[{n}].title.fr", title), ($"Rows[{n}].title.en", title + " (en)"), ($"Rows[{n}].stream", "system"), ($"Rows[{n}].kind", "discussion"), ($"Rows[{n}].minutes", "30"), ($"Rows[{n}].place", place),
        ];

        var sent = await browser.Send(
            $"/en/templates/drafts/{draft.Id}/agenda/_", "item",
            [("title.fr", "Soirée"), ("title.en", "Evening"), .. Row(0, "Deux", "2"), .. Row(1, "Un", "1"), .. Row(2, "Parti", "3"), ("Rows[2].remove", "yes")]);

        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        var agenda = (await Now(draft)).Find("agenda", "soiree")!;
        Assert.Equal([("un", "Un"), ("deux", "Deux")], agenda.Rows.Select(r => (r.Id, r.In(Language.French, "title"))));
    }

    [Theory]
    [InlineData("topic", "stream", "weather")]
    [InlineData("topic", "title.fr", "long")]
    [InlineData("step", "day", "91")]
    public async Task keeps_nothing_that_could_be_no_template(string kind, string field, string value)
    {
        var draft = await Started();
        using var browser = new OperatorsBrowser(Hub, "operator");

        var sent = await browser.Send($"/fr/modeles/brouillons/{draft.Id}/{kind}/_", "item", ("title.en", "One"), (field, value == "long" ? new string('a', 201) : value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.NotNull(sent.Document.QuerySelector($".problems a[href='#item-{field}']"));
        Assert.Equal(draft.Template, (await Now(draft)).Template);
    }

    [Fact]
    public async Task shows_who_was_second_what_the_other_one_saved()
    {
        var draft = await Started();
        var topic = draft.Template.Of(TemplateKinds.Topic).First();
        using var browser = new OperatorsBrowser(Hub, "operator");
        var page = $"/fr/modeles/brouillons/{draft.Id}/topic/{topic.Id}";
        Assert.True((await Write(draft, topic, topic.With("title", "Le leur", "Theirs"), null)).Succeeded);

        var second = await browser.Send(page, "item", ("Seen", TemplateDraft.NameOf(topic)), ("title.fr", "Le mien"), ("title.en", "Mine"), ("stream", "practice"));

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal("Le mien", ((IHtmlInputElement)second.Document.QuerySelector("input[name='title.fr']")!).Value);
        Assert.Contains("Le leur", second.Document.QuerySelector("#theirs")!.TextContent, StringComparison.Ordinal);
        var seen = second.Document.QuerySelector("form input[name=Seen]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(page, "item", ("Seen", seen), ("title.fr", "Le mien"), ("title.en", "Mine"), ("stream", "practice"))).Status);
    }

    [Fact]
    public async Task ends_with_a_release_that_is_compared_with_the_last_one_and_begins_the_next()
    {
        using var browser = new OperatorsBrowser(Hub, "operator");
        var name = new Bilingual("Modèle à publier", "Template to release");
        var draft = await Started(name);
        var page = $"/fr/modeles/brouillons/{draft.Id}";
        Assert.DoesNotContain((await browser.Open(page + "/publier")).Document.QuerySelectorAll("input[name=_handler]"), i => i.GetAttribute("value") == "release");
        (string, string)[] head = [("name.fr", name.Fr!), ("name.en", name.En!), ("version", "1.0.0"), ("changes.fr", "Tout."), ("changes.en", "All of it."), ("licence", "CC-BY-4.0")];
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(page + "/presentation", "head", head)).Status);

        // What is signed in the hub's name asks who does it anew.
        Assert.StartsWith("/fr/entrer", (await browser.Send(page + "/publier", "release")).Location, StringComparison.Ordinal);
        await Release();

        var topic = draft.Template.Of(TemplateKinds.Topic).First();
        Assert.True((await Write(draft, topic, topic.With("title", "Tout autre chose", "Something else"), null)).Succeeded);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(page + "/presentation", "head", [.. head[..2], ("version", "1.1.0"), .. head[3..]])).Status);
        var compared = (await browser.Open(page + "/publier")).Document;
        Assert.Contains("Tout autre chose", Assert.Single(compared.QuerySelectorAll("main details.part")).TextContent, StringComparison.Ordinal);
        await Release();

        var source = Assert.Single(await Hub.Get<DraftSources>().All(Cancel), s => s.Label.Fr.StartsWith(name.Fr!, StringComparison.Ordinal));
        Assert.Equal((new Version(1, 1, 0), "Tout autre chose"), ((await source.Read(Cancel))!.Head.Version, (await source.Read(Cancel))!.Of(TemplateKinds.Topic).First().In(Language.French, "title")));

        async Task Release()
        {
            Assert.Empty((await Hub.Get<ReleaseTemplate>().Do(Hub.Operator, (await Now(draft)).Template, Cancel)).Refusals);
            await Hub.Get<FollowerLoop>().CatchUp(Cancel);
        }
    }

    [Fact]
    public async Task says_of_one_made_from_another_hubs_whose_that_was()
    {
        using var browser = new OperatorsBrowser(Hub, "operator");
        var other = new string('a', 32);
        var (next, own) = (await Started(), await Started(new("Le nôtre", "Ours")));
        (string, string)[] head = [("name.fr", "Le nôtre"), ("name.en", "Ours"), ("version", "1.0.0"), ("changes.fr", "Tout."), ("changes.en", "All of it."), ("licence", "CC-BY-4.0")];
        string Page(TemplateDraft draft) => $"/fr/modeles/brouillons/{draft.Id}/presentation";

        // The next version of a template is made from none.
        Assert.Null((await browser.Open(Page(next))).Document.QuerySelector("input[name=forkOfHub]"));
        var wrong = await browser.Send(Page(own), "head", [.. head, ("forkOfHub", "carrefour")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.NotNull(wrong.Document.QuerySelector(".problems a[href$='forkOfHub']"));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(Page(own), "head", [.. head, ("forkOfHub", other)])).Status);
        Assert.Equal(other, ((IHtmlInputElement)(await browser.Open(Page(own))).Document.QuerySelector("input[name=forkOfHub]")!).Value);

        Assert.Empty((await Hub.Get<ReleaseTemplate>().Do(Hub.Operator, (await Now(own)).Template, Cancel)).Refusals);
        await Hub.Get<FollowerLoop>().CatchUp(Cancel);
        var released = Assert.Single(await Hub.Get<TemplateReleases>().All(Cancel), r => r.Release.TemplateId == own.Template.Head.Id);
        Assert.Equal(other, released.Head!.ForkOfHub);
    }

    /// <summary>What a browser would send of a form, without what is hidden.</summary>
    private static IEnumerable<(string, string)> Typed(IHtmlFormElement form)
    {
        foreach (var control in form.Elements)
        {
            switch (control)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when box.IsChecked:
                    yield return (box.Name!, box.Value);
                    break;
                case IHtmlInputElement { Type: not ("checkbox" or "radio" or "hidden" or "file" or "submit") } input:
                    yield return (input.Name!, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return (area.Name!, area.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return (select.Name!, select.Value ?? "");
                    break;
            }
        }
    }

    private static string Code(Result result) => Assert.Single(result.Refusals).Code;

    private Task<Result> Write(TemplateDraft draft, TemplateItem? seen, TemplateItem item, int? place) =>
        Hub.Get<WriteDraftItem>().Do(Hub.Operator, draft.Id, TemplateDraft.NameOf(seen), item, place, Cancel);

    private async Task<TemplateDraft> Now(TemplateDraft draft) => (await Drafts.Find(draft.Id, Cancel))!;

    private async Task<TemplateDraft> Started(Bilingual? name = null)
    {
        foreach (var old in await Drafts.All(Cancel))
        {
            await Hub.Get<DropDraft>().Do(Hub.Operator, old.Id, Cancel);
        }

        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        Assert.True((await Hub.Get<StartDraft>().Do(Hub.Operator, id, BuiltIn, name, Cancel)).Succeeded);
        return (await Drafts.Find(id, Cancel))!;
    }
}

public sealed class Writing_a_template_on_sqlite(HubOnSqlite engine) : Writing_a_template(engine), IClassFixture<HubOnSqlite>;

public sealed class Writing_a_template_on_postgresql(HubOnPostgres engine) : Writing_a_template(engine), IClassFixture<HubOnPostgres>;
