using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Chapter.Federation;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Statistics;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Node.Federation.Client;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Tests.Federation;

/// <summary>The pages of a founded chapter over a real silo and database, and a hub. Who asks stands in a header, where a session would say it.</summary>
public sealed class FederationPages : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DataFolder _data;
    private readonly WebApplication _app;

    private FederationPages()
    {
        _data = DataFolder.Open(_folder.Path, TimeProvider.System);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.AddSilo();
        builder.Services.AddSingleton(TimeProvider.System).AddStorage().AddSingleton<Database>(_ => new SqliteDatabase(_folder.File("node.db")));
        builder.Services.AddSingleton(_data).AddSingleton(ChapterNode.Kind).AddSingleton<ThisNode>().AddSingleton(new NodeOptions()).AddSingleton(new FaultPoints(new FaultOptions()));
        builder.Services.AddSchema(typeof(ThisNode), "Hosting").AddFeed();
        builder.Services.AddWeb(new WebOptions { CookieSuffix = "t1" });
        builder.Services.AddLibrary(Access.Members, order: 30).AddPractices().AddFederation().AddStatistics();
        builder.Services.AddSingleton(new SyncOptions { RetryMinimumSeconds = 1, RetryMaximumSeconds = 1, ProbeSeconds = 3600, PullWaitSeconds = 0 });
        _app = builder.Build();
        _app.UseWeb(session => session.Use((context, next) =>
        {
            if (context.Request.Headers["X-Actor"].ToString() is { Length: > 0 } who)
            {
                context.SetActor(new Actor(Guid.Parse("019a0000-0000-7000-8000-000000000001"), [who]));
            }

            return next(context);
        }));
        _app.MapPages(typeof(ChapterNode).Assembly);
    }

    public FakeHub Hub { get; } = new();

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public static async Task<FederationPages> Start()
    {
        var pages = new FederationPages();
        await pages.Get<Migrator>().Migrate(TestContext.Current.CancellationToken);
        await FoundedChapter.Found(pages._app.Services);
        await pages.Hub.Start();
        await pages._app.StartAsync(TestContext.Current.CancellationToken);
        return pages;
    }

    /// <summary>A browser of somebody with a role.</summary>
    public HttpClient Visitor(string role)
    {
        var client = new HttpClient(new CookieKeeper(_app.GetTestServer().CreateHandler())) { BaseAddress = new Uri("http://localhost") };
        client.DefaultRequestHeaders.Add("X-Actor", role);
        return client;
    }

    public async Task<string> Text(string role, string path)
    {
        using var visitor = Visitor(role);
        return (await ChapterPages.Open(visitor, path)).QuerySelector("main")!.TextContent;
    }

    public static async Task<(HttpStatusCode Status, IHtmlDocument Page)> Send(HttpClient visitor, string path, string form, params (string, string)[] values)
    {
        using var response = await ChapterPages.Send(visitor, path, await ChapterPages.Open(visitor, path), form, values);
        return (response.StatusCode, await ChapterPages.Read(response));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(TestContext.Current.CancellationToken);
        await _app.DisposeAsync();
        await Hub.DisposeAsync();
        _data.Dispose();
        _folder.Dispose();
    }
}
