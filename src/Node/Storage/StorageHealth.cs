using RecoveryCoP.Node.Health;

namespace RecoveryCoP.Node.Storage;

/// <summary>Whether the database answers, and can be written.</summary>
internal sealed class DatabaseHealth(Database database, StorageOutage outage, TimeProvider clock) : IHealthCheck
{
    // A driver waits for longer behind a link that drops everything, and whoever asks has gone by then.
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(5);


    private static readonly Text full = new("Le disque est plein\u00a0: plus rien ne s’enregistre.", "The disk is full: nothing is saved any more.");
    private static readonly Text fullToDo = new("Libérez de l’espace sur le disque du serveur. Il reprend ensuite automatiquement.", "Make room on the server’s disk. It then goes on automatically.");
    private static readonly Text away = new("La base de données ne répond pas, ou ne peut pas être écrite.", "The database does not answer, or cannot be written.");
    private static readonly Text awayToDo = new("Regardez le journal du serveur, qui dit pourquoi. Le serveur reprend automatiquement dès que la base de données répond.", "Look at the server’s log, which says why. It goes on automatically as soon as the database answers.");

    public string Code => "database";

    public Text Name { get; } = new("Base de données", "Database");

    public int Order => 10;

    public bool IsForMachines => true;

    public async Task<Finding?> Look(CancellationToken cancellationToken)
    {
        var failure = outage.Now;
        if (failure is null)
        {
            try
            {
                await Task.Run(() => database.Find<long>("select count(*) from schema_migration", null, cancellationToken), cancellationToken).WaitAsync(patience, clock, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception met) when (StorageFailure.Is(met) || met is TimeoutException)
            {
                outage.Notice(met);
                failure = met;
            }
        }

        return failure is null ? Finding.Well(new("Elle répond.", "It answers."))
            : StorageFailure.CodeOf(failure) == StorageFailure.Full ? Finding.Wrong(full, fullToDo) : Finding.Wrong(away, awayToDo);
    }
}

/// <summary>Whether there is room left.</summary>
internal sealed class DiskHealth(DiskRoom room) : IHealthCheck
{
    private static readonly Text free = new("Il reste {0:0.#} Go sur {1:0.#}.", "{0:0.#} GB of {1:0.#} are left.");
    private static readonly Text low = new(
        "Il ne reste que {0:0.##} Go\u00a0: rien de ce qui prend de la place ne s’enregistre plus. Lire, entrer, répondre, partir et retirer un texte restent possibles.",
        "Only {0:0.##} GB are left: nothing that takes room is saved any more. Reading, signing in, answering, leaving and taking back still work.");
    private static readonly Text soon = new("Il ne reste que {0:0.##} Go.", "Only {0:0.##} GB are left.");
    private static readonly Text toDo = new(
        "Libérez de l’espace sur le disque où se trouve {0}, ou déplacez ce dossier sur un disque plus grand.", "Make room on the disk that holds {0}, or move it to a larger one.");

    public string Code => "disk";

    public Text Name { get; } = new("Espace sur le disque", "Room on the disk");

    public int Order => 20;

    public bool IsForMachines => true;

    public Task<Finding?> Look(CancellationToken cancellationToken) => Task.FromResult<Finding?>(room.Fullest is not { } disk
        ? Finding.Unknown(new("Ce disque ne dit pas combien il lui reste.", "This disk does not say how much it has left."))
        : room.IsLow ? Finding.Wrong(low.With(Gigabytes(disk.Free)), toDo.With(disk.Folder))
        : disk.Free < 2 * room.Threshold ? Finding.Attention(soon.With(Gigabytes(disk.Free)), toDo.With(disk.Folder))
        : Finding.Well(free.With(Gigabytes(disk.Free), Gigabytes(disk.Size))));

    private static double Gigabytes(long bytes) => bytes / 1e9;
}
