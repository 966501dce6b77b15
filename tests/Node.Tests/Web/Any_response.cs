using System.Net;

namespace RecoveryCoP.Node.Tests.Web;

public sealed class Any_response(SampleNode node) : IClassFixture<SampleNode>
{
    // What is not to be listed says so on every page, and only those who may read it learn that.
    [Fact]
    public async Task may_be_read_by_crawlers_where_it_is_not_to_be_listed() =>
        Assert.EndsWith("User-agent: *\nDisallow:\n", await node.Client.GetStringAsync("/robots.txt", TestContext.Current.CancellationToken), StringComparison.Ordinal);

    [Theory]
    [InlineData("/", 302)]
    [InlineData("/fr", 200)]
    [InlineData("/robots.txt", 200)]
    [InlineData("/fr/pratiques/1", 200)]
    [InlineData("/fr/pratiques/404", 404)]
    [InlineData("/fr/pratiques/403", 403)]
    [InlineData("/fr/pratiques/500", 500)]
    [InlineData("/en/nothing/here", 404)]
    [InlineData("/x", 404)]
    public async Task carries_the_protections(string path, int status)
    {
        using var response = await node.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.StartsWith("default-src 'none'; base-uri 'none'; frame-ancestors 'none'", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Resource-Policy"));
        Assert.Equal("noindex", Header(response, "X-Robots-Tag"));
        Assert.Equal("no-store", Header(response, "Cache-Control"));
        Assert.NotEqual("", Header(response, "Permissions-Policy"));
    }

    [Theory]
    [InlineData("/", 302)]
    [InlineData("/fr", 200)]
    [InlineData("/fr/pratiques/404", 404)]
    public async Task has_a_head_for_those_who_ask_for_nothing_else(string path, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);

        using var response = await node.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("no-store", Header(response, "Cache-Control"));
    }

    [Theory]
    [InlineData("/fr/pratiques/404", "Il n’y a rien à cette adresse")]
    [InlineData("/en/practices/404", "There is nothing at this address")]
    [InlineData("/fr/pratiques/403", "Vous n’avez pas accès à cette page")]
    [InlineData("/en/practices/500", "Something went wrong on our side")]
    [InlineData("/en/nothing/here", "There is nothing at this address")]
    public async Task that_is_an_error_speaks_the_readers_language_inside_the_layout(string path, string heading)
    {
        using var response = await node.Client.GetAsync(path, TestContext.Current.CancellationToken);
        var page = await SampleNode.Read(response);
        Assert.Equal(heading, Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.NotNull(page.QuerySelector("nav"));
        Assert.Null(page.QuerySelector("form"));
        Assert.Contains(heading, page.Title!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task has_no_inline_script_no_inline_style_and_nothing_from_elsewhere()
    {
        using var response = await node.Client.GetAsync("/fr/pratiques/1", TestContext.Current.CancellationToken);
        var page = await SampleNode.Read(response);
        Assert.Empty(page.QuerySelectorAll("script:not([src]), script:not([defer]), style, [style], iframe, [onclick]"));
        Assert.All(page.QuerySelectorAll("link, img, script"), e => Assert.StartsWith("/files/", e.GetAttribute("href") ?? e.GetAttribute("src"), StringComparison.Ordinal));
        Assert.True((await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length < 40_000);
    }

    [Fact]
    public async Task refers_to_files_that_may_be_kept_for_ever()
    {
        using var response = await node.Client.GetAsync("/fr", TestContext.Current.CancellationToken);
        foreach (var link in (await SampleNode.Read(response)).QuerySelectorAll("link, script"))
        {
            using var file = await node.Client.GetAsync(link.GetAttribute("href") ?? link.GetAttribute("src"), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.Contains("immutable", Header(file, "Cache-Control"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task keeps_the_nodes_name_out_of_the_title_when_discreet()
    {
        using var response = await node.Client.GetAsync("/fr", TestContext.Current.CancellationToken);
        var page = await SampleNode.Read(response);
        Assert.Equal("Accueil · Espace commun", page.Title);
        Assert.Contains("Estrie", page.QuerySelector(".brand")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task sets_only_cookies_with_neutral_names()
    {
        using var response = await node.NewVisitor().GetAsync("/fr/pratiques/1", TestContext.Current.CancellationToken);
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("nt1f=", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task that_could_not_reach_the_database_is_a_pause_with_words()
    {
        using var response = await node.Client.GetAsync("/fr/pratiques/503", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), response.Headers.RetryAfter!.Delta);
        Assert.Equal("Le service fait une courte pause", Assert.Single((await SampleNode.Read(response)).QuerySelectorAll("h1")).TextContent);
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : "";
}
