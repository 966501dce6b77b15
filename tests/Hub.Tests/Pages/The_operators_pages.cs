using RecoveryCoP.Federation.V1;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Hub.Tests.Harness;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Tests.Pages;

public sealed class The_operators_pages(HubOnSqlite engine) : AtAHub(engine), IClassFixture<HubOnSqlite>
{
    [Fact]
    public async Task make_a_code_and_show_it_once()
    {
        using var browser = Browser("operator");

        var made = await Send(browser, "/fr/inscriptions/nouveau-code", "code", ("Note", "Communauté de l’Estrie"));

        var shown = made.Document.QuerySelector("code")!.TextContent;
        Assert.True(EnrolmentCode.TryParse(shown, out var code));
        await new SampleChapter(Hub).Enrol(code);
        var list = await Open(browser, "/fr/inscriptions");
        Assert.DoesNotContain(shown, list.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task admit_a_chapter_once_the_words_were_compared()
    {
        using var browser = Browser("operator");
        var chapter = new SampleChapter(Hub);
        await chapter.Enrol(await Hub.NewCode());
        var page = $"/en/enrolments/{chapter.Id}";
        Assert.Contains(SixWords.Of(chapter.Id), (await Open(browser, page)).Document.Body!.TextContent, StringComparison.Ordinal);

        var without = await Send(browser, page, "admit");
        var with = await Send(browser, page, "admit", ("WordsMatch", "yes"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Equal(HttpStatusCode.SeeOther, with.Status);
        await chapter.Hello();
    }

    [Fact]
    public async Task suspend_reinstate_and_revoke_with_a_message()
    {
        using var browser = Browser("operator");
        var chapter = await Hub.Admitted();
        var page = $"/fr/inscriptions/{chapter.Id}";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(browser, page, "suspend", ("Message", ""))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await Send(browser, page, "suspend", ("Message", "Une pause."))).Status);
        Assert.Equal("Une pause.", (await chapter.Ask()).Message);
        Assert.Equal(HttpStatusCode.SeeOther, (await Send(browser, page, "reinstate")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await Send(browser, page, "revoke", ("Message", "Clés perdues."))).Status);

        Assert.Equal(EnrolmentState.Revoked, (await Hub.Enrolled(chapter)).Enrolment.Standing);
        Assert.Equal(
            [EnrolmentState.Revoked, EnrolmentState.Admitted, EnrolmentState.Suspended, EnrolmentState.Admitted, EnrolmentState.Pending],
            (await Hub.Get<EnrolmentStore>().History(chapter.Id, Cancel)).Select(c => c.Standing));
    }

    [Fact]
    public async Task refuse_a_decision_on_what_somebody_else_changed()
    {
        using var browser = Browser("operator");
        var chapter = await Hub.Admitted();

        var stale = await Send(browser, $"/fr/inscriptions/{chapter.Id}", "suspend", ("Message", "Une pause."), ("Version", "1"));

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("Une pause.", stale.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/inscriptions")]
    [InlineData("/en/enrolments/new-code")]
    [InlineData("/fr/inscriptions/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task open_to_nobody_else(string path)
    {
        using var browser = Browser("steward");

        Assert.Equal(HttpStatusCode.Forbidden, (await Open(browser, path)).Status);
    }

    [Fact]
    public async Task do_not_know_a_chapter_that_never_enrolled()
    {
        using var browser = Browser("operator");

        Assert.Equal(HttpStatusCode.NotFound, (await Open(browser, "/fr/inscriptions/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")).Status);
    }

    [Fact]
    public async Task and_the_public_statistics_are_answered_in_both_languages()
    {
        using var visitor = Browser("");

        Assert.Equal(HttpStatusCode.OK, (await Open(visitor, "/fr/statistiques")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Open(visitor, "/en/statistics")).Status);
    }

    private HttpClient Browser(string role)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Hub.Web };
        client.DefaultRequestHeaders.Add(ActingAs.Header, role);
        return client;
    }

    private static async Task<(HttpStatusCode Status, IHtmlDocument Document)> Open(HttpClient browser, string path)
    {
        using var response = await browser.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        return (response.StatusCode, await Read(response));
    }

    private static async Task<(HttpStatusCode Status, IHtmlDocument Document)> Send(HttpClient browser, string path, string form, params (string Name, string Value)[] values)
    {
        var (_, document) = await Open(browser, path);
        var sent = document.QuerySelectorAll("form").OfType<IHtmlFormElement>()
            .Single(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form);
        var hidden = sent.QuerySelectorAll("input[type=hidden]").Select(i => (Name: i.GetAttribute("name")!, Value: i.GetAttribute("value") ?? ""));
        var all = hidden.Where(h => values.All(v => v.Name != h.Name)).Concat(values);
        using var content = new FormUrlEncodedContent(all.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        using var response = await browser.PostAsync(new Uri(path, UriKind.Relative), content, Cancel);
        return (response.StatusCode, await Read(response));
    }

    private static async Task<IHtmlDocument> Read(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(Cancel));
}
