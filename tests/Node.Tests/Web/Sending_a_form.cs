using System.Net;
using AngleSharp.Html.Dom;

namespace RecoveryCoP.Node.Tests.Web;

public sealed class Sending_a_form(SampleNode node) : IClassFixture<SampleNode>
{
    private const string Page = "/fr/pratiques/1";

    [Fact]
    public async Task that_is_right_redirects_and_the_next_page_says_so()
    {
        using var response = await SampleNode.Send(node.Client, Page, "write", ("Title", "Accueil"));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/fr?done=sample.saved", response.Headers.Location!.ToString());
        using var next = await node.Client.GetAsync(response.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Contains("La pratique est partagée.", (await SampleNode.Read(next)).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task that_is_refused_keeps_every_value_and_leads_to_the_field()
    {
        using var response = await SampleNode.Send(node.Client, Page, "write",
            ("Title", " "), ("Story", "\nPremière ligne\n<b>deuxième</b>"), ("Stage", "full"), ("Place", "exploration"),
            ("Values", "hope"), ("Values", "links"), ("Agreed", "yes"));
        var page = await SampleNode.Read(response);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("\nPremière ligne\n<b>deuxième</b>", ((IHtmlTextAreaElement)page.QuerySelector("#write-Story")!).Value);
        Assert.True(((IHtmlInputElement)page.QuerySelector("input[name=Stage][value=full]")!).IsChecked);
        Assert.Equal("exploration", ((IHtmlSelectElement)page.QuerySelector("#write-Place")!).Value);
        Assert.Equal(["hope", "links"], page.QuerySelectorAll("input[name=Values]").OfType<IHtmlInputElement>().Where(i => i.IsChecked).Select(i => i.Value));
        Assert.True(((IHtmlInputElement)page.QuerySelector("#write-Agreed")!).IsChecked);

        var summary = page.QuerySelector("[role=alert]")!;
        Assert.True(summary.HasAttribute("autofocus"));
        Assert.Equal("-1", summary.GetAttribute("tabindex"));
        Assert.All(summary.QuerySelectorAll("a"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
        var title = page.QuerySelector("#write-Title")!;
        Assert.Equal("true", title.GetAttribute("aria-invalid"));
        Assert.Equal("write-Title-help write-Title-problem", title.GetAttribute("aria-describedby"));
        Assert.Contains("Écrivez un titre.", page.GetElementById("write-Title-problem")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task that_is_stale_answers_409_with_the_values_kept()
    {
        using var response = await SampleNode.Send(node.Client, Page, "write", ("Title", "Accueil"), ("Version", "6"));
        var page = await SampleNode.Read(response);
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("Accueil", page.QuerySelector("#write-Title")!.GetAttribute("value"));
        Assert.Contains("entre-temps", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task reaches_its_own_handler_among_several_on_the_page()
    {
        using var response = await SampleNode.Send(node.Client, Page, "withdraw");
        Assert.Equal("/fr?reason=of%201", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task of_300_KiB_reaches_the_rule_which_keeps_it()
    {
        var story = new string('é', 150 * 1024);
        using var response = await SampleNode.Send(node.Client, Page, "write", ("Story", story));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(story, ((IHtmlTextAreaElement)(await SampleNode.Read(response)).QuerySelector("#write-Story")!).Value);
    }

    [Fact]
    public async Task with_an_invisible_character_reaches_the_rule_which_sees_it()
    {
        using var response = await SampleNode.Send(node.Client, Page, "write", ("Title", "avant\u0000après"), ("Story", "Une\u0000 histoire"));
        var page = await SampleNode.Read(response);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("Enlevez le caractère invisible.", page.GetElementById("write-Title-problem")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("avantaprès", page.QuerySelector("#write-Title")!.GetAttribute("value"));
        Assert.Equal("Une histoire", ((IHtmlTextAreaElement)page.QuerySelector("#write-Story")!).Value);
    }

    [Fact]
    public async Task above_the_limit_answers_413_in_words()
    {
        using var response = await SampleNode.Send(node.Client, Page, "write", ("Story", new string('a', 1_100_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("Ce que vous avez envoyé est trop long", await Heading(response));
    }

    [Fact]
    public async Task with_thousands_of_fields_answers_413()
    {
        var many = Enumerable.Range(0, 3000).Select(i => ($"f{i}", "x")).ToArray();
        using var response = await SampleNode.Send(node.Client, Page, "write", many);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task with_thousands_of_ticks_is_no_failure_of_ours()
    {
        var many = Enumerable.Range(0, 1000).Select(_ => ("Values", "x")).Append(("Title", "")).ToArray();
        using var response = await SampleNode.Send(node.Client, Page, "write", many);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    [Fact]
    public async Task without_its_token_answers_400_and_gives_the_long_text_back()
    {
        const string story = "Une longue histoire que personne ne voudrait écrire deux fois.";
        using var content = new FormUrlEncodedContent([new("_handler", "write"), new("Story", story), new("Title", "court")]);
        using var response = await node.NewVisitor().PostAsync("/en/practices/1", content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await SampleNode.Read(response);
        Assert.Equal("This page was open for too long", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(story, page.QuerySelector("pre.typed")!.TextContent);
    }

    [Theory]
    [InlineData("/fr/pratiques/1")]
    [InlineData("/nowhere")]
    public async Task from_another_site_is_refused(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("Title", "x")]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var response = await node.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("Cette demande vient d’un autre site", await Heading(response));
    }

    [Fact]
    public async Task that_names_none_answers_400_in_words()
    {
        using var response = await SampleNode.Send(node.Client, Page, "write", ("_handler", ""));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("Cette demande n’a pas été comprise", await Heading(response));
    }

    [Fact]
    public async Task the_page_no_longer_has_answers_409_gives_the_long_text_back_and_leads_to_the_page()
    {
        const string story = "Une longue histoire que personne ne voudrait écrire deux fois.";
        using var response = await SampleNode.Send(node.Client, Page + "?q=%C3%A9t%C3%A9", "write", ("_handler", "gone"), ("Story", story));
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var page = await SampleNode.Read(response);
        Assert.Equal("Cette page a changé depuis que vous l’avez ouverte", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(story, page.QuerySelector("pre.typed")!.TextContent);
        Assert.Equal(Page + "?q=%C3%A9t%C3%A9", page.QuerySelector("p.actions a.primary")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("forbidden", 403, "Vous n’avez pas accès à cette page")]
    [InlineData("gone", 404, "Il n’y a rien à cette adresse")]
    public async Task that_the_handler_turns_away_shows_why_in_place_of_the_page(string title, int status, string heading)
    {
        using var response = await SampleNode.Send(node.Client, Page, "write", ("Title", title));
        var page = await SampleNode.Read(response);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(heading, Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Equal($"{heading} · Espace commun", page.Title);
        Assert.Null(page.QuerySelector("form"));
    }

    [Fact]
    public async Task to_a_page_that_is_gone_meanwhile_answers_404()
    {
        var token = (await SampleNode.Read(await node.Client.GetAsync(Page, TestContext.Current.CancellationToken)))
            .QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new("_handler", "write"), new("__RequestVerificationToken", token)]);
        using var response = await node.Client.PostAsync("/fr/pratiques/404", content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("Il n’y a rien à cette adresse", await Heading(response));
    }

    [Fact]
    public async Task that_is_not_a_form_answers_415_in_words()
    {
        using var content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var response = await node.Client.PostAsync(Page, content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.NotEqual("", await Heading(response));
    }

    private static async Task<string> Heading(HttpResponseMessage response) =>
        (await SampleNode.Read(response)).QuerySelector("h1")!.TextContent;
}
