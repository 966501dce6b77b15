using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;
using Orleans.Storage;
using SQLitePCL;

namespace RecoveryCoP.Node.Storage;

/// <summary>What a failed write says to a person: that nothing was saved, why, and what to do.</summary>
public static class StorageFailure
{
    /// <summary>No room left on the disk: nothing was saved; goes on by itself when there is room.</summary>
    public const string Full = "storage.full";

    /// <summary>The database could not be written for another reason; if its answer to a commit was lost, it was saved all the same.</summary>
    public const string Unavailable = "storage.unavailable";

    /// <summary>Somebody else's write came first.</summary>
    public const string Stale = "storage.stale";

    /// <summary>How Linux and macOS number a full disk.</summary>
    internal const int NoRoom = 28;

    // Below this, a disk that fails is a full one, whatever it says.
    private const long FewestFreeBytes = 256 * 1024;

    /// <summary>Their texts.</summary>
    public static IReadOnlyList<RefusalText> Texts { get; } =
    [
        new(Full, new("Rien n’a été enregistré\u00a0: le disque de ce serveur est plein. Votre texte est encore ici; réessayez quand la personne qui s’occupe du serveur aura libéré de l’espace.", "Nothing was saved: this server’s disk is full. Your text is still here; try again once the person who looks after the server has made room.")),
        new(Unavailable, new("La base de données n’a pas répondu. Avant de réessayer, vérifiez si c’est déjà enregistré.", "The database did not answer. Before you try again, check whether it was saved already.")),
        new(Stale, new("Rien n’a été enregistré\u00a0: quelqu’un d’autre a modifié la même chose au même moment. Réessayez.", "Nothing was saved: somebody else changed the same thing at the same moment. Try again.")),
    ];

    /// <summary>The code for a failure of a driver or of the grain storage.</summary>
    public static string CodeOf(Exception failure) => failure switch
    {
        SqliteException { SqliteErrorCode: raw.SQLITE_FULL } => Full,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => Full,
        IOException { HResult: NoRoom } => Full,
        InconsistentStateException { Message: Full or Unavailable } inconsistent => inconsistent.Message,
        InconsistentStateException => Stale,
        _ => Unavailable,
    };

    /// <summary>True for failures that are storage's.</summary>
    public static bool Is(Exception failure) => failure is DbException or InconsistentStateException;

    /// <summary>True when nothing is wrong but that the database or its disk is away or full: no bug, and it passes.</summary>
    public static bool IsOutage(Exception failure) => Causes(failure).Any(cause => cause switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN,
        PostgresException postgres => IsAway(postgres.SqlState) || postgres.SqlState == PostgresErrorCodes.DiskFull,
        NpgsqlException npgsql => IsAway(npgsql),
        _ => false,
    });

    /// <summary>True for what a grain says of an outage, or of another failure of its storage, which it has logged itself.</summary>
    public static bool IsRelayed(Exception failure) => Causes(failure).Any(cause => cause is InconsistentStateException { Message: Full or Unavailable });

    /// <summary>What a failure of the database or its disk says to whoever looks after the server; null when its cause is not known.</summary>
    /// <param name="failure">What the driver, or the system, threw.</param>
    /// <param name="where">Which database: <see cref="Database.Where"/>.</param>
    public static KnownFailure? Explain(Exception failure, string where) => Causes(failure).Select(cause => cause switch
    {
        // Of a file beside the database: with a server, its disk is another one.
        IOException { HResult: NoRoom } file => new(new Text("Un disque de cette machine est plein ({0}). Libérez-y de l’espace.", "A disk of this machine is full ({0}). Make room there.").With(file.Message.Trim()), Passes: true),
        SqliteException sqlite => Explain(sqlite, where),
        PostgresException postgres => Explain(postgres, where),
        NpgsqlException npgsql when IsAway(npgsql) =>
            new(new Text("{0} ne répond pas ({1}). Démarrez-le, ou corrigez Storage:ConnectionString.", "{0} does not answer ({1}). Start it, or correct Storage:ConnectionString.").With(Named(where), npgsql.GetBaseException().Message.Trim()), Passes: true),
        _ => null,
    }).FirstOrDefault(known => known is not null);

    /// <summary>A failure and what stands behind it, as far down as it goes.</summary>
    internal static IEnumerable<Exception> Causes(Exception failure)
    {
        yield return failure;
        IReadOnlyList<Exception> behind = failure switch
        {
            AggregateException several => several.InnerExceptions,
            { InnerException: { } one } => [one],
            _ => [],
        };
        foreach (var cause in behind.SelectMany(Causes))
        {
            yield return cause;
        }
    }

    private static KnownFailure? Explain(SqliteException failure, string where) => failure.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => FullDisk(where),
        raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN when !HasRoom(where) => FullDisk(where),
        raw.SQLITE_IOERR => new(new Text("Le disque de {0} ne se lit ou ne s’écrit pas comme il devrait ({1}). Vérifiez le disque.", "The disk of {0} does not read or write as it should ({1}). Check the disk.").With(where, failure.Message), Passes: true),
        raw.SQLITE_READONLY => new(new Text(
            "{0} ne peut pas être écrit. Donnez au compte sous lequel ce programme tourne le droit d’y écrire, et dans son dossier, ou rendez le disque accessible en écriture.",
            "{0} cannot be written. Give the account that runs this program the right to write to it and to its folder, or make the disk writable.").With(where)),
        raw.SQLITE_CANTOPEN => new(new Text(
            "{0} ne peut pas être ouvert. Donnez au compte sous lequel ce programme tourne le droit de le lire et d’y écrire, et dans son dossier.",
            "{0} cannot be opened. Give the account that runs this program the right to read and write it, and its folder.").With(where)),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new(new Text(
            "{0} est bloqué par un autre programme. Fermez ce qui le tient ouvert, puis réessayez.", "{0} is locked by another program. Close what has it open, then try again.").With(where)),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => new(new Text(
            "{0} est abîmé, ou n’est pas une base de données ({1}). Remettez le dossier de données à partir d’une sauvegarde.",
            "{0} is damaged, or is no database ({1}). Put the data folder back from a backup.").With(where, failure.Message)),
        _ => null,
    };

    private static KnownFailure? Explain(PostgresException failure, string where) => failure.SqlState switch
    {
        PostgresErrorCodes.DiskFull => FullDisk(where),
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            new(new Text(
                "{0} ne laisse pas entrer ce serveur\u00a0: {1}. Corrigez le nom ou le mot de passe dans Storage:ConnectionString.",
                "{0} does not let this node in: {1}. Correct the user or the password in Storage:ConnectionString.").With(Named(where), failure.MessageText)),
        PostgresErrorCodes.InvalidCatalogName => new(new Text(
            "{0} n’a pas cette base de données\u00a0: {1}. Créez-la, ou corrigez Storage:ConnectionString.",
            "{0} does not have that database: {1}. Create it, or correct Storage:ConnectionString.").With(Named(where), failure.MessageText)),
        PostgresErrorCodes.InsufficientPrivilege => new(new Text(
            "{0} ne laisse pas ce serveur faire ce qu’il doit\u00a0: {1}. Donnez ce droit au compte qu’il utilise.",
            "{0} does not let this node do what it has to: {1}. Grant its user that right.").With(Named(where), failure.MessageText)),
        PostgresErrorCodes.LockNotAvailable => new(new Text(
            "Un autre programme utilise {0}, et empêche d’en changer les tables ({1}). Fermez-le, puis réessayez.",
            "Another program has {0} open, and keeps its tables from being changed ({1}). Close what has it open, then try again.").With(Named(where), failure.MessageText)),
        var state when IsAway(state) => new(new Text(
            "{0} ne prend pas d’appels en ce moment ({1}). Démarrez-le, ou attendez qu’il soit prêt.", "{0} takes no calls now ({1}). Start it, or wait until it is up.").With(Named(where), failure.MessageText), Passes: true),
        _ => null,
    };

    private static KnownFailure FullDisk(string where) => new(new Text("Le disque de {0} est plein. Libérez-y de l’espace.", "The disk of {0} is full. Make room there.").With(Named(where)), Passes: true);

    // As PostgreSqlDatabase.WhereIs says it.
    private static Text Named(string where) => new(where.Replace("PostgreSQL at ", "PostgreSQL à ", StringComparison.Ordinal), where);

    private static bool HasRoom(string file) =>
        Path.GetDirectoryName(file) is not { } folder || !Directory.Exists(folder) || new DriveInfo(folder).AvailableFreeSpace >= FewestFreeBytes;

    private static bool IsAway(NpgsqlException failure) =>
        !IsPoolEmpty(failure) && (failure.IsTransient || failure.InnerException is IOException or SocketException or TimeoutException);

    // All connections are taken: the server is there, and who holds them all is for whoever writes this program to find. It has no other mark than its words.
    private static bool IsPoolEmpty(NpgsqlException failure) => failure.Message.StartsWith("The connection pool has been exhausted", StringComparison.Ordinal);

    // Class 08: the connection; 57P: shut down, crashed or starting; 53: too many connections or no memory.
    private static bool IsAway(string state) =>
        state.StartsWith("08", StringComparison.Ordinal)
        || state is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.OutOfMemory or PostgresErrorCodes.IoError;
}
