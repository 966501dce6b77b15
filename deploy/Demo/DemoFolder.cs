namespace RecoveryCoP.Demo;

/// <summary>The demo's data folder, held while the demo runs.</summary>
internal sealed class DemoFolder : IDisposable
{
    private const string NetworkName = "network.json", LockName = "demo.lock", TemplatesName = "templates";
    private const int LongestSocketPath = 107;

    private readonly FileStream held;

    private DemoFolder(string path, FileStream held)
    {
        Path = path;
        this.held = held;
        Network = NetworkFile.Read(File(NetworkName)) ?? new() { Is = NetworkFile.Mark };
    }

    public string Path { get; }

    public NetworkFile Network { get; private set; }

    /// <summary>The data folder of a node.</summary>
    public string Of(Role role) => File(role.Key);

    /// <summary>The folder of a template.</summary>
    public string Template(string name) => System.IO.Path.Combine(Path, TemplatesName, name);

    /// <summary>
    /// Takes a folder: a new or empty one, or one that an earlier demo left. Anything else is refused, and nothing in it is touched.
    /// </summary>
    public static DemoFolder Take(string path, bool fresh)
    {
        RefuseWhatIsNotOurs(path);
        RefuseTooLong(path);
        var held = Hold(path);
        if (fresh)
        {
            Clear(path);
        }

        var folder = new DemoFolder(path, held);
        folder.Keep(folder.Network); // from now on it is recognised
        return folder;
    }

    /// <summary>Keeps what is known of the network now.</summary>
    public void Keep(NetworkFile network)
    {
        Network = network;
        network.Write(File(NetworkName));
    }

    /// <summary>Removes what an interrupted founding left of a node.</summary>
    public void Forget(Role role)
    {
        if (Directory.Exists(Of(role)))
        {
            Directory.Delete(Of(role), recursive: true);
        }
    }

    public void Dispose() => held.Dispose();

    private string File(string name) => System.IO.Path.Combine(Path, name);

    private static void RefuseWhatIsNotOurs(string path)
    {
        if (System.IO.File.Exists(path))
        {
            throw new DemoException(new($"{path} est un fichier. Choisissez un dossier avec --data.", $"{path} is a file. Choose a folder with --data."));
        }

        var isOurs = NetworkFile.Read(System.IO.Path.Combine(path, NetworkName)) is not null;
        if (!isOurs && Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any(entry => System.IO.Path.GetFileName(entry) != LockName))
        {
            throw new DemoException(new(
                $"{path} contient autre chose que la démonstration. Rien n’a été touché; choisissez un autre dossier avec --data.",
                $"{path} holds something other than the demo. Nothing was touched; choose another folder with --data."));
        }
    }

    // A node is spoken to by a socket in its data folder, and the path of a socket has a limit.
    private static void RefuseTooLong(string path)
    {
        var longest = Cast.All.Max(role => System.IO.Path.Combine(path, role.Key, "control.sock").Length);
        if (longest > LongestSocketPath)
        {
            throw new DemoException(new(
                $"Le chemin {path} est trop long de {longest - LongestSocketPath} caractères. Choisissez un dossier plus proche de la racine avec --data.",
                $"The path {path} is {longest - LongestSocketPath} characters too long. Choose a folder nearer to the root with --data."));
        }
    }

    private static FileStream Hold(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, failure);
        }

        try
        {
            return new FileStream(System.IO.Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw Unwritable(path, failure);
        }
        catch (IOException)
        {
            throw new DemoException(new(
                $"La démonstration tourne déjà sur {path}.", $"The demo is running on {path} already."));
        }
    }

    private static DemoException Unwritable(string path, Exception failure) => new(
        new($"On ne peut rien écrire dans {path}. Choisissez un autre dossier avec --data.", $"Nothing can be written in {path}. Choose another folder with --data."),
        failure.Message);

    // Only what the demo itself put there, by name.
    private static void Clear(string path)
    {
        foreach (var folder in Cast.All.Select(role => role.Key).Append(TemplatesName).Select(name => System.IO.Path.Combine(path, name)).Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }

        System.IO.File.Delete(System.IO.Path.Combine(path, NetworkName));
    }
}
