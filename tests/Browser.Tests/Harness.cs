using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RecoveryCoP.Browser.Tests;

using Browser = Testing.Browser;

public sealed class A_page_in_the_browser(Browser browser) : IAsyncLifetime
{
    private const string Page = """
        <!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Accueil</title></head>
        <body><main><h1>Bienvenue</h1><p id="word">sans script</p><script>document.getElementById('word').textContent = 'avec script'</script></main></body></html>
        """;

    private const string Poor = """<!doctype html><html><head><title></title></head><body><img src="data:,"></body></html>""";

    private readonly string _address = $"http://127.0.0.1:{FreePorts.Take()}";
    private WebApplication? _site;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(_address);
        _site = builder.Build();
        _site.MapGet("/", () => Results.Content(Page, "text/html"));
        _site.MapGet("/poor", () => Results.Content(Poor, "text/html"));
        _site.MapGet("/curious", () => Results.Content("""<!doctype html><img src="http://elsewhere.example/pixel.gif">""", "text/html"));
        _site.MapGet("/strict", (HttpContext context) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'";
            return Results.Content(Page, "text/html");
        });
        await _site.StartAsync(Cancel);
    }

    public async ValueTask DisposeAsync() => await _site!.DisposeAsync();

    [Theory]
    [InlineData(Screen.Desktop, true, 1280, "avec script")]
    [InlineData(Screen.Desktop, false, 1280, "sans script")]
    [InlineData(Screen.Phone, true, 390, "avec script")]
    public async Task is_shown_as_the_visitor_would_see_it(Screen screen, bool scripts, int width, string word)
    {
        await using var visitor = await browser.Visit(Cancel, screen, scripts);

        await visitor.Page.GotoAsync(_address);

        Assert.Equal("Bienvenue", await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading).TextContentAsync());
        Assert.Equal(word, await visitor.Page.Locator("#word").TextContentAsync());
        Assert.Equal(width, visitor.Page.ViewportSize!.Width);
        Assert.True(File.Exists(await visitor.Screenshot($"harness-{screen}-{scripts}")));
    }

    [Fact]
    public async Task has_no_barriers_when_it_has_a_language_a_title_and_names()
    {
        await using var visitor = await browser.Visit(Cancel);

        await visitor.Page.GotoAsync(_address);

        Assert.Empty(await visitor.Barriers());
    }

    [Fact]
    public async Task has_its_barriers_named()
    {
        await using var visitor = await browser.Visit(Cancel);

        await visitor.Page.GotoAsync($"{_address}/poor");

        var barriers = await visitor.Barriers();
        Assert.Contains(barriers, barrier => barrier.StartsWith("html-has-lang", StringComparison.Ordinal));
        Assert.Contains(barriers, barrier => barrier.StartsWith("image-alt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task is_searched_for_barriers_under_a_strict_content_policy_too()
    {
        await using var visitor = await browser.Visit(Cancel);

        await visitor.Page.GotoAsync($"{_address}/strict");

        Assert.Empty(await visitor.Barriers());
        Assert.Contains(visitor.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task is_not_searched_for_barriers_without_scripts()
    {
        await using var visitor = await browser.Visit(Cancel, scripts: false);

        await visitor.Page.GotoAsync(_address);

        await Assert.ThrowsAsync<InvalidOperationException>(visitor.Barriers);
    }

    [Fact]
    public async Task fails_the_test_when_it_asks_another_host()
    {
        var visitor = await browser.Visit(Cancel);

        await visitor.Page.GotoAsync($"{_address}/curious");

        var failure = await Record.ExceptionAsync(async () => await visitor.DisposeAsync());
        Assert.Contains("http://elsewhere.example/pixel.gif", failure?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task prefers_dark_colours_when_the_visitor_does()
    {
        await using var visitor = await browser.Visit(Cancel, dark: true);

        await visitor.Page.GotoAsync(_address);

        Assert.True(await visitor.Page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches"));
    }
}
