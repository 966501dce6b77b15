using System.Security.Cryptography;

namespace RecoveryCoP.Node.Trust;

/// <summary>
/// Where a node keeps its signing keys: one file a key, named by the key's id, readable by the node's own account alone (folder 0700, files 0600).
/// Which of them speaks for the node is what its feed says, not the folder.
/// </summary>
/// <param name="path">The folder; made when first needed.</param>
public sealed class KeyFolder(string path)
{
    private const string Extension = ".p8";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The ids of the keys that are here, in order.</summary>
    public IReadOnlyList<KeyId> Keys => !Directory.Exists(path)
        ? []
        : [.. Directory.EnumerateFiles(path, "*" + Extension).Select(f => new KeyId(Path.GetFileNameWithoutExtension(f))).OrderBy(k => k.Hex, StringComparer.Ordinal)];

    /// <summary>Keeps a key. The file is complete under its name or not there at all; a key that is there already stays as it is.</summary>
    public void Save(SigningKey key)
    {
        CreateFolder();
        var destination = FileOf(key.Public.Id);
        if (File.Exists(destination))
        {
            return;
        }

        var temporary = destination + "." + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)) + ".tmp";
        var pkcs8 = key.ToPkcs8();
        try
        {
            Write(temporary, pkcs8);
            File.Move(temporary, destination, overwrite: false);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pkcs8);
            File.Delete(temporary);
        }
    }

    /// <summary>The key of that id; null when it is not here. Throws <see cref="CryptographicException"/> when the file holds another key or none.</summary>
    public SigningKey? Load(KeyId id)
    {
        var file = FileOf(id);
        if (!File.Exists(file))
        {
            return null;
        }

        var key = SigningKey.FromPkcs8(File.ReadAllBytes(file));
        return key.Public.Id == id ? key : throw new CryptographicException($"The file of key {id} holds another key.");
    }

    private string FileOf(KeyId id) => Path.Combine(path, Path.GetFileName(id.Hex) + Extension);

    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        const UnixFileMode folderMode = OwnerOnly | UnixFileMode.UserExecute;
        Directory.CreateDirectory(path, folderMode);
        // A folder that was there before keeps the mode it had, unless told.
        File.SetUnixFileMode(path, folderMode);
    }

    private static void Write(string file, byte[] bytes)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var stream = new FileStream(file, options);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }
}
