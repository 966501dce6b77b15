using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>Tells from the command line what the library holds, so that nobody has to leaf through it to see whether everything has come.</summary>
internal static partial class LibraryVerb
{
    private const int Most = 1000;

    /// <summary>Everything of it is derived from the feed; after this it is as if the node had just received all of it.</summary>
    public static Verb Rebuild { get; } = new(
        "library-rebuild",
        new("Refait la bibliothèque à partir de ce qui est gardé ici, et dit où elle en est", "Makes the library anew from what this node holds, and says how far it is"),
        [],
        async (services, _, cancellationToken) =>
        {
            var database = services.GetRequiredService<Database>();
            await database.Write(
                async transaction =>
                {
                    foreach (var table in services.GetServices<Projection>().SelectMany(p => p.Tables))
                    {
                        await transaction.Execute($"delete from {table}").ConfigureAwait(false);
                    }

                    await FollowerLoop.Rewind(transaction, LibraryFollower.CursorName, 0).ConfigureAwait(false);
                },
                cancellationToken);
            var library = services.GetRequiredService<LibraryQueries>();
            await library.Forget(cancellationToken);
            await Follow(services, database, cancellationToken);
            var shown = await library.Everything(cancellationToken);
            return VerbResult.Done(new Text("La bibliothèque est refaite. Pratiques à lire\u00a0: {0}.", "The library was made anew. Practices to read: {0}.").With(shown.Count));
        });

    private static async Task Follow(IServiceProvider services, Database database, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var telling = Tell(services, database, stop.Token);
        await services.GetRequiredService<FollowerLoop>().CatchUp(cancellationToken);
        await stop.CancelAsync();
        await telling;
    }

    // On the console of whoever waits: a province takes minutes.
    private static async Task Tell(IServiceProvider services, Database database, CancellationToken stop)
    {
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(LibraryVerb).FullName!);
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(2), services.GetRequiredService<TimeProvider>());
        try
        {
            while (await pace.WaitForNextTickAsync(stop).ConfigureAwait(false))
            {
                var (done, all) = (
                    await database.Find<long>("select coalesce(max(position), 0) from follower_cursor where name = @name", new { name = LibraryFollower.CursorName }, stop).ConfigureAwait(false),
                    await database.Find<long>("select coalesce(max(position), 0) from item", null, stop).ConfigureAwait(false));
                LogProgress(log, done, all);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // All is done.
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Done} of {All} items are worked in")]
    private static partial void LogProgress(ILogger log, long done, long all);

    public static Verb Library { get; } = new(
        "library",
        new("Affiche combien de pratiques de chaque communauté peuvent être lues ici, une communauté par ligne", "Prints how many practices of each community can be read here, one community a line"),
        [],
        async (services, _, cancellationToken) =>
        {
            // What has arrived is worked in first.
            await services.GetRequiredService<FollowerLoop>().CatchUp(cancellationToken);
            var practices = (await services.GetRequiredService<LibraryQueries>().Everything(cancellationToken)).ByChapter;
            var rows = await services.GetRequiredService<Database>().Query<Row>(
                """
                select k.node_id, coalesce(n.name_fr, '') as name_fr, coalesce(n.name_en, '') as name_en
                  from (select node_id from library_profile union select node_id from library_practice) k
                  left join library_node n on n.node_id = k.node_id
                 order by case when n.name_sort is null then 1 else 0 end, n.name_sort, k.node_id
                 limit @Most
                """,
                new { Most },
                cancellationToken);
            return VerbResult.Done(string.Join('\n', rows.Select(r => string.Create(
                CultureInfo.InvariantCulture, $"{practices.GetValueOrDefault(r.NodeId),6}  {r.NodeId}  {r.Name.For(Language.English).Text}"))));
        });

    private sealed record Row
    {
        public required string NodeId { get; init; }

        public required string NameFr { get; init; }

        public required string NameEn { get; init; }

        public Bilingual Name => new Bilingual(NameFr, NameEn) is { IsEmpty: false } shown ? shown : LibraryNodeNames.ShownName(null, NodeId);
    }
}
