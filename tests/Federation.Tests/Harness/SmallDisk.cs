namespace RecoveryCoP.Federation.Tests.Harness;

/// <summary>A disk of a few megabytes in memory, mounted under a folder that keeps what it held. Only root may mount; elsewhere the test is skipped, and says so.</summary>
public sealed class SmallDisk : IAsyncDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    private string Filler => Path.Combine(_folder, "filler");

    public static async Task<SmallDisk> Under(string folder, string size, CancellationToken cancel)
    {
        await using var mount = ChildProcess.Start(
            "sh", ["-c", """cp -a "$1" "$1.kept" && mount -t tmpfs -o "size=$2" none "$1" && cp -a "$1.kept/." "$1" && rm -r "$1.kept" """, "sh", folder, size]);
        var finished = await mount.Ended(cancel);
        if (finished.ExitCode != 0)
        {
            Required.Missing("mount", $"A small disk cannot be mounted here: {finished.Error.Trim()}", "Run as root on Linux.");
        }

        return new SmallDisk(folder);
    }

    /// <summary>Fills the disk except for so many bytes.</summary>
    public void FillUpTo(long left)
    {
        // The node may write meanwhile, and take what was free a moment ago.
        using var filler = File.Create(Filler);
        var disk = new DriveInfo(_folder);
        while (disk.AvailableFreeSpace - left is > 0 and var more)
        {
            try
            {
                filler.Seek(0, SeekOrigin.End);
                filler.Write(new byte[more]);
                filler.Flush();
            }
            catch (IOException)
            {
                // Fuller than it was when it was asked: it is asked again.
            }
        }

        filler.SetLength(Math.Max(0, filler.Length - Math.Max(0, left - disk.AvailableFreeSpace)));
    }

    public void MakeRoom() => File.Delete(Filler);

    public async ValueTask DisposeAsync()
    {
        // Lazily, since the node may still run when a test has failed.
        await using var unmount = ChildProcess.Start("umount", ["-l", _folder]);
        await unmount.Ended(CancellationToken.None);
    }
}
