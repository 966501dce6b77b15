using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Data.Sqlite;
using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using SQLitePCL;

namespace RecoveryCoP.Node.NodeStatus;

/// <summary>
/// Whether the database is damaged, by the engine's own check. That reads all of a file, so a node that runs does it beside everything else and once a day at most;
/// a command that looks at a node that is stopped does it each time, and waits.
/// </summary>
internal sealed class DamageHealth(Database database, IServer server, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan often = TimeSpan.FromDays(1), patience = TimeSpan.FromSeconds(5);
    private static readonly Text none = new("Rien d’abîmé, vérifié le {0}.", "Nothing is damaged, checked on {0}.");
    private static readonly Text damaged = new("La base de données est abîmée\u00a0: {0}.", "The database is damaged: {0}.");
    private static readonly Text toDo = new(
        "Arrêtez ce serveur et gardez son dossier de données comme il est. Rétablissez la sauvegarde la plus récente dans un dossier neuf, avec la commande restore, et sur un autre disque si celui-ci fait défaut.",
        "Stop this server and keep its data folder as it is. Restore the newest backup into a new folder, with the command restore, and onto another disk if this one fails.");
    private static readonly Text underWay = new("La vérification est en cours. Regardez de nouveau dans quelques minutes.", "The check is under way. Look again in a few minutes.");

    private readonly Lock one = new();
    private Task<(string? Says, DateTimeOffset At)>? newest;
    private DateTimeOffset begunAt;

    public string Code => "damage";

    public Text Name { get; } = new("Ce qui est enregistré", "What is stored");

    public int Order => 12;

    public bool HasPatience => true;

    public async Task<Finding?> Look(CancellationToken cancellationToken)
    {
        try
        {
            var (says, at) = await Newest().WaitAsync(server is NoServer ? Timeout.InfiniteTimeSpan : patience, clock, cancellationToken).ConfigureAwait(false);
            return says is null ? Finding.Well(none.With(Dates.DayAndTime(at))) : Finding.Wrong(damaged.With(says), toDo);
        }
        catch (TimeoutException)
        {
            return Finding.Unknown(underWay);
        }
    }

    private Task<(string? Says, DateTimeOffset At)> Newest()
    {
        lock (one)
        {
            if (newest is null or { IsCompleted: true, IsCompletedSuccessfully: false } || (newest.IsCompleted && clock.GetUtcNow() - begunAt >= often))
            {
                var now = begunAt = clock.GetUtcNow();
                newest = Task.Run(() => Check(now));
            }

            return newest;
        }
    }

    // It goes on for whoever asks next when the one who asked first has gone.
    private async Task<(string? Says, DateTimeOffset At)> Check(DateTimeOffset now)
    {
        try
        {
            return (await database.CheckIntegrity(CancellationToken.None).ConfigureAwait(false), now);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB)
        {
            return (failure.Message, now);
        }
    }
}
