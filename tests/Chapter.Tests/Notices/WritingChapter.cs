using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using RecoveryCoP.Chapter.Guests;
using RecoveryCoP.Chapter.Invitations;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Notices;
using RecoveryCoP.Node;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Founding;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Inbox;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Notices;

/// <summary>The whole program of a chapter on one engine, whose time stands still until a test moves it, and a mail server that keeps its letters.</summary>
public sealed class WritingChapter : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Uri _address = new($"http://127.0.0.1:{FreePorts.Take()}");
    private readonly Dictionary<string, string?> _settings;
    private WebApplication _app = null!;
    private int _next;

    private WritingChapter(string? postgres, (string Key, string Value)[] settings)
    {
        _settings = new(Mail.Settings)
        {
            ["Node:DataFolder"] = _folder.Folder("data"),
            ["Node:Listen"] = _address.GetLeftPart(UriPartial.Authority),
            ["Mail:NameServer"] = "127.0.0.1:1", // nobody
            // Its time goes by in leaps of months.
            ["Backup:Nightly"] = "false",
            ["Logging:LogLevel:Default"] = "None",
            ["Logging:LogLevel:Orleans"] = "None",
        };
        foreach (var (key, value) in settings)
        {
            _settings[key] = value;
        }

        if (postgres is not null)
        {
            (_settings["Storage:Engine"], _settings["Storage:ConnectionString"]) = (nameof(Engine.PostgreSql), postgres);
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Monday 2 March 2026, 9 in the morning in Montréal.</summary>
    public FakeTimeProvider Clock { get; private init; } = new(new DateTimeOffset(2026, 3, 2, 14, 0, 0, TimeSpan.Zero));

    public MailServer Mail { get; } = new();

    /// <summary>Facilitates; is a member too.</summary>
    public Actor Facilitator { get; private set; } = null!;

    /// <summary>Where it listens.</summary>
    public Uri Address => _address;

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public IMeetingGrain Meeting(Guid id) => Get<IGrainFactory>().Meeting(id);

    /// <summary>Its data folder.</summary>
    public string Folder => _settings["Node:DataFolder"]!;

    public static Task<WritingChapter> Start(PostgresServer? server, params (string Key, string Value)[] settings) => Start(server, null, settings);

    /// <summary>The same, in which it is now what it is everywhere: for data that a program of its own goes on with.</summary>
    public static Task<WritingChapter> StartToday(params (string Key, string Value)[] settings) => Start(null, TimeProvider.System.GetUtcNow(), settings);

    /// <summary>The same on its first day, before anybody has founded it.</summary>
    public static async Task<WritingChapter> StartNewToday(params (string Key, string Value)[] settings)
    {
        var chapter = new WritingChapter(null, settings) { Clock = new(TimeProvider.System.GetUtcNow()) };
        await chapter.Run();
        return chapter;
    }

    private static async Task<WritingChapter> Start(PostgresServer? server, DateTimeOffset? now, (string Key, string Value)[] settings)
    {
        var database = server is null ? null : await server.CreateDatabase(Cancel);
        var chapter = now is { } at ? new WritingChapter(database, settings) { Clock = new(at) } : new WritingChapter(database, settings);
        await chapter.Run();
        Assert.True((await chapter.Get<Founder>().Found(
            new FoundNode
            {
                NameFr = "CdP Rétablissement Estrie", Region = "05", PersonName = "Claude", PersonAddress = "claude@exemple.org", PersonLanguage = "fr",
                PublicContact = "bonjour@exemple.org", PrivacyOfficerTitleFr = "Secrétariat", PrivacyOfficerContact = "vie-privee@exemple.org",
            },
            Cancel)).Succeeded);
        chapter.Facilitator = (await chapter.AddMember("facilitatrice@exemple.org", "fr", ChapterRoles.Facilitator)).Who;
        return chapter;
    }

    /// <summary>Somebody who accepted the charter.</summary>
    public async Task<(Actor Who, string Address)> AddMember(string? address = null, string language = "fr", params string[] roles)
    {
        address ??= $"voisine{Interlocked.Increment(ref _next)}@exemple.org";
        var account = (await Get<AccountStore>().Add(address[..address.IndexOf('@', StringComparison.Ordinal)], EmailAddress.Parse(address)!, language, roles, null, Cancel)).Value!;
        var who = new Actor(account.Id, roles);
        Assert.True((await Get<IGrainFactory>().GetGrain<IMemberGrain>(who.Id).Do(new AcceptCharter(who, 1, account.Stay))).Succeeded);
        return (who, address);
    }

    /// <summary>A meeting that was announced.</summary>
    public async Task<Guid> Announce(DateTime start, Func<MeetingPlan, MeetingPlan>? plan = null)
    {
        var id = Guid.CreateVersion7(Clock.GetUtcNow());
        var planned = Meetings.MeetingSamples.Plan with { Start = start };
        await Do(id, new PlanMeeting(Facilitator, plan?.Invoke(planned) ?? planned));
        await Do(id, new AnnounceMeeting(Facilitator, 1));
        return id;
    }

    public async Task Do<T>(Guid meeting, T operation) where T : IOperation<Meeting>
    {
        var result = await Meeting(meeting).Do(operation);
        Assert.True(result.Succeeded, string.Join(", ", result.Refusals));
    }

    /// <summary>Time passes, and whatever follows from it or from what was written is done.</summary>
    /// <returns>The letters that went, by address and subject.</returns>
    public async Task<IReadOnlyList<MimeMessage>> Pass(TimeSpan time = default)
    {
        var before = Mail.Letters.Count;
        // Without the program's timers, of which months hold very many: what is to be done then is done below.
        Clock.AdjustTime(Clock.GetUtcNow() + time);
        await Get<FollowerLoop>().CatchUp(Cancel);
        await Get<NoticeClock>().Look(Cancel);
        await Get<OutboxSender>().Send(Cancel);
        await Get<InvitationSender>().Send(Cancel);
        await Get<GuestSender>().Send(Cancel);
        return [.. Mail.Letters.Skip(before)];
    }

    /// <summary>A visitor's browser.</summary>
    public FormClient NewBrowser() => new(_address);

    /// <summary>Stops the program as a power cut would leave it, and starts it again on the same data.</summary>
    public async Task Restart()
    {
        await Stop();
        await Run();
    }

    /// <summary>A copy of its database as it is now, for <see cref="PutBack"/>; it is not running meanwhile.</summary>
    public async Task<string> CopyDatabase(PostgresServer? server)
    {
        await Stop();
        var copy = server is null ? _folder.File("copy.db") : await server.CreateDatabase(Cancel, _settings["Storage:ConnectionString"]);
        if (server is null)
        {
            File.Copy(Path.Combine(Folder, "node.db"), copy);
        }

        await Run();
        return copy;
    }

    /// <summary>Has it go on with an earlier database, as after a restore.</summary>
    public async Task PutBack(string copy, PostgresServer? server)
    {
        await Stop();
        if (server is null)
        {
            File.Copy(copy, Path.Combine(Folder, "node.db"), overwrite: true);
        }
        else
        {
            _settings["Storage:ConnectionString"] = copy;
        }

        await Run();
    }

    /// <summary>Starts the program on its data.</summary>
    public async Task Run()
    {
        _app = await new NodeProgram(ChapterNode.Kind, AddFeatures, typeof(ChapterNode).Assembly).Build(NodeSettings.Load(ChapterNode.Kind, _settings), Cancel);
        await _app.StartAsync(Cancel);
    }

    /// <summary>Stops it.</summary>
    public async Task Stop()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await Mail.DisposeAsync();
        _folder.Dispose();
    }

    // The tests say when it is looked and sent.
    private void AddFeatures(IServiceCollection services)
    {
        ChapterNode.AddFeatures(services);
        foreach (var loop in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationFactory?.Method.DeclaringType?.DeclaringType is { } by && (by == typeof(OutboxFeature) || by == typeof(NoticesFeature) || by == typeof(InvitationsFeature) || by == typeof(InboxFeature) || by == typeof(GuestsFeature))).ToList())
        {
            services.Remove(loop);
        }

        services.RemoveAll<TimeProvider>();
        services.AddSingleton<TimeProvider>(Clock);
    }
}
