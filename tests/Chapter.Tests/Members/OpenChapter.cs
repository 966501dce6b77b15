using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Founding;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Members;

/// <summary>The whole program of a chapter in this process, founded by Claude, with sessions and letters as people have them.</summary>
public sealed partial class OpenChapter : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<FormClient> _browsers = [];

    // Letters go when they are used; who asks for a second one has read the first. A file's name begins with its time.
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, (string To, string Text)> _letters = [];
    private readonly Uri _address = new($"http://127.0.0.1:{FreePorts.Take()}");
    private WebApplication _app = null!;
    private int _next;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The first person: steward, and of the executive committee.</summary>
    public Actor Claude { get; private set; } = null!;

    /// <summary>Where it keeps everything.</summary>
    public string DataFolder => _folder.File("data");

    /// <summary>A database of a PostgreSQL server; without one it keeps everything in SQLite.</summary>
    public string? Postgres { get; init; }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        _app = await new NodeProgram(ChapterNode.Kind, ChapterNode.AddFeatures, typeof(ChapterNode).Assembly).Build(
            NodeSettings.Load(ChapterNode.Kind, new Dictionary<string, string?>
            {
                ["Node:DataFolder"] = _folder.Folder("data"),
                ["Node:Listen"] = _address.GetLeftPart(UriPartial.Authority),
                ["Web:TabNameFr"] = "Le jardin",
                ["SignIn:PerNetwork"] = "1000",
                ["SignIn:LetterSeconds"] = "0",
                ["Logging:LogLevel:Default"] = "None",
                ["Storage:Engine"] = Postgres is null ? nameof(Engine.Sqlite) : nameof(Engine.PostgreSql),
                ["Storage:ConnectionString"] = Postgres,
            }),
            Cancel);
        await _app.StartAsync(Cancel);
        var founded = await Get<Founder>().Found(
            new FoundNode
            {
                NameFr = "CdP Rétablissement Estrie",
                Region = "05",
                PersonName = "Claude",
                PersonAddress = "claude@exemple.org",
                PersonLanguage = "fr",
                PrivacyOfficerTitleFr = "Secrétaire du comité",
                PrivacyOfficerContact = "vie-privee@exemple.org",
            },
            Cancel);
        Assert.True(founded.Succeeded);
        var claude = (await Get<AccountStore>().Find(EmailAddress.Parse("claude@exemple.org")!, Cancel))!;
        Claude = new(claude.Id, [ChapterRoles.Steward, ChapterRoles.Executive]);
        Assert.True((await Get<People>().Give(new(Claude, Claude.Id, ChapterRoles.Executive), Cancel)).Succeeded);
        await Get<IGrainFactory>().GetGrain<IMemberGrain>(Claude.Id).Do(new AcceptCharter(Claude, 1, claude.Stay));
    }

    public async ValueTask DisposeAsync()
    {
        _browsers.ForEach(b => b.Dispose());
        await _app.StopAsync(Cancel);
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A browser without a past.</summary>
    public FormClient NewBrowser()
    {
        _browsers.Add(new FormClient(_address));
        return _browsers[^1];
    }

    /// <summary>An address that nobody has.</summary>
    public string NewAddress() => $"personne{Interlocked.Increment(ref _next)}@exemple.org";

    /// <summary>A browser that is signed in.</summary>
    public async Task<FormClient> SignIn(Guid who)
    {
        var browser = NewBrowser();
        await browser.SignIn((await Get<SignInLinks>().Create(who, Cancel))!.ToString(), Cancel);
        return browser;
    }

    /// <summary>Somebody whom the steward added, without the charter; their browser is signed in.</summary>
    public async Task<(Actor Who, FormClient Browser)> Add(string name, params string[] roles)
    {
        var account = await Get<AccountStore>().Add(name, EmailAddress.Parse(NewAddress())!, "fr", roles, null, Cancel);
        return (new(account.Value!.Id, roles), await SignIn(account.Value.Id));
    }

    /// <summary>The same, having accepted the charter that is in force.</summary>
    public async Task<(Actor Who, FormClient Browser)> AddMember(string name, params string[] roles)
    {
        var (who, browser) = await Add(name, roles);
        Assert.True((await browser.Fill("/fr/charte/adherer", "accept", Cancel)).IsDone);
        return (who, browser);
    }

    /// <summary>Waits for the letters to an address, and reads the code in the last one.</summary>
    public async Task<(string Code, string Link, int Letters)> Letter(string address, int atLeast = 1)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            var texts = await Letters(address);
            if (texts.Count >= atLeast)
            {
                return (CodeIn().Match(texts[^1]).Value, LinkIn().Match(texts[^1]).Value, texts.Count);
            }

            await tick.WaitForNextTickAsync(Cancel);
        }
    }

    private async Task<IReadOnlyList<string>> Letters(string address)
    {
        var folder = new DirectoryInfo(_folder.File("data/mail"));
        foreach (var file in folder.Exists ? folder.GetFiles("*.eml").Where(f => !_letters.ContainsKey(f.Name)).ToList() : [])
        {
            try
            {
                using var message = await MimeMessage.LoadAsync(file.FullName, Cancel);
                _letters[file.Name] = (message.To.Mailboxes.Single().Address, message.TextBody!);
            }
            catch (FileNotFoundException)
            {
                // Used meanwhile, by whoever it was to.
            }
        }

        return [.. _letters.Where(letter => letter.Value.To == address).OrderBy(letter => letter.Key, StringComparer.Ordinal).Select(letter => letter.Value.Text)];
    }

    [GeneratedRegex(@"(?m)^[A-Z2-9]{4}-[A-Z2-9]{4}(?=\r?$)")]
    private static partial Regex CodeIn();

    [GeneratedRegex(@"http://\S+#t=\S+")]
    private static partial Regex LinkIn();
}
