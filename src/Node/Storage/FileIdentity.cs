using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace RecoveryCoP.Node.Storage;

/// <summary>Tells a file from its copies: a file that was copied, or put back from a backup, is another one, whatever its name, bytes and dates.</summary>
internal static class FileIdentity
{
    private const int CurrentFolder = -100;
    private const uint Inode = 0x100, Birth = 0x800;

    /// <summary>Its number in the file system and when it was made there; on systems without such a number, when it was made.</summary>
    public static string Of(string path)
    {
        // statx(2) answers with 256 bytes: at 0 what it knows, at 32 the inode, at 80 the time of birth. The framework reads none of the two.
        var told = new byte[256];
        return OperatingSystem.IsLinux() && Statx(CurrentFolder, Encoding.UTF8.GetBytes(path + '\0'), 0, Inode | Birth, told) == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{BinaryPrimitives.ReadUInt64LittleEndian(told.AsSpan(32))}.{BirthOf(told)}")
            : File.GetCreationTimeUtc(path).ToString("O", CultureInfo.InvariantCulture);
    }

    // Not every file system knows when a file was made.
    private static string BirthOf(byte[] told) => (BinaryPrimitives.ReadUInt32LittleEndian(told) & Birth) == 0 ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{BinaryPrimitives.ReadInt64LittleEndian(told.AsSpan(80))}.{BinaryPrimitives.ReadUInt32LittleEndian(told.AsSpan(88))}");

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, byte[] path, int flags, uint mask, byte[] told);
}
