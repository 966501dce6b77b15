using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>
/// Keeps the library in step with the items this node accepted. It works out what each practice that got news must look like from all that is
/// known of it, so that doing it twice changes nothing.
/// </summary>
internal sealed class LibraryFollower(Database database) : Follower
{
    /// <summary>Names its cursor.</summary>
    public const string CursorName = "library";

    private readonly SharedItems shared = new(database);

    public override string Name => CursorName;

    protected internal override async Task<Step?> Next(long after, int limit, CancellationToken cancellationToken)
    {
        var items = await shared.After(after, limit, cancellationToken).ConfigureAwait(false);
        if (items.Count == 0)
        {
            return null;
        }

        var known = await KnownNodes.Read(database, cancellationToken).ConfigureAwait(false);
        var news = LibraryNews.Of(items, known.Hub);
        var work = await LibraryWork.For(news, database, shared, cancellationToken).ConfigureAwait(false);
        return new Step(items[^1].Position, async transaction =>
        {
            await LibraryNodes.Put(transaction, news, known).ConfigureAwait(false);
            await work.Do(transaction).ConfigureAwait(false);
        });
    }
}
