using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Tests.Web;

/// <summary>A program of two pages, as Chapter and Hub wire theirs.</summary>
public sealed class SampleNode : IAsyncLifetime
{
    private WebApplication? built;

    /// <summary>True when its people come by TLS.</summary>
    public bool IsTls { get; init; }

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => App.Services;

    private WebApplication App => built ??= Build(testServer: true, IsTls);

    public static WebApplication Build(bool testServer, bool isTls = false)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        if (testServer)
        {
            builder.WebHost.UseTestServer();
        }

        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddWeb(new WebOptions { CookieSuffix = "t1", IsTls = isTls });
        builder.Services.AddNavigation(
            new NavItem(new Text("Accueil", "Home"), new Text("/fr", "/en"), Access.Everybody, 1),
            new NavItem(new Text("Pratiques", "Practices"), new Text("/fr/pratiques/1", "/en/practices/1"), Access.Everybody, 2),
            new NavItem(new Text("Rôles", "Roles"), new Text("/fr/roles", "/en/roles"), Access.Roles("executive"), 3),
            new NavItem(new Text("Confidentialité", "Privacy"), new Text("/fr/vie-privee", "/en/privacy"), Access.Everybody, 4, NavPlace.Footer));
        builder.Services.AddConfirmations(new Confirmation("sample.saved", new Text("La pratique est partagée.", "The practice is shared.")));
        builder.Services.AddRefusals(
            new RefusalText("sample.title-missing", new Text("Écrivez un titre.", "Write a title.")),
            new RefusalText("sample.unreadable", new Text("Enlevez le caractère invisible.", "Take the invisible character out.")),
            new RefusalText("sample.story-long", new Text("Raccourcissez : {0} caractères, c’est trop.", "Shorten: {0} characters is too many.")),
            new RefusalText("sample.stale", new Text("Quelqu’un a changé la pratique entre-temps.", "Somebody changed the practice meanwhile.")));
        var app = builder.Build();
        app.Services.GetRequiredService<CurrentNodeIdentity>().Current = new NodeIdentity(new Bilingual("Communauté de l’Estrie", null), Discreet: true);
        app.UseWeb();
        app.MapPages(typeof(SampleNode).Assembly);
        return app;
    }

    public async ValueTask InitializeAsync()
    {
        await App.StartAsync(TestContext.Current.CancellationToken);
        Client = NewVisitor();
    }

    public async ValueTask DisposeAsync() => await App.DisposeAsync();

    /// <summary>A browser without a past: it keeps cookies and follows no redirect.</summary>
    public HttpClient NewVisitor(string scheme = "http") =>
        new(new CookieKeeper(App.GetTestServer().CreateHandler())) { BaseAddress = new Uri($"{scheme}://localhost") };

    public static async Task<IHtmlDocument> Read(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    /// <summary>Opens a page, fills a form in as a browser would and sends it.</summary>
    public static async Task<HttpResponseMessage> Send(HttpClient visitor, string path, string form, params (string Name, string Value)[] values)
    {
        using var page = await visitor.GetAsync(path, TestContext.Current.CancellationToken);
        return await Send(visitor, path, await Read(page), form, values);
    }

    /// <summary>Sends a form of a page that is open already.</summary>
    public static async Task<HttpResponseMessage> Send(HttpClient visitor, string path, IHtmlDocument document, string form, params (string Name, string Value)[] values)
    {
        var sent = document.QuerySelectorAll("form").OfType<IHtmlFormElement>()
            .Single(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form);
        var hidden = sent.QuerySelectorAll("input[type=hidden]").Select(i => (Name: i.GetAttribute("name")!, Value: i.GetAttribute("value") ?? ""));
        var all = hidden.Where(h => values.All(v => v.Name != h.Name)).Concat(values);
        using var content = new FormUrlEncodedContent(all.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        return await visitor.PostAsync(path, content, TestContext.Current.CancellationToken);
    }
}
