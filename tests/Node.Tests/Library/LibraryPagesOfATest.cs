using RecoveryCoP.Node.Operations;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Tests.Library;

/// <summary>The library's pages over a library, as a visitor asks for them.</summary>
internal sealed class LibraryPagesOfATest : IAsyncDisposable
{
    private readonly WebApplication app;

    private LibraryPagesOfATest(WebApplication app) => this.app = app;

    public static async Task<LibraryPagesOfATest> Of(LibraryOfATest library, Access access)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<Database>(_ => library.Database);
        builder.Services.AddWeb(new WebOptions { CookieSuffix = "t2" });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<FeedHeads>().AddSingleton<Quarantine>().AddSingleton<FeedFollowers>();
        builder.Services.AddSingleton(new Node.Hosting.NodeOptions());
        builder.Services.AddLibrary(access, order: 1);
        var app = builder.Build();
        app.UseWeb();
        app.MapPages();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    public async Task<(int Status, IHtmlDocument Page)> Get(string path)
    {
        using var client = app.GetTestClient();
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await new HtmlParser().ParseDocumentAsync(html));
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
