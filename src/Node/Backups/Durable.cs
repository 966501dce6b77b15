using System.Runtime.InteropServices;
using System.Text;

namespace RecoveryCoP.Node.Backups;

/// <summary>Files that are on disk when they are said to be, their names included, and that nobody else may read.</summary>
internal static class Durable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a file anew, through to the disk.</summary>
    public static void Write(string file, Action<Stream> content)
    {
        using var stream = Create(file);
        content(stream);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>A new file that only its owner may read; what had that name is gone.</summary>
    public static FileStream Create(string file)
    {
        File.Delete(file);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 64 * 1024 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(file, options);
    }

    /// <summary>A folder that only its owner may enter, empty.</summary>
    public static string EmptyFolder(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        return Folder(path);
    }

    /// <summary>A folder that only its owner may enter.</summary>
    public static string Folder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path).FullName
        : Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute).FullName;

    /// <summary>Gives a file or folder its name, which is on disk when this returns.</summary>
    public static void Move(string from, string to)
    {
        if (Directory.Exists(from))
        {
            Directory.Move(from, to);
        }
        else
        {
            File.Move(from, to, overwrite: true);
        }

        FlushNames(Path.GetDirectoryName(Path.GetFullPath(to))!);
    }

    /// <summary>Everything in a folder, through to the disk.</summary>
    public static void Flush(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".sock", StringComparison.Ordinal)))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            stream.Flush(flushToDisk: true);
        }

        foreach (var inside in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories).Prepend(folder))
        {
            FlushNames(inside);
        }
    }

    // The framework opens no folder; elsewhere than on Unix a name is on disk with its file.
    private static void FlushNames(string folder)
    {
        if (OperatingSystem.IsWindows() || Open(Encoding.UTF8.GetBytes(folder + '\0'), 0) is var handle && handle < 0)
        {
            return;
        }

        _ = FSync(handle);
        _ = Close(handle);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FSync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
