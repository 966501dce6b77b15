using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Storage;
using Orleans.Hosting;
using RecoveryCoP.Node.Health;

namespace RecoveryCoP.Node.Storage;

/// <summary>Registers storage, and the silo that keeps its grains' states in it.</summary>
public static class StorageFeature
{
    /// <summary>The database, its migrations, texts and followers.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddSingleton<Database>(s => s.GetRequiredService<StorageOptions>() is var options && options.Engine == Engine.PostgreSql
            ? new PostgreSqlDatabase(options.ConnectionString)
            : new SqliteDatabase(s.GetRequiredService<DataFolder>().File("node.db"), options.AcceptLostLog));
        services.AddSingleton(new FeatureSchema(typeof(StorageFeature).Assembly, "Storage"));
        services.AddSingleton<Migrator>();
        services.AddSingleton<TextStore>();
        services.AddSingleton<WritingQuota>();
        services.AddSingleton(s => new DiskRoom(
            s.GetService<DataFolder>() is { } folder ? [folder.Path] : [], (s.GetService<StorageOptions>() ?? new()).LowDiskMebibytes, s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<DiskRoom>>()));
        services.AddHostedService<DiskWatch>();
        services.AddHealthCheck<DatabaseHealth>().AddHealthCheck<DiskHealth>();
        services.AddSingleton<RecordParts>();
        services.AddSingleton<StorageOutage>();
        services.AddHostedService<StorageWatch>();
        services.AddHostedService<Forgetting>();
        services.AddSingleton<FollowerLoop>();
        services.AddHostedService(s => s.GetRequiredService<FollowerLoop>());
        foreach (var text in StorageFailure.Texts.Append(WritingQuota.Text).Append(DiskRoom.Text))
        {
            services.AddSingleton(text);
        }

        return services;
    }

    /// <summary>That a feature has tables, in its folder <c>Feature/Schema</c>. After those it builds on.</summary>
    public static IServiceCollection AddSchema(this IServiceCollection services, Type inAssembly, string feature) =>
        services.AddSingleton(new FeatureSchema(inAssembly.Assembly, feature));

    /// <summary>A follower, started with the node.</summary>
    public static IServiceCollection AddFollower<T>(this IServiceCollection services) where T : Follower =>
        services.AddSingleton<T>().AddSingleton<Follower>(s => s.GetRequiredService<T>());

    /// <summary>
    /// Grain states in our database, through the stock ADO.NET provider with our statements. The database is migrated before the silo starts.
    /// </summary>
    public static ISiloBuilder AddGrainStates(this ISiloBuilder silo)
    {
        const string provider = "Default";
        silo.Services.AddSingleton<GrainConnections>();
        silo.Services.AddOptions<AdoNetGrainStorageOptions>(provider).Configure<Database, GrainConnections>((options, database, connections) =>
        {
            options.Invariant = database.Engine == Engine.Sqlite ? "System.Data.SQLite" : "Npgsql";
            options.DataSource = connections;
            options.GrainStorageSerializer = new GrainJson();
        });
        silo.Services.AddKeyedSingleton<IGrainStorage>(provider, (services, _) => ActivatorUtilities.CreateInstance<GrainStorage>(
            services, (IGrainStorage)AdoNetGrainStorageFactory.Create(services, provider)));
        silo.Services.AddSingleton(s => s.GetRequiredKeyedService<IGrainStorage>(provider));
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(s => (ILifecycleParticipant<ISiloLifecycle>)s.GetRequiredKeyedService<IGrainStorage>(provider));
        silo.AddOutgoingGrainCallFilter<StorageFailureFilter>();
        return silo;
    }
}
