using System.CommandLine;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using RecoveryCoP.Node.Backups;
using RecoveryCoP.Node.Founding;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Inbox;
using RecoveryCoP.Node.MailSetup;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Upgrades;
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

    private static readonly TimeSpan startRetry = TimeSpan.FromSeconds(2);

    private static readonly Counted faulty = new(
        new("Les réglages ont {0} faute, et rien n’a démarré", "The settings have {0} fault, and nothing was started"),
        new("Les réglages ont {0} fautes, et rien n’a démarré", "The settings have {0} faults, and nothing was started"));

    private static readonly Text waits = new("{0} Le serveur attend, et démarre ensuite automatiquement.", "{0} The node waits, and then starts automatically.");
    private static readonly Text noNode = new(
        "Il n’y a pas de serveur dans {0}. Vérifiez le dossier de données (--data), ou commencez-y avec la commande init.",
        "There is no node in {0}. Check the data folder (--data), or set one up there with the verb init.");

    /// <summary>Does what the command line says.</summary>
    /// <returns>0 done, 1 refused or failed, 2 the settings are at fault.</returns>
    public async Task<int> Run(string[] args)
    {
        if (MachineRequirements.Missing() is { } missing)
        {
            await Console.Error.WriteLineAsync(missing.Both());
            return 1;
        }

        var registered = new ServiceCollection();
        Register(registered, kind);
        var verbs = Registered<Verb>(registered);
        var sections = Registered<OptionsSection>(registered);
        var texts = new RefusalTexts(Registered<RefusalText>(registered));
        var command = CommandLine.Build(
            kind,
            verbs,
            (settings, cancellation) => Checked(settings, sections, token => Serve(settings, token), cancellation),
            (settings, verb, values, cancellation) => Checked(settings, sections, token => RunVerb(settings, verb, values, texts, token), cancellation));
        return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = longestStop });
    }

    /// <summary>A node that is ready to start: its folder held, its database migrated, its identity read. Disposing it lets go of the folder.</summary>
    public Task<WebApplication> Build(NodeSettings settings, CancellationToken cancellationToken) => Build(settings, null, isRestoring: false, cancellationToken);

    private async Task<WebApplication> Build(NodeSettings settings, Verb? verb, bool isRestoring, CancellationToken cancellationToken)
    {
        var folder = DataFolder.Open(settings.DataFolder, TimeProvider.System);
        WebApplication? app = null;
        try
        {
            if (verb is not { WithoutKey: true })
            {
                folder.DemandCompany();
            }

            app = Compose(settings, folder, verb);
            if (app.Services.GetRequiredService<StorageOptions>().Engine == Engine.Sqlite)
            {
                folder.DemandDatabase();
            }

            var database = app.Services.GetRequiredService<Database>();
            database.DemandWhole();
            await database.Hold(cancellationToken);
            await app.Services.GetRequiredService<Upgrade>().Run(withBackup: !isRestoring, needsKey: verb is not { WithoutKey: true }, cancellationToken);
            await database.Open(cancellationToken);
            await ReadSettings(app.Services, cancellationToken);
            try
            {
                await app.Services.GetRequiredService<ThisNode>().Load(cancellationToken);
                await app.Services.GetRequiredService<ThisNode>().NoticeCopy(app.Services.GetServices<IWitnesses>(), cancellationToken);
            }
            catch (KeyMissingException) when (verb is { WithoutKey: true })
            {
                // What the verb does needs no identity; it makes one.
            }

            await app.Services.GetRequiredService<ErasureLedger>().Apply(cancellationToken);
            return app;
        }
        catch
        {
            if (app is not null)
            {
                await app.DisposeAsync();
            }

            folder.Dispose();
            throw;
        }
    }

    // What is there as it is there, for a verb that only reads: a part that cannot be read is for the verb to tell.
    private async Task<WebApplication> Look(NodeSettings settings, Verb verb, CancellationToken cancellationToken)
    {
        var folder = DataFolder.Open(settings.DataFolder, TimeProvider.System);
        WebApplication? app = null;
        try
        {
            folder.DemandCompany();
            app = Compose(settings, folder, verb);
            if (app.Services.GetRequiredService<StorageOptions>().Engine == Engine.Sqlite)
            {
                folder.DemandDatabase();
            }

            app.Services.GetRequiredService<Database>().DemandWhole();
            await Read(app.Services, cancellationToken);
            return app;
        }
        catch
        {
            await (app?.DisposeAsync() ?? ValueTask.CompletedTask);
            folder.Dispose();
            throw;
        }
    }

    private static async Task Read(IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            await ReadSettings(services, cancellationToken);
            await services.GetRequiredService<DiskRoom>().AddDisk(services.GetRequiredService<Database>(), cancellationToken);
            await services.GetRequiredService<ThisNode>().Load(cancellationToken);
        }
        catch (Exception failure) when (StorageFailure.Is(failure) || failure is KeyMissingException)
        {
            // Away, or of another version, or without its key.
        }
    }

    private static async Task ReadSettings(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<MailServerSetup>().Load(cancellationToken);
        await services.GetRequiredService<MailRecord>().Load(cancellationToken);
        await (services.GetService<InboxSetup>()?.Load(cancellationToken) ?? Task.CompletedTask);
    }

    private void Register(IServiceCollection services, NodeKind asSet)
    {
        services.AddNode(asSet);
        features(services);
    }

    private static async Task<int> Checked(
        NodeSettings settings, IEnumerable<OptionsSection> sections, Func<CancellationToken, Task<int>> run, CancellationToken cancellationToken)
    {
        var errors = settings.Errors(sections);
        if (errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"{faulty.For(errors.Count).OnOneLine()}\n  {string.Join("\n  ", errors)}");
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
        catch (Exception failure) when (StartFailure.Of(failure, settings) is { } known)
        {
            await Console.Error.WriteLineAsync(known.Says.Both());
            return 1;
        }
    }

    private async Task<int> Serve(NodeSettings settings, CancellationToken cancellationToken)
    {
        await using var app = await StartWhenPossible(settings, cancellationToken);
        await Console.Out.WriteLineAsync(app.Services.GetRequiredService<StartupMessage>().Text);
        await app.WaitForShutdownAsync(cancellationToken);
        // One that ended because a part of it failed says so: a service manager then starts it again.
        return app.Services.GetServices<IHostedService>().OfType<BackgroundService>().Any(part => part.ExecuteTask is { IsFaulted: true }) ? 1 : 0;
    }

    // A machine that has just booted starts its database when it likes, and somebody makes room: nobody should have to come back and start the node as well.
    private async Task<WebApplication> StartWhenPossible(NodeSettings settings, CancellationToken cancellationToken)
    {
        var told = "";
        while (true)
        {
            try
            {
                return await Start(settings, cancellationToken);
            }
            catch (Exception failure) when (StartFailure.Of(failure, settings) is { Passes: true } known)
            {
                if (known.Line != told)
                {
                    await Console.Error.WriteLineAsync(waits.With(known.Says).Both());
                    told = known.Line;
                }

                await Task.Delay(startRetry, TimeProvider.System, cancellationToken);
            }
        }
    }

    private async Task<WebApplication> Start(NodeSettings settings, CancellationToken cancellationToken)
    {
        var app = await Build(settings, cancellationToken);
        try
        {
            await app.StartAsync(cancellationToken);
            LastAddress.Keep(app.Services.GetRequiredService<DataFolder>(), app.Services.GetRequiredService<NodeOptions>().Address);
            app.Services.GetRequiredService<Startup>().End();
            return app;
        }
        catch
        {
            // What had started already is stopped in order, and does not take being thrown away for a fault.
            try
            {
                await using (app)
                {
                    await app.StopAsync(CancellationToken.None);
                }
            }
            catch (Exception after) when (after is not OutOfMemoryException)
            {
                // What kept it from starting is what has to be told.
            }

            throw;
        }
    }

    private async Task<int> RunVerb(NodeSettings settings, Verb verb, IReadOnlyDictionary<string, string> values, RefusalTexts texts, CancellationToken cancellationToken)
    {
        VerbResult result;
        if (verb.Alone is { } alone && await alone(new(kind, settings, values, texts, (there, token) => Build(there, verb, isRestoring: true, token)), cancellationToken) is { } done)
        {
            return await Say(done);
        }

        if (!verb.MakesNode && !DataFolder.Exists(settings.DataFolder))
        {
            await Console.Error.WriteLineAsync(noNode.With(Path.GetFullPath(settings.DataFolder)).Both());
            return 1;
        }

        values = verb.Prepare is { } prepare ? await prepare(values, cancellationToken) : values;
        try
        {
            var (known, remark) = LastAddress.Known(settings);
            await using var app = await (verb.ReadsOnly ? Look(known, verb, cancellationToken) : Build(known, verb, isRestoring: false, cancellationToken));
            if (verb.PrintsAddress && remark is not null)
            {
                await Console.Error.WriteLineAsync(remark.Both());
            }

            result = await (verb.StartsNode ? RunStarted(app, verb, values, cancellationToken) : verb.Run(app.Services, values, cancellationToken));
        }
        catch (DataFolderHeldException) when (ControlChannel.Possible(settings.DataFolder))
        {
            result = await ControlChannel.Ask(settings.DataFolder, verb.Name, values, cancellationToken);
        }

        var code = await Say(result);
        return code == 0 && verb.Then is { } then
            ? await RunVerb(settings, then, values.Where(v => then.Options.Any(o => o.Name == v.Key)).ToDictionary(), texts, cancellationToken)
            : code;
    }

    private static async Task<VerbResult> RunStarted(WebApplication app, Verb verb, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
            return await verb.Run(app.Services, values, cancellationToken);
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }
    }

    private static async Task<int> Say(VerbResult result)
    {
        await (result.ExitCode == 0 || result.IsAnswer ? Console.Out : Console.Error).WriteLineAsync(result.Output);
        return result.ExitCode;
    }

    private WebApplication Compose(NodeSettings settings, DataFolder folder, Verb? verb)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = pages.GetName().Name });
        builder.Configuration.AddConfiguration(settings.Configuration);
        builder.Logging.AddConfiguration(settings.Configuration.GetSection("Logging"));
        builder.Logging.AddConsole(console => console.FormatterName = LineFormatter.Name).AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
        // Polly, inside Orleans, writes two lines for every grain that wakes up.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Orleans", LogLevel.Warning).AddFilter("Polly", LogLevel.Warning);
        // Said at every start and true by design: the cookie keys lie in the data folder, which nobody else can read.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // Counts its first interval from the start of the machine, and so cries wolf at every start.
        builder.Logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        // Warns at every start that the collector is not the server's: that one would take the memory of the whole of a small machine.
        builder.Logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error);
        if (verb is not null)
        {
            // What a verb prints is its answer.
            builder.Logging.AddFilter("RecoveryCoP", LogLevel.Warning);
        }

        builder.Services.AddSingleton(_ => folder); // by a factory, so that the container lets go of the folder when the node ends
        builder.Services.AddSingleton(settings).AddSingleton<Startup>();
        builder.Services.AddDataProtection().SetApplicationName(folder.Mark).PersistKeysToFileSystem(Directory.CreateDirectory(folder.File("cookies")));
        var web = new OptionsSection<WebSettings>("Web").Bind(settings.Configuration);
        var address = new Uri(new OptionsSection<NodeOptions>("Node").Bind(settings.Configuration).Address);
        builder.Services.AddWeb(new WebOptions { CookieSuffix = folder.Mark, Indexed = web.Indexed ?? !kind.Discreet, IsTls = address.Scheme == Uri.UriSchemeHttps, NeutralName = new(web.TabNameFr, web.TabNameEn) });
        Register(builder.Services, kind with { Discreet = web.Discreet ?? kind.Discreet });

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
        var certificate = ListenAddress.IsTls(options.Listen) || ListenAddress.IsTls(options.GrpcListen) ? ServerCertificate.Load(settings.Configuration) : null;
        if (certificate is not null)
        {
            builder.Services.AddSingleton(certificate);
        }

        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(options.Listen, ListenAddress.IsTls(options.Listen) ? HttpProtocols.Http1AndHttp2 : HttpProtocols.Http1, certificate);
            if (options.GrpcListen.Length > 0)
            {
                kestrel.Listen(options.GrpcListen, HttpProtocols.Http2, certificate);
            }

            kestrel.ListenForControl(folder.Path);
        });
    }

    private static List<T> Registered<T>(ServiceCollection services) => [.. services.Select(s => s.ImplementationInstance).OfType<T>()];
}
