using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Orleans.Storage;

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
        SqliteException { SqliteErrorCode: 13 } => Full,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => Full,
        IOException { HResult: 28 } => Full,
        InconsistentStateException { Message: Full or Unavailable } inconsistent => inconsistent.Message,
        InconsistentStateException => Stale,
        _ => Unavailable,
    };

    /// <summary>True for failures that are storage's.</summary>
    public static bool Is(Exception failure) => failure is DbException or InconsistentStateException;
}
