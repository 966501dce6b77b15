using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Time.Testing;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Tests.Storage;

[SuppressMessage("Interoperability", "CA1416", Justification = "Skipped on Windows")]
public sealed class A_data_folder : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void is_nobody_elses_business()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        using var held = DataFolder.Open(_folder.File("node"), _clock);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(held.Path));
    }

    [Fact]
    public void is_refused_where_a_file_has_its_name()
    {
        File.WriteAllText(_folder.File("letter.txt"), "Chère Camille");

        Assert.StartsWith(_folder.File("letter.txt") + " is a file", Assert.Throws<DataFolderUnusableException>(() => DataFolder.Open(_folder.File("letter.txt"), _clock)).Message, StringComparison.Ordinal);
        Assert.Throws<DataFolderUnusableException>(() => DataFolder.Open(_folder.File("letter.txt", "node"), _clock));
    }

    [Fact]
    public void has_room_for_one_and_says_for_whom()
    {
        using var held = DataFolder.Open(_folder.Path, _clock);

        var refused = Assert.Throws<DataFolderHeldException>(() => DataFolder.Open(_folder.Path, _clock));

        Assert.Contains($"process {Environment.ProcessId} since 2026-11-02 09:00:00Z", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_refused_while_another_process_holds_it_and_free_once_that_is_killed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "flock is a program of Linux.");
        await using var other = ChildProcess.Start("flock", ["--no-fork", _folder.File("lock"), "sh", "-c", "echo held; read -r line"]);
        await other.Line("held", Cancel);

        Assert.Throws<DataFolderHeldException>(() => DataFolder.Open(_folder.Path, _clock));

        await other.Kill();
        DataFolder.Open(_folder.Path, _clock).Dispose();
    }

    [Fact]
    public void is_free_again_when_let_go_of()
    {
        DataFolder.Open(_folder.Path, _clock).Dispose();
        DataFolder.Open(_folder.Path, _clock).Dispose();
    }

    public void Dispose() => _folder.Dispose();
}
