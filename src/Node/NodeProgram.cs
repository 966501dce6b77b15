using System.CommandLine;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Node.Founding;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node;

/// <summary>
/// A program of this network, from its command line to its last request. <c>Program.cs</c> of a chapter or hub says what kind it is and
/// lists its features; everything that is true of any node is here.
/// </summary>
/// <param name="kind">Chapter or hub.</param>
/// <param name="features">Registers its features.</param>
/// <param name="pages">The assembly with its pages.</param>
public sealed class NodeProgram(NodeKind kind, Action<IServiceCollection> features, Assembly pages)
{
    // Longer than the host takes to stop in good order (30 s at most): the command line's own two seconds would cut a busy node off.
    private static readonly TimeSpan longestStop = TimeSpan.FromSeconds(40);

    /// <summary>Does what the command line says.</summary>
    /// <returns>0 done, 1 refused, 2 the settings are at fault.</returns>
    public async Task<int> Run(string[] args)
    {
        var registered = new ServiceCollection();
        Register(registered);
        var verbs = Registered<Verb>(registered);
        var sections = Registered<OptionsSection>(registered);
        var command = CommandLine.Build(
            kind,
            verbs,
            (settings, cancellation) => Checked(settings, sections, token => Serve(settings, token), cancellation),
            (settings, verb, values, cancellation) => Checked(settings, sections, token => RunVerb(settings, verb, values, token), cancellation));
        return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = longestStop });
    }

    /// <summary>A node that is ready to start: its folder held, its database migrated, its identity read. Disposing it lets go of the folder.</summary>
    public Task<WebApplication> Build(NodeSettings settings, CancellationToken cancellationToken) => Build(settings, null, cancellationToken);

    private async Task<WebApplication> Build(NodeSettings settings, Verb? verb, CancellationToken cancellationToken)
    {
        var folder = DataFolder.Open(settings.DataFolder, TimeProvider.System);
        try
        {
            var app = Compose(settings, folder, verb);
            if (app.Services.GetRequiredService<StorageOptions>().Engine == Engine.Sqlite)
            {
                folder.DemandDatabase();
            }

            var database = app.Services.GetRequiredService<Database>();
            database.DemandWhole();
            await app.Services.GetRequiredService<Migrator>().Migrate(cancellationToken);
            await database.Open(cancellationToken);
            try
            {
                await app.Services.GetRequiredService<ThisNode>().Load(cancellationToken);
                await app.Services.GetRequiredService<ThisNode>().NoticeCopy(app.Services.GetServices<IWitnesses>(), cancellationToken);
            }
            catch (KeyMissingException) when (verb is { WithoutKey: true })
            {
                // What the verb does needs no identity; it makes one.
            }

            return app;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    private void Register(IServiceCollection services)
    {
        services.AddNode(kind);
        features(services);
    }

    private static async Task<int> Checked(
        NodeSettings settings, IEnumerable<OptionsSection> sections, Func<CancellationToken, Task<int>> run, CancellationToken cancellationToken)
    {
        var errors = settings.Errors(sections);
        if (errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"The settings have {errors.Count} fault(s); nothing was started.\n  {string.Join("\n  ", errors)}");
            return 2;
        }

        using var input = StopWhenInputCloses.Of(settings, cancellationToken);
        try
        {
            return await run(input.Token);
        }
        catch (OperationCanceledException) when (input.Token.IsCancellationRequested)
        {
            return 1; // told to stop before it was done
        }
        catch (Exception refusal) when (refusal is DataFolderHeldException or DatabaseMissingException or SchemaMismatchException or KeyMissingException)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
        catch (IOException refusal) when (refusal.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{refusal.Message} Stop what listens there, or choose another address (Node:Listen).");
            return 1;
        }
    }

    private async Task<int> Serve(NodeSettings settings, CancellationToken cancellationToken)
    {
        await using var app = await Build(settings, cancellationToken);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            // What had started already is stopped in order, and does not take being thrown away for a fault.
            await app.StopAsync(CancellationToken.None);
            throw;
        }

        await Console.Out.WriteLineAsync(app.Services.GetRequiredService<StartupMessage>().Text);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private async Task<int> RunVerb(NodeSettings settings, Verb verb, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        VerbResult result;
        if (!verb.MakesNode && !DataFolder.Exists(settings.DataFolder))
        {
            await Console.Error.WriteLineAsync($"There is no node in {Path.GetFullPath(settings.DataFolder)}. Check the data folder (--data), or found a node there with the verb init.");
            return 1;
        }

        try
        {
            await using var app = await Build(settings, verb, cancellationToken);
            result = await verb.Run(app.Services, values, cancellationToken);
        }
        catch (DataFolderHeldException) when (ControlChannel.Possible(settings.DataFolder))
        {
            result = await ControlChannel.Ask(settings.DataFolder, verb.Name, values, cancellationToken);
        }

        await (result.ExitCode == 0 ? Console.Out : Console.Error).WriteLineAsync(result.Output);
        return result.ExitCode;
    }

    private WebApplication Compose(NodeSettings settings, DataFolder folder, Verb? verb)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = pages.GetName().Name });
        builder.Configuration.AddConfiguration(settings.Configuration);
        builder.Logging.AddConfiguration(settings.Configuration.GetSection("Logging"));
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        // Polly, inside Orleans, writes two lines for every grain that wakes up.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Orleans", LogLevel.Warning).AddFilter("Polly", LogLevel.Warning);
        // Said at every start and true by design: the cookie keys lie in the data folder, which nobody else can read.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // Counts its first interval from the start of the machine, and so cries wolf at every start.
        builder.Logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        builder.Services.AddSingleton(_ => folder); // by a factory, so that the container lets go of the folder when the node ends
        builder.Services.AddSingleton(settings);
        builder.Services.AddDataProtection().SetApplicationName(folder.Mark).PersistKeysToFileSystem(Directory.CreateDirectory(folder.File("cookies")));
        var web = new OptionsSection<WebSettings>("Web").Bind(settings.Configuration);
        builder.Services.AddWeb(new WebOptions { CookieSuffix = folder.Mark, Indexed = web.Indexed ?? !kind.Discreet });
        Register(builder.Services);

        if (verb is null)
        {
            Listen(builder, settings, folder);
        }
        else
        {
            // A verb that needs the whole node may start it; nobody visits it meanwhile.
            builder.Services.AddSingleton<IServer, NoServer>();
            verb.Services?.Invoke(builder.Services);
        }

        builder.AddSilo();

        var app = builder.Build();
        app.UseNode(pages);
        return app;
    }

    private static void Listen(WebApplicationBuilder builder, NodeSettings settings, DataFolder folder)
    {
        var options = new OptionsSection<NodeOptions>("Node").Bind(settings.Configuration);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(options.Listen, options.Listen.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? HttpProtocols.Http1AndHttp2 : HttpProtocols.Http1);
            if (options.GrpcListen.Length > 0)
            {
                kestrel.Listen(options.GrpcListen, HttpProtocols.Http2);
            }

            kestrel.ListenForControl(folder.Path);
        });
    }

    private static List<T> Registered<T>(ServiceCollection services) => [.. services.Select(s => s.ImplementationInstance).OfType<T>()];
}
