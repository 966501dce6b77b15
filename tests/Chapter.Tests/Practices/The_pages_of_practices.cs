using System.Net;
using AngleSharp.Html.Dom;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Practices;

public sealed class The_pages_of_practices(ChapterPages chapter) : IClassFixture<ChapterPages>
{
    private static int _next = 1000;

    [Theory]
    [InlineData("/fr/pratiques", "Vos pratiques paraîtront ici", "/fr/pratiques/ecrire")]
    [InlineData("/en/practices", "Your practices will be here", "/en/practices/write")]
    public async Task teach_when_there_is_nothing_yet(string path, string title, string write)
    {
        await using var empty = new ChapterPages();
        await empty.InitializeAsync();

        var page = await ChapterPages.Open(empty.Visitor(Samples.Author), path);

        Assert.Equal(title, page.QuerySelector(".empty h2")!.TextContent);
        Assert.Equal(write, page.QuerySelector(".empty a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task call_new_only_what_was_shared_or_revised_in_the_last_thirty_days()
    {
        var clock = new LaterClock();
        await using var fresh = new ChapterPages(clock);
        await fresh.InitializeAsync();
        var practice = fresh.Grains.GetGrain<IPracticeGrain>(Samples.Someone(7300).Id);
        Assert.True((await practice.Do(Samples.Write(Samples.Author, Samples.Text("La table libre")))).Succeeded);
        Assert.True((await practice.Do(Samples.ShareHere(Samples.Author))).Succeeded);

        Assert.Contains("La table libre", await Home(29), StringComparison.Ordinal);
        var later = await Home(31);
        Assert.DoesNotContain("La table libre", later, StringComparison.Ordinal);
        Assert.Contains("Rien n’a été partagé ni révisé depuis 30 jours.", later, StringComparison.Ordinal);

        async Task<string> Home(int days)
        {
            clock.Ahead = TimeSpan.FromDays(days);
            return (await ChapterPages.Open(fresh.Visitor(Samples.Author), "/fr")).QuerySelector("main")!.TextContent;
        }
    }

    [Fact]
    public async Task keep_what_a_text_translates_however_many_there_are_and_never_offer_itself()
    {
        await using var large = new ChapterPages();
        await large.InitializeAsync();
        var ids = Enumerable.Range(0, 205).Select(number => Samples.Someone(7000 + number).Id).ToList();
        foreach (var (number, id) in ids.Index())
        {
            Assert.True((await large.Grains.GetGrain<IPracticeGrain>(id).Do(Samples.Write(Samples.Author, Samples.Text($"Titre {number:D3}")))).Succeeded);
            Assert.True((await large.Grains.GetGrain<IPracticeGrain>(id).Do(Samples.ShareHere(Samples.Author))).Succeeded);
        }

        var translation = large.Grains.GetGrain<IPracticeGrain>(Samples.Someone(8000).Id);
        Assert.True((await translation.Do(Samples.Write(Samples.Author, Samples.Text("Aaa")) with { Facts = Samples.Facts with { Language = "en", TranslationOf = ids[^1] } })).Succeeded);
        Assert.True((await translation.Do(Samples.ShareHere(Samples.Author))).Succeeded);
        var (author, path) = (large.Visitor(Samples.Author), $"/fr/pratiques/{Samples.Someone(8000).Id}/reviser");
        var page = await ChapterPages.Open(author, path);

        using var saved = await ChapterPages.Send(author, path, page, "revise", ("Title", "Another title"));

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal(ids[^1], (await large.Get<PracticeQueries>().Find(Samples.Someone(8000).Id, Samples.Author, TestContext.Current.CancellationToken))!.Current.Facts.TranslationOf);
        Assert.Null(page.QuerySelector($"option[value='{Samples.Someone(8000).Id}']"));
    }

    [Theory]
    [InlineData("/fr/pratiques")]
    [InlineData("/en/practices/write")]
    public async Task are_for_members(string path)
    {
        using var response = await chapter.Visitor(null).GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("/fr/pratiques/ecrire", "/fr/pratiques/", "fr", "Brouillon")]
    [InlineData("/en/practices/write", "/en/practices/", "en", "Draft")]
    public async Task let_somebody_write_and_read_it_back(string path, string at, string language, string draft)
    {
        var author = chapter.Visitor(Samples.Someone(_next++));
        using var response = await ChapterPages.Send(author, path, await ChapterPages.Open(author, path), "write",
            ("Title", "La table libre"), ("Text", "**Chaque** jeudi.\r\n\r\n<script>alert(1)</script> [x](https://example.org)"), ("Topics", "recovery-college"), ("Topics", "recovery-plans"));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.StartsWith(at, response.Headers.Location!.ToString(), StringComparison.Ordinal);

        var page = await ChapterPages.Open(author, response.Headers.Location!.ToString());

        Assert.Equal("La table libre", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(draft, page.QuerySelector(".above")!.TextContent);
        Assert.Equal("Chaque", page.QuerySelector(".prose strong")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("body script"));
        Assert.Equal("https://example.org", page.QuerySelector(".prose a")!.GetAttribute("href"));
        Assert.Equal(language == "fr" ? "fr-CA" : "en-CA", page.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("/fr/pratiques/ecrire", "Donnez un titre à la pratique.")]
    [InlineData("/en/practices/write", "Give the practice a title.")]
    public async Task keep_what_was_typed_when_they_refuse(string path, string says)
    {
        var author = chapter.Visitor(Samples.Author);

        using var response = await ChapterPages.Send(author, path, await ChapterPages.Open(author, path), "write",
            ("Title", ""), ("Text", "Trois phrases."), ("Lessons", "avant\u0001après"), ("Chime", "hope"), ("Credit", "named"));
        var page = await ChapterPages.Read(response);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(says, page.QuerySelector("#write-Title-problem")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#write-Lessons-problem"));
        Assert.NotNull(page.QuerySelector("#write-CreditName-problem"));
        Assert.Equal("Trois phrases.", ((IHtmlTextAreaElement)page.QuerySelector("#write-Text")!).Value);
        Assert.True(((IHtmlInputElement)page.QuerySelector("input[name=Chime][value=hope]")!).IsChecked);
        Assert.True(((IHtmlInputElement)page.QuerySelector("input[name=Credit][value=named]")!).IsChecked);
    }

    [Fact]
    public async Task refuse_300_KiB_in_words_and_keep_them()
    {
        var author = chapter.Visitor(Samples.Author);
        var text = new string('a', 300 * 1024);

        using var response = await ChapterPages.Send(author, "/fr/pratiques/ecrire", await ChapterPages.Open(author, "/fr/pratiques/ecrire"), "write", ("Title", "Long"), ("Text", text));
        var page = await ChapterPages.Read(response);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("301", page.QuerySelector("#write-Text-problem")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(text, ((IHtmlTextAreaElement)page.QuerySelector("#write-Text")!).Value);
    }

    [Theory]
    [InlineData("/fr/pratiques/{0}/reviser")]
    [InlineData("/en/practices/{0}/revise")]
    public async Task answer_409_to_a_stale_edit_with_both_texts(string template)
    {
        var (id, grain) = await Written();
        var path = string.Format(null, template, id);
        var author = chapter.Visitor(Samples.Author);
        var opened = await ChapterPages.Open(author, path);
        Assert.True((await grain.Do(Samples.Revise(Samples.Executive, 1, "Leur titre"))).Succeeded);

        using var response = await ChapterPages.Send(author, path, opened, "revise", ("Title", "Mon titre"));
        var page = await ChapterPages.Read(response);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("Mon titre", page.QuerySelector("#revise-Title")!.GetAttribute("value"));
        Assert.Contains("Leur", page.QuerySelector("#theirs")!.TextContent, StringComparison.Ordinal);
        using var again = await ChapterPages.Send(author, path, page, "revise");
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
    }

    [Fact]
    public async Task show_what_a_revision_changed()
    {
        var (id, grain) = await Written();
        await grain.Do(Samples.Revise(Samples.Author, 1));

        var page = await ChapterPages.Open(chapter.Visitor(Samples.Author), $"/en/practices/{id}/revisions/2");

        Assert.Contains("jeudi", page.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("rétablissement", page.QuerySelector("del")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("fr", page.QuerySelector("h1")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task lead_to_the_same_practice_in_the_other_language()
    {
        var (french, _) = await Written();
        var english = Guid.Parse($"01890a5d-ac96-774b-bcce-{_next++:D12}");
        Assert.True((await chapter.Grains.GetGrain<IPracticeGrain>(english).Do(
            Samples.Write(Samples.Author, Samples.Text("The recovery coffee")) with { Facts = Samples.Facts with { Language = "en", TranslationOf = french } })).Succeeded);
        var author = chapter.Visitor(Samples.Author);

        var there = (await ChapterPages.Open(author, $"/fr/pratiques/{french}")).QuerySelector("main a[hreflang=en]")!;
        Assert.Equal(("Read in English", "en", $"/en/practices/{english}"), (there.TextContent, there.GetAttribute("lang"), there.GetAttribute("href")));
        var back = (await ChapterPages.Open(author, there.GetAttribute("href")!)).QuerySelector("main a[hreflang=fr]")!;
        Assert.Equal(("Lire en français", "fr", $"/fr/pratiques/{french}"), (back.TextContent, back.GetAttribute("lang"), back.GetAttribute("href")));
    }

    [Theory]
    [InlineData("/fr/pratiques/{0}", "adapter", "Adaptée de : Le café du rétablissement", "Ce qui a été changéLe lieu")]
    [InlineData("/en/practices/{0}", "adapt", "Adapted from: Le café du rétablissement", "What was changedThe place")]
    public async Task let_a_member_adapt_a_practice_of_the_chapter_and_say_what_was_changed(string template, string adapt, string from, string changed)
    {
        var (original, grain) = await Written(results: "Trois personnes sont revenues.");
        var path = string.Format(null, template, original);
        var member = chapter.Visitor(Samples.Someone(_next++));
        using (var draft = await member.GetAsync($"{path}/{adapt}", TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.NotFound, draft.StatusCode);
        }

        Assert.True((await grain.Do(Samples.ShareHere(Samples.Author))).Succeeded);
        var there = (await ChapterPages.Open(member, path)).QuerySelector($"main a[href='{path}/{adapt}']")!.GetAttribute("href")!;
        var form = await ChapterPages.Open(member, there);
        Assert.Equal(("Chaque jeudi.", ""), (((IHtmlTextAreaElement)form.QuerySelector("#adapt-Text")!).Value, ((IHtmlTextAreaElement)form.QuerySelector("#adapt-Results")!).Value));
        using (var refused = await ChapterPages.Send(member, there, form, "adapt"))
        {
            var again = await ChapterPages.Read(refused);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.NotNull(again.QuerySelector("#adapt-AdaptedParts-problem"));
            Assert.NotNull(again.QuerySelector("#adapt-AdaptationHeart-problem"));
        }

        using var response = await ChapterPages.Send(member, there, form, "adapt",
            ("Title", "Le café du parc"), ("AdaptedParts", "place"), ("AdaptationHeart", "yes"), ("AdaptationReason", "Il fait beau."), ("Share", "yes"));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var page = await ChapterPages.Open(member, response.Headers.Location!.ToString());
        var adapted = Words(page.QuerySelector("#adapted")!);
        Assert.Contains(from, adapted, StringComparison.Ordinal);
        Assert.Contains(changed, adapted, StringComparison.Ordinal);
        Assert.Contains("Il fait beau.", adapted, StringComparison.Ordinal);
        Assert.Contains("Le café du parc", Words((await ChapterPages.Open(member, path)).QuerySelector("#adaptations")!), StringComparison.Ordinal);

        // What it was adapted from stays, and so do the questions.
        var revise = await ChapterPages.Open(member, response.Headers.Location!.ToString().Split('?')[0] + (adapt == "adapt" ? "/revise" : "/reviser"));
        Assert.True(((IHtmlInputElement)revise.QuerySelector("input[name=AdaptedParts][value=place]")!).IsChecked);

        static string Words(AngleSharp.Dom.IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("/fr/pratiques/{0}", "comparer", "reviser", "Reprendre leur façon de faire dans notre texte", "", "Reprend quelque chose de : Le café du parc")]
    [InlineData("/en/practices/{0}", "compare", "revise", "Bring their way of doing it into our text", "", "Takes something up from: Le café du parc")]
    public async Task take_up_how_an_adaptation_does_it_with_credit_and_keep_what_came_of_ones_own(string template, string compare, string revise, string take, string note, string credit)
    {
        var (original, grain) = await Written(results: "Trois personnes sont revenues.");
        Assert.True((await grain.Do(Samples.ShareHere(Samples.Author))).Succeeded);
        var adaptation = Guid.Parse($"01890a5d-ac96-774b-bcce-{_next++:D12}");
        var text = Samples.Text("Le café du parc");
        (text.Text, text.Results) = ("Chaque jeudi, au parc.", "Il a plu.");
        var there = chapter.Grains.GetGrain<IPracticeGrain>(adaptation);
        Assert.True((await there.Do(Samples.Write(Samples.Someone(78), text) with { Facts = Samples.Facts with { AdaptedFrom = new(original) } })).Succeeded);
        Assert.True((await there.Do(Samples.ShareHere(Samples.Someone(78)))).Succeeded);
        var path = string.Format(null, template, original);
        var self = chapter.Get<Node.Hosting.ThisNode>().Identity.Id.Value;

        // Who may not revise it compares, and is offered no more.
        var read = await ChapterPages.Open(chapter.Visitor(Samples.Someone(77)), $"{path}/{compare}/{self}/{adaptation}");
        Assert.Contains("au parc", string.Concat(read.QuerySelectorAll("ins").Select(i => i.TextContent)), StringComparison.Ordinal);
        Assert.DoesNotContain(take, read.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var author = chapter.Visitor(Samples.Author);
        var link = (await ChapterPages.Open(author, $"{path}/{compare}/{self}/{adaptation}")).QuerySelectorAll("main a").Single(a => a.TextContent == take).GetAttribute("href")!;
        Assert.StartsWith($"{path}/{revise}?", link, StringComparison.Ordinal);
        var form = await ChapterPages.Open(author, link);
        Assert.Equal(("Chaque jeudi, au parc.", "Trois personnes sont revenues."), (((IHtmlTextAreaElement)form.QuerySelector("#revise-Text")!).Value, ((IHtmlTextAreaElement)form.QuerySelector("#revise-Results")!).Value));
        Assert.Equal((Samples.Text().Title, note), (form.QuerySelector("#revise-Title")!.GetAttribute("value"), form.QuerySelector("#revise-Note")!.GetAttribute("value") ?? ""));
        using var saved = await ChapterPages.Send(author, $"{path}/{revise}", form, "revise");

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains(credit, string.Join(' ', (await ChapterPages.Open(author, path)).QuerySelector("main table")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task let_nobody_adapt_on_other_terms_than_the_originals()
    {
        var (original, grain) = await Written(facts: new PracticeForm { Language = "fr", Licence = "CC-BY-SA-4.0" }.ToFacts());
        Assert.True((await grain.Do(Samples.ShareHere(Samples.Author))).Succeeded);
        var (member, path) = (chapter.Visitor(Samples.Someone(_next++)), $"/fr/pratiques/{original}/adapter");
        var form = await ChapterPages.Open(member, path);
        Assert.Equal(["CC-BY-SA-4.0"], form.QuerySelectorAll("input[name=Licence]").Select(i => i.GetAttribute("value")));

        using var response = await ChapterPages.Send(member, path, form, "adapt", ("AdaptedParts", "place"), ("AdaptationHeart", "yes"), ("Licence", "CC-BY-4.0"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.NotNull((await ChapterPages.Read(response)).QuerySelector("#adapt-Licence-problem"));
    }

    [Theory]
    [InlineData("fr", "/fr/pratiques/{0}", "En attente d’être remise au carrefour provincial", "Cette pratique a été retirée.")]
    [InlineData("en", "/en/practices/{0}", "Waiting to be handed to the provincial hub", "This practice was withdrawn.")]
    public async Task take_a_practice_to_the_network_and_back(string language, string template, string waiting, string gone)
    {
        var (id, _) = await Written();
        var path = string.Format(null, template, id);
        var author = chapter.Visitor(Samples.Author);
        var executive = chapter.Visitor(Samples.Executive);

        await Go(author, path, "share-in-chapter");
        using (var refused = await ChapterPages.Send(executive, path, await ChapterPages.Open(executive, path), "share-in-network"))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }

        await Go(executive, path, "share-in-network", ("AuthorAgrees", "yes"));
        Assert.Equal(waiting, (await ChapterPages.Open(author, path)).QuerySelector(".card .status")!.TextContent.TrimStart('…'));
        using (var refused = await ChapterPages.Send(author, path, await ChapterPages.Open(author, path), "withdraw"))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }

        await Go(author, path, "withdraw", ("Reason", "author"));
        var member = await ChapterPages.Open(chapter.Visitor(Samples.Someone(77)), path);
        Assert.Contains(gone, member.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Chaque jeudi", member.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith(language, member.DocumentElement.GetAttribute("lang"), StringComparison.Ordinal);

        // What is withdrawn can still be erased, and only that.
        Assert.Empty(member.QuerySelectorAll("form [name=Reason]"));
        var offered = await ChapterPages.Open(author, path);
        Assert.Equal(["erasure", "legal"], offered.QuerySelectorAll("form [name=Reason]").Select(r => r.GetAttribute("value")));
        await Go(author, path, "withdraw", ("Reason", "erasure"));
        Assert.Empty((await ChapterPages.Open(author, path)).QuerySelectorAll("form [name=Reason]"));
    }

    [Theory]
    [InlineData("/fr/pratiques/{0}", "/fr", "On ne sait pas", "Vous avez dit le", "n’a pas confirmé", "Vous")]
    [InlineData("/en/practices/{0}", "/en", "Not known", "You said on", "did not confirm", "You")]
    public async Task give_a_practice_that_came_back_to_its_author_when_the_executive_committee_confirms_it(
        string template, string home, string notKnown, string waiting, string turnedDown, string you)
    {
        var (path, camille) = (string.Format(null, template, await CameBack()), await Camille());
        var author = chapter.Visitor(camille);
        var executive = chapter.Visitor(Samples.Executive);
        var first = await ChapterPages.Open(author, path);
        Assert.Equal([notKnown, notKnown], first.QuerySelectorAll("tbody tr td:nth-child(3)").Select(c => c.TextContent));
        Assert.Empty(first.QuerySelectorAll("form [name=Reason], a[href$=revise], a[href$=reviser]"));

        await Go(author, path, "claim");
        Assert.Contains(waiting, await Shown(author, path), StringComparison.Ordinal);
        Assert.Contains("Le café du jeudi", await Shown(executive, home), StringComparison.Ordinal);
        Assert.Contains("Camille", await Shown(executive, path), StringComparison.Ordinal);
        var other = await ChapterPages.Open(chapter.Visitor(Samples.Someone(77)), path);
        Assert.DoesNotContain("Camille", other.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(other.QuerySelectorAll("main input[name=_handler]:not([value=comment])"));

        await Go(author, path, "take-back-claim");
        await Go(author, path, "claim");
        await Go(executive, path, "turn-down-claim");
        Assert.Contains(turnedDown, await Shown(author, path), StringComparison.Ordinal);
        await Go(author, path, "claim");
        await Go(executive, path, "confirm-claim");

        var last = await ChapterPages.Open(author, path);
        Assert.Equal([notKnown, you], last.QuerySelectorAll("tbody tr td:nth-child(3)").Select(c => c.TextContent));
        Assert.NotEmpty(last.QuerySelectorAll("a[href$=revise], a[href$=reviser]"));
        await Go(author, path, "withdraw", ("Reason", "erasure"));
        Assert.DoesNotContain("Camille", await Shown(executive, path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task answer_409_when_somebody_else_has_answered_a_claim()
    {
        var id = await CameBack();
        var path = $"/fr/pratiques/{id}";
        await Go(chapter.Visitor(await Camille()), path, "claim");
        var executive = chapter.Visitor(Samples.Executive);
        var opened = await ChapterPages.Open(executive, path);
        await Go(chapter.Visitor(Samples.Someone(11, "executive")), path, "turn-down-claim");

        using var late = await ChapterPages.Send(executive, path, opened, "confirm-claim");

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Theory]
    [InlineData("/fr/pratiques/01890a5d-ac96-774b-bcce-999999999999")]
    [InlineData("/en/practices/01890a5d-ac96-774b-bcce-999999999999/revise")]
    [InlineData("/fr/pratiques/01890a5d-ac96-774b-bcce-999999999999/revisions/1")]
    public async Task answer_404_to_what_is_not_there(string path)
    {
        using var response = await chapter.Visitor(Samples.Author).GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static async Task Go(HttpClient visitor, string path, string form, params (string, string)[] values)
    {
        using var response = await ChapterPages.Send(visitor, path, await ChapterPages.Open(visitor, path), form, values);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
    }

    private static async Task<string> Shown(HttpClient visitor, string path) => (await ChapterPages.Open(visitor, path)).QuerySelector("main")!.TextContent;

    private async Task<Guid> CameBack()
    {
        var id = Guid.Parse($"01890a5d-ac96-774b-bcce-{_next++:D12}");
        Assert.True((await chapter.Grains.GetGrain<IPracticeGrain>(id).Do(Samples.Recall)).Succeeded);
        return id;
    }

    /// <summary>A member who has not chosen to be seen.</summary>
    private async Task<Actor> Camille()
    {
        var accounts = new AccountStore(chapter.Get<Database>(), TimeProvider.System);
        var account = await accounts.Add("Camille", EmailAddress.Parse($"camille{_next++}@exemple.org")!, "fr", [], null, TestContext.Current.CancellationToken);
        return new(account.Value!.Id, []);
    }

    private async Task<(Guid Id, IPracticeGrain Grain)> Written(PracticeFacts? facts = null, string results = "")
    {
        var id = Guid.Parse($"01890a5d-ac96-774b-bcce-{_next++:D12}");
        var grain = chapter.Grains.GetGrain<IPracticeGrain>(id);
        var text = Samples.Text();
        text.Results = results;
        Assert.True((await grain.Do(Samples.Write(Samples.Author, text) with { Facts = facts ?? Samples.Facts })).Succeeded);
        return (id, grain);
    }
}
