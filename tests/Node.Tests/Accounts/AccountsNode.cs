using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.Leaving;
using RecoveryCoP.Node.Accounts.NewAddress;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Tests.Web;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Tests.Accounts;

/// <summary>A node with accounts and nothing else, on either engine, whose time stands still until a test moves it.</summary>
public sealed class AccountsNode : IAsyncDisposable
{
    public const string Address = "camille@exemple.org";

    public static readonly RoleDefinition Steward = new("steward", new Text("Intendance", "Steward"), new Text("Gère les accès.", "Manages access."), ["steward"]);
    public static readonly RoleDefinition Executive = new("executive", new Text("Comité exécutif", "Executive"), new Text("Décide.", "Decides."), ["steward"]);
    public static readonly RoleDefinition Facilitator = new("facilitator", new Text("Animation", "Facilitator"), new Text("Anime.", "Facilitates."), ["steward", "executive"]);

    private readonly TemporaryFolder folder = new();
    private readonly WebApplication app;
    private readonly System.Collections.Concurrent.ConcurrentBag<HttpClient> visitors = [];

    private AccountsNode(Func<string, Database> open, Uri site)
    {
        Site = site;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        var services = builder.Services;
        services.AddSingleton<TimeProvider>(Clock);
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddSingleton(_ => open(folder.Path));
        services.AddSingleton<Migrator>();
        services.AddSchema(typeof(StorageFeature), "Storage");
        services.AddWeb(new WebOptions { CookieSuffix = "t1" });
        services.AddMail(_ => folder.File("mail"), _ => site, (_, _) => new("Espace commun", "Shared space"));
        services.AddSingleton<IMembershipListener>(Heard);
        services.AddSingleton<IHoldsAddresses>(Heard);
        services.AddSingleton(new SignInOptions { LetterSeconds = 0, MostQueued = 100 });
        services.AddSingleton(new NodeOptions { TrustedProxies = ["10.9.0.0/16"] });
        services.AddAccounts(_ => site, Steward.Name, Steward, Executive, Facilitator);
        services.AddSingleton(new NodeKind
        {
            Code = "test", Name = new Text("Essai", "Test"), FoundIt = new Text("Fonder", "Set up"), LeaveIt = new Text("Quitter", "Leave"),
            Roles = [Steward, Executive, Facilitator], FirstRole = Steward.Code, Discreet = false, DefaultListen = "http://127.0.0.1:0",
        });
        // The tests say when the letters are written.
        services.Remove(services.Single(s => s.ImplementationType == typeof(SignInWorker)));
        services.Remove(services.Single(s => s.ImplementationType == typeof(AddressLeftSender)));
        app = builder.Build();
        app.Use(async (context, next) =>
        {
            context.Connection.RemoteIpAddress = IPAddress.TryParse(context.Request.Headers["X-From"], out var from) ? from : IPAddress.Loopback;
            await next(context);
        });
        app.UseTrustedProxies();
        app.UseWeb(a => a.UseSessions());
        app.MapPages(typeof(AccountsNode).Assembly);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 14, 0, 0, TimeSpan.Zero));

    /// <summary>Who came.</summary>
    public Heard Heard { get; } = new();

    public Uri Site { get; }

    public AccountStore Accounts => app.Services.GetRequiredService<AccountStore>();

    public People People => app.Services.GetRequiredService<People>();

    public SignInLinks Links => app.Services.GetRequiredService<SignInLinks>();

    public Database Database => app.Services.GetRequiredService<Database>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<AccountsNode> Start(PostgresServer? server, string site = "http://localhost")
    {
        var postgres = server is null ? null : await server.CreateDatabase(Cancel);
        var node = new AccountsNode(path => postgres is null ? new SqliteDatabase(Path.Combine(path, "node.db")) : new PostgreSqlDatabase(postgres), new Uri(site));
        await node.app.Services.GetRequiredService<Migrator>().Migrate(Cancel);
        await node.app.StartAsync(Cancel);
        return node;
    }

    /// <summary>Somebody with an account.</summary>
    public async Task<Actor> Add(string address = Address, params string[] roles)
    {
        var account = await Accounts.Add("Camille", EmailAddress.Parse(address)!, "fr", roles, null, Cancel);
        return new Actor(account.Value!.Id, roles);
    }

    /// <summary>What the community is called.</summary>
    public void Call(string fr, string en) => app.Services.GetRequiredService<CurrentNodeIdentity>().Current = new NodeIdentity(new Bilingual(fr, en), Discreet: true);

    /// <summary>How many hold a role now.</summary>
    public Task<long> Holders(string role) => Database.Find<long>("select count(*) from account_role where role = @role and taken_at is null", new { role }, Cancel);

    /// <summary>A browser without a past.</summary>
    public HttpClient NewVisitor(string? from = null)
    {
        var visitor = new HttpClient(new CookieKeeper(app.GetTestServer().CreateHandler())) { BaseAddress = Site };
        if (from is not null)
        {
            visitor.DefaultRequestHeaders.Add("X-From", from);
        }

        visitors.Add(visitor);
        return visitor;
    }

    public static async Task<HttpResponseMessage> Ask(HttpClient visitor, string address = Address) => await SampleNode.Send(visitor, "/fr/entrer", "ask", ("Address", address));

    public static async Task<HttpResponseMessage> Enter(HttpClient visitor, string key) => await SampleNode.Send(visitor, "/fr/entrer", "enter", ("Key", key));

    /// <summary>Asks for a link and opens the letter that comes.</summary>
    public async Task<SentLetter> AskAndRead(HttpClient visitor, string address = Address)
    {
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        using var asked = await Ask(visitor, address);
        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        return (await Letters())[^1];
    }

    /// <summary>A browser that is signed in.</summary>
    public async Task<HttpClient> SignIn(Actor actor)
    {
        var visitor = NewVisitor();
        using var entered = await Enter(visitor, (await Links.Create(actor.Id, Cancel))!.ToString());
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        return visitor;
    }

    public static async Task<bool> IsSignedIn(HttpClient visitor)
    {
        using var mine = await visitor.GetAsync("/fr/ma-page", Cancel);
        return mine.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>Writes the letters that wait, and opens all there are, the oldest first.</summary>
    public async Task<IReadOnlyList<SentLetter>> Letters()
    {
        await app.Services.GetRequiredService<SignInQueue>().Answer(Cancel);
        // A letter's name begins with its time.
        var files = Directory.Exists(folder.File("mail")) ? new DirectoryInfo(folder.File("mail")).GetFiles("*.eml") : [];
        var letters = new List<SentLetter>();
        foreach (var file in files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            using var message = await MimeMessage.LoadAsync(file.FullName, Cancel);
            letters.Add(SentLetter.Of(message));
        }

        return letters;
    }

    /// <summary>Tells addresses that somebody no longer has them, and forgets those that were told.</summary>
    public async Task TellEarlierAddresses()
    {
        using var sender = ActivatorUtilities.CreateInstance<AddressLeftSender>(app.Services);
        await sender.Send(Cancel);
    }

    /// <summary>Does a verb of the command line.</summary>
    public Task<VerbResult> Run(Verb verb, params (string Name, string Value)[] values) => verb.Run(app.Services, values.ToDictionary(v => v.Name, v => v.Value), Cancel);

    /// <summary>Throws away the letters that are of no use any more.</summary>
    public async Task SweepMail()
    {
        using var sweep = ActivatorUtilities.CreateInstance<MailSweep>(app.Services);
        await sweep.Sweep(Cancel);
    }

    /// <summary>Completes when the worker, started here, has written a letter; it is stopped then.</summary>
    public async Task LetterArrives(Func<Task> meanwhile)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watch = new FileSystemWatcher(folder.Folder("mail"), "*.eml");
        watch.Renamed += (_, _) => arrived.TrySetResult();
        watch.EnableRaisingEvents = true;
        using var worker = ActivatorUtilities.CreateInstance<SignInWorker>(app.Services);
        await worker.StartAsync(Cancel);
        await meanwhile();
        await arrived.Task.WaitAsync(Cancel);
        await worker.StopAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors)
        {
            visitor.Dispose();
        }

        await app.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>Takes down who came, with what they agreed to.</summary>
public sealed class Heard : IMembershipListener, IHoldsAddresses
{
    public List<(Guid Account, Guid Stay, string Pledge)> Came { get; } = [];

    public Task Joined(Guid account, Guid stay, string pledge, CancellationToken cancellationToken)
    {
        Came.Add((account, stay, pledge));
        return Task.CompletedTask;
    }

    public List<(string Before, string Now)> Moved { get; } = [];

    public Task Move(Transaction transaction, string before, string now)
    {
        Moved.Add((before, now));
        return Task.CompletedTask;
    }

    public Task Forget(Transaction transaction, string address) => Task.CompletedTask;
}

/// <summary>What a letter says.</summary>
public sealed partial record SentLetter(string From, string Subject, string Text, Uri Link, string Code)
{
    public string To { get; private init; } = "";

    public static SentLetter Of(MimeMessage message)
    {
        var text = message.TextBody!;
        return new SentLetter(message.From.ToString(), message.Subject!, text, new Uri(LinkIn().Match(text) is { Success: true } link ? link.Value : "about:blank"), CodeIn().Match(text).Value)
        {
            To = message.To.Mailboxes.Single().Address,
        };
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"https?://\S+#t=\S+")]
    private static partial System.Text.RegularExpressions.Regex LinkIn();

    [System.Text.RegularExpressions.GeneratedRegex(@"(?m)^[A-Z2-9]{4}-[A-Z2-9]{4}(?=\r?$)")]
    private static partial System.Text.RegularExpressions.Regex CodeIn();
}

/// <summary>A situation at a node of its own, on the engine that the subclass names.</summary>
public abstract class AtANode(PostgresServer? server) : IAsyncLifetime
{
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected AccountsNode Node { get; private set; } = null!;

    protected PostgresServer? Server => server;

    public async ValueTask InitializeAsync() => Node = await AccountsNode.Start(server);

    public async ValueTask DisposeAsync()
    {
        if (Node is not null)
        {
            await Node.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>The refusals a page shows.</summary>
    protected static async Task Refused(HttpResponseMessage response, string saying)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        IHtmlDocument page = await SampleNode.Read(response);
        Assert.Contains(saying, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }
}
