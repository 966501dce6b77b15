using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Chapter;
using RecoveryCoP.Hub;
using RecoveryCoP.Node;
using RecoveryCoP.Node.Founding;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Testing;

namespace RecoveryCoP.Benchmarks.Nodes;

/// <summary>A whole node in this process, founded and serving: its silo, followers, indexes and pages are those of the program.</summary>
internal sealed class RunningNode : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TemporaryFolder? own;

    private RunningNode(WebApplication app, TemporaryFolder? own) => (this.app, this.own) = (app, own);

    public IGrainFactory Grains => Service<IGrainFactory>();

    public Database Database => Service<Database>();

    public FollowerLoop Followers => Service<FollowerLoop>();

    /// <summary>Where its pages are.</summary>
    public Uri Address => new(Service<NodeOptions>().Listen);

    /// <summary>Where its gRPC listens; empty at a chapter.</summary>
    public string GrpcAddress => Service<NodeOptions>().GrpcListen;

    public T Service<T>() where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Starts a chapter in a folder of its own.</summary>
    /// <param name="postgres">Connection string of an empty database; null for the embedded one.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <param name="without">A service of its own that it does not run.</param>
    /// <param name="settings">What it is told beside where to listen.</param>
    public static Task<RunningNode> Chapter(string? postgres, CancellationToken cancel, Type? without = null, Dictionary<string, string?>? settings = null) =>
        Start(ChapterNode.Kind, services => AddChapter(services, without), typeof(ChapterNode).Assembly, settings ?? [], postgres, null, cancel);

    /// <summary>Starts a hub.</summary>
    /// <param name="postgres">Connection string of an empty database; null for the embedded one.</param>
    /// <param name="settings">What it is told beside where to listen.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <param name="folder">Where its data stay when it ends; null for a folder of its own.</param>
    public static Task<RunningNode> Hub(string? postgres, Dictionary<string, string?> settings, CancellationToken cancel, TemporaryFolder? folder = null) => Start(
        HubNode.Kind, HubNode.AddFeatures, typeof(HubNode).Assembly,
        new(settings) { ["Node:GrpcListen"] = $"http://127.0.0.1:{FreePorts.Take()}" }, postgres, folder, cancel);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        own?.Dispose();
    }

    private static void AddChapter(IServiceCollection services, Type? without)
    {
        ChapterNode.AddFeatures(services);
        if (without is not null)
        {
            services.Remove(services.Single(service => service.ImplementationType == without));
        }
    }

    private static async Task<RunningNode> Start(
        NodeKind kind, Action<IServiceCollection> features, Assembly pages, Dictionary<string, string?> settings, string? postgres, TemporaryFolder? folder, CancellationToken cancel)
    {
        var own = folder is null ? new TemporaryFolder() : null;
        try
        {
            settings["Node:DataFolder"] = (folder ?? own!).Path;
            settings["Node:Listen"] = $"http://127.0.0.1:{FreePorts.Take()}";
            settings["Logging:LogLevel:Default"] = "Warning";
            settings["Logging:LogLevel:Orleans.Runtime.Silo"] = "Error"; // recommends at each start the collector that a node does without on purpose
            if (postgres is not null)
            {
                settings["Storage:Engine"] = nameof(Engine.PostgreSql);
                settings["Storage:ConnectionString"] = postgres;
            }

            var app = await new NodeProgram(kind, features, pages).Build(NodeSettings.Load(kind, settings), cancel);
            var node = new RunningNode(app, own);
            await node.Found(cancel);
            await app.StartAsync(cancel);
            return node;
        }
        catch
        {
            own?.Dispose();
            throw;
        }
    }

    private async Task Found(CancellationToken cancel)
    {
        var founded = await Service<Founder>().Found(
            new FoundNode
            {
                NameFr = "Communauté de mesure",
                Region = "05",
                PersonName = "Camille",
                PersonAddress = "camille@example.org",
                PersonLanguage = "fr",
                PrivacyOfficerTitleFr = "Présidence",
                PrivacyOfficerContact = "camille@example.org",
            },
            cancel);
        if (!founded.Succeeded)
        {
            throw new InvalidOperationException(string.Join(", ", founded.Refusals));
        }
    }
}
