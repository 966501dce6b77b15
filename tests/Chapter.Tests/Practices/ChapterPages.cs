using Microsoft.Extensions.DependencyInjection.Extensions;
using RecoveryCoP.Node.Web.Guards;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Chapter.Charters;
using RecoveryCoP.Chapter.Comments;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Pulse;
using RecoveryCoP.Chapter.Series;
using RecoveryCoP.Chapter.Topics;
using RecoveryCoP.Node.Files;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Tests.Practices;

/// <summary>The pages of a chapter over a real silo and database. Who asks stands in a header, where a session would say it.</summary>
public sealed class ChapterPages : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly WebApplication _app;

    public ChapterPages() : this(TimeProvider.System)
    {
    }

    /// <summary>The same at another hour.</summary>
    internal ChapterPages(TimeProvider clock)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.AddSilo();
        builder.Services.AddSingleton(clock);
        builder.Services.AddStorage();
        builder.Services.AddSingleton<Database>(_ => new SqliteDatabase(_folder.File("node.db")));
        builder.Services.AddWeb(new WebOptions { CookieSuffix = "t1" });
        FoundedNode.Add(builder.Services, _folder);
        builder.Services.AddCharter().AddMembers().AddPractices().AddFiles().AddSingleton(new FilesOptions()).AddMeetings().AddPulse().AddSeries().AddTopics().AddComments();
        builder.Services.AddSchema(typeof(LibraryFeature), "Library").AddSingleton<LibraryPractices>().AddSingleton<LibraryLineage>().AddSingleton<LibraryNodeQueries>(); // of a node without a hub
        builder.Services.AddMail(_ => _folder.Folder("mail"), _ => new("http://localhost"), (_, _) => new("Espace commun", "Shared space"));
        builder.Services.RemoveAll<IAccessRequirement>(); // nobody here has a record of theirs
        _app = builder.Build();
        _app.UseWeb(session => session.Use((context, next) =>
        {
            if (context.Request.Headers["X-Actor"].ToString() is { Length: > 0 } who)
            {
                var parts = who.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                context.SetActor(new Actor(Guid.Parse(parts[0]), parts[1..]));
            }

            return next(context);
        }));
        _app.MapPages(typeof(Practice).Assembly);
    }

    public IGrainFactory Grains => Get<IGrainFactory>();

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        await _app.Services.GetRequiredService<Migrator>().Migrate(TestContext.Current.CancellationToken);
        await FoundedNode.Found(_app.Services, TestContext.Current.CancellationToken);
        await _app.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A browser of somebody, or of a visitor.</summary>
    public HttpClient Visitor(Actor? actor)
    {
        var client = new HttpClient(new CookieKeeper(_app.GetTestServer().CreateHandler())) { BaseAddress = new Uri("http://localhost") };
        if (actor is not null)
        {
            client.DefaultRequestHeaders.Add("X-Actor", string.Join(' ', [actor.Id.ToString(), .. actor.Roles]));
        }

        return client;
    }

    public static async Task<IHtmlDocument> Open(HttpClient visitor, string path)
    {
        using var response = await visitor.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await Read(response);
    }

    public static async Task<IHtmlDocument> Read(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    /// <summary>Fills a form of an open page in as a browser would and sends it.</summary>
    public static async Task<HttpResponseMessage> Send(HttpClient visitor, string path, IHtmlDocument page, string form, params (string Name, string Value)[] values)
    {
        var sent = page.QuerySelectorAll("form").OfType<IHtmlFormElement>().Single(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form);
        var own = sent.Elements.OfType<IHtmlInputElement>().Where(i => i.Type is not ("checkbox" or "radio") || i.IsChecked).Select(i => (Name: i.Name!, i.Value))
            .Concat(sent.QuerySelectorAll("textarea").OfType<IHtmlTextAreaElement>().Select(a => (Name: a.Name!, a.Value)))
            .Concat(sent.QuerySelectorAll("select").OfType<IHtmlSelectElement>().Select(s => (Name: s.Name!, Value: s.Value ?? "")));
        var all = own.Where(o => values.All(v => v.Name != o.Name)).Concat(values);
        using var content = new FormUrlEncodedContent(all.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        return await visitor.PostAsync(path, content, TestContext.Current.CancellationToken);
    }
}
