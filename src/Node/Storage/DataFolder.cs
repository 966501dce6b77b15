using System.Globalization;
using System.Security.Cryptography;

namespace RecoveryCoP.Node.Storage;

/// <summary>
/// The folder a node lives in: its database, keys and mail. One process holds it at a time; two would each believe to be the node.
/// </summary>
public sealed class DataFolder : IDisposable
{
    // How Linux, macOS and Windows say that a file is locked. A full disk, for one, says something else.
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020)];

    // What a node's database does not go without.
    private static readonly string[] Company = ["mark", "keys", "cookies"];

    private readonly FileStream held;

    private DataFolder(string path, FileStream held)
    {
        Path = path;
        this.held = held;
    }

    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <summary>Eight random characters made with the folder: tells the cookies of nodes on one host apart.</summary>
    public string Mark
    {
        get
        {
            var file = File("mark");
            if (new FileInfo(file) is not { Exists: true, Length: > 0 })
            {
                System.IO.File.WriteAllText(file, RandomNumberGenerator.GetHexString(8, lowercase: true));
            }

            return System.IO.File.ReadAllText(file);
        }
    }

    /// <summary>Path of something inside.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    private static ReadOnlySpan<byte> SqliteBeginning => "SQLite format 3\0"u8;

    /// <summary>True when a node lives in that folder, or was put back there from a backup.</summary>
    public static bool Exists(string path) => System.IO.File.Exists(System.IO.Path.Combine(path, "node.db")) || Directory.Exists(System.IO.Path.Combine(path, "keys"));

    /// <summary>Refuses a database that was copied here alone: whoever copies <c>node.db</c> has what people wrote, and nothing that makes it a node.</summary>
    /// <exception cref="DatabaseMissingException">What belongs to it is not here.</exception>
    public void DemandCompany()
    {
        string[] missing = [.. Company.Where(name => !System.IO.Path.Exists(File(name)))];
        // What is no database at all is told of by whoever opens it.
        if (new FileInfo(File("node.db")) is { Exists: true } file && missing.Contains("mark") && IsDatabase(file))
        {
            throw new DatabaseMissingException(new Text(
                "{0} a été copié ici sans le reste\u00a0: il manque {1}, de son dossier de données, sans quoi ce serveur ne peut ni signer, ni garder de session ouverte, ni lire ses propres mots de passe. Rien n’a été changé. Copiez le dossier entier d’un serveur arrêté, ou rétablissez une sauvegarde (commande restore). Si le dossier est perdu pour de bon, la commande recover fait une nouvelle clé avec les mots imprimés.",
                "{0} was copied here alone: {1} of its data folder {2} missing, without which it cannot speak for itself, let anybody stay signed in, or read its own passwords. Nothing was changed. Copy the whole folder of a node that is stopped, or restore a backup (the verb restore). If the folder is lost for good, the verb recover makes a new key with the printed words.")
                .With(file.FullName, string.Join(", ", missing), missing.Length == 1 ? "is" : "are"));
        }
    }

    private static bool IsDatabase(FileInfo file)
    {
        using var reading = file.OpenRead();
        var beginning = new byte[SqliteBeginning.Length];
        return reading.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false) == beginning.Length && SqliteBeginning.SequenceEqual(beginning);
    }

    /// <summary>
    /// Refuses a folder that has a node's keys and no database: it was put back in part. A node that started on it would be a new one, say that all is well, and
    /// whoever looks for what they wrote would find nothing.
    /// </summary>
    /// <exception cref="DatabaseMissingException">The file is missing or empty.</exception>
    public void DemandDatabase()
    {
        var (file, keys) = (new FileInfo(File("node.db")), File("keys"));
        if (file is not { Exists: true, Length: > 0 } && Directory.Exists(keys) && Directory.EnumerateFiles(keys).Any())
        {
            throw new DatabaseMissingException(new Text(
                "La base de données {0} manque ou est vide, alors que les clés d’un serveur sont dans {1}. Remettez node.db à partir de la même sauvegarde, avec node.db-wal s’il y en a un; rien n’a été changé. Si rien n’a jamais été fondé ici, enlevez les clés.",
                "The database {0} is missing or empty, but the keys of a node are in {1}. Put node.db back from the same backup, with node.db-wal where there is one; nothing was changed. If nothing was ever set up here, remove the keys.").With(file.FullName, keys));
        }
    }

    /// <summary>Creates the folder where it is missing, readable by nobody else, and takes hold of it.</summary>
    /// <exception cref="DataFolderHeldException">Another process holds it.</exception>
    /// <exception cref="DataFolderUnusableException">It is no folder, or somebody else's.</exception>
    public static DataFolder Open(string path, TimeProvider clock)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            return Hold(full, clock);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException { HResult: not StorageFailure.NoRoom })
        {
            throw new DataFolderUnusableException(full, failure);
        }
    }

    private static DataFolder Hold(string full, TimeProvider clock)
    {
        Directory.CreateDirectory(full);
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(full, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var holder = System.IO.Path.Combine(full, "held-by");
        var held = Lock(full, holder);
        try
        {
            System.IO.File.WriteAllText(holder, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} since {clock.GetUtcNow():u}"));
            return new DataFolder(full, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    // The lock is the operating system's, so it goes when the process goes, however that ends.
    private static FileStream Lock(string folder, string holder)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (Held.Contains(failure.HResult))
        {
            throw new DataFolderHeldException(folder, System.IO.File.Exists(holder) ? System.IO.File.ReadAllText(holder) : "another process");
        }
    }

    /// <summary>Lets go of it.</summary>
    public void Dispose() => held.Dispose();
}

/// <summary>A node lived in the folder, and its database, a part of it, or what belongs to it is not there.</summary>
/// <param name="says">What is missing, and what to do.</param>
public sealed class DatabaseMissingException(Text says) : ExplainedException(says);

/// <summary>The data folder is a file, or this program may not write to it.</summary>
/// <param name="path">The folder.</param>
/// <param name="failure">What the system says.</param>
public sealed class DataFolderUnusableException(string path, Exception failure) : ExplainedException(
    (File.Exists(path)
        ? new Text("{0} est un fichier, et un serveur vit dans un dossier. Choisissez un dossier (--data).", "{0} is a file, and a node lives in a folder. Choose a folder (--data).")
        : new Text(
            "Le dossier de données {0} ne peut pas être utilisé\u00a0: {1} Lancez ce programme sous le compte à qui est le dossier, ou choisissez-en un autre (--data).",
            "The data folder {0} cannot be used: {1} Run this program as the account that owns the folder, or choose another one (--data).")).With(path, failure.Message),
    failure);

/// <summary>Another process holds the data folder.</summary>
/// <param name="path">The folder.</param>
/// <param name="holder">Who holds it: process id and since when.</param>
public sealed class DataFolderHeldException(string path, string holder) : ExplainedException(new Text(
    "Le dossier de données {0} est déjà utilisé ({1}). Un seul processus peut s’en servir à la fois\u00a0: arrêtez celui-là, ou donnez à celui-ci un dossier à lui (Node:DataFolder).",
    "The data folder {0} is in use by {1}. A node’s folder has room for one process: stop that one, or give this one a folder of its own (Node:DataFolder).").With(path, holder));
