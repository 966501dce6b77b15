using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RecoveryCoP.Chapter.Tests.PowerLoss;

/// <summary>What the database asked of the disk, in the order in which it did, with what was acknowledged in between.</summary>
public abstract record DiskEvent
{
    public sealed record Opened(string File) : DiskEvent;

    public sealed record Written(string File, long Offset, byte[] Bytes) : DiskEvent;

    public sealed record Cut(string File, long Length) : DiskEvent;

    public sealed record Synced(string File) : DiskEvent;

    public sealed record Deleted(string File) : DiskEvent;

    /// <summary>Somebody was told that it is done; the log of changes was that long then, at least.</summary>
    public sealed record Acknowledged(long Position) : DiskEvent;
}

/// <summary>
/// Writes down each write, sync and deletion of SQLite in one folder. It stands where SQLite meets the operating system (sqlite.org/vfs.html): its own layer for the
/// disk stays in place, and the five calls that change a file pass through here. So what is seen is what the real program does, in this process, on any machine.
/// </summary>
public sealed unsafe partial class RecordedDisk : IDisposable
{
    private static readonly ConcurrentDictionary<nint, (RecordedDisk Disk, string File, nint Methods)> _open = new();
    private static readonly ConcurrentDictionary<nint, nint> _changed = new();
    private static readonly Lazy<nint> _system = new(StandInFront);
    private static volatile RecordedDisk? _recording;

    private readonly Lock _turn = new();
    private readonly List<DiskEvent> _events = [];
    private readonly string _folder;

    private RecordedDisk(string folder) => _folder = folder + Path.DirectorySeparatorChar;

    public IReadOnlyList<DiskEvent> Events
    {
        get
        {
            lock (_turn)
            {
                return [.. _events];
            }
        }
    }

    /// <summary>Begins with what is opened from now on in a folder; one at a time.</summary>
    public static RecordedDisk Begin(string folder)
    {
        _ = _system.Value;
        Assert.Null(_recording);
        return _recording = new RecordedDisk(folder);
    }

    public void Note(DiskEvent happened)
    {
        lock (_turn)
        {
            _events.Add(happened);
        }
    }

    public void Dispose() => _recording = null;

    private static nint StandInFront()
    {
        var system = Find(null);
        var front = (Vfs*)NativeMemory.AllocZeroed((nuint)sizeof(Vfs));
        *front = *system;
        front->Next = null;
        front->Name = (byte*)Marshal.StringToCoTaskMemUTF8("recorded");
        front->Open = &Open;
        front->Delete = &Delete;
        Assert.Equal(0, Register(front, 1));
        return (nint)system;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(Vfs* vfs, byte* name, OpenFile* file, int flags, int* outFlags)
    {
        var result = ((Vfs*)_system.Value)->Open(vfs, name, file, flags, outFlags);
        if (result == 0 && Recorded(name) is ({ } disk, { } path))
        {
            _open[(nint)file] = (disk, path, (nint)file->Methods);
            file->Methods = (IoMethods*)_changed.GetOrAdd((nint)file->Methods, Changed);
            disk.Note(new DiskEvent.Opened(path));
        }

        return result;
    }

    // The system has a table of methods for each kind of file; ours is the same with four of them changed.
    private static nint Changed(nint methods)
    {
        var changed = (IoMethods*)NativeMemory.Alloc((nuint)sizeof(IoMethods));
        *changed = *(IoMethods*)methods;
        changed->Close = &Close;
        changed->Write = &Write;
        changed->Truncate = &Truncate;
        changed->Sync = &Sync;
        return (nint)changed;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Delete(Vfs* vfs, byte* name, int syncFolder)
    {
        var result = ((Vfs*)_system.Value)->Delete(vfs, name, syncFolder);
        if (result == 0 && Recorded(name) is ({ } disk, { } path))
        {
            disk.Note(new DiskEvent.Deleted(path));
        }

        return result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(OpenFile* file)
    {
        _open.TryRemove((nint)file, out var open);
        return ((IoMethods*)open.Methods)->Close(file);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(OpenFile* file, byte* bytes, int length, long offset)
    {
        var (disk, path, methods) = _open[(nint)file];
        return Noted(((IoMethods*)methods)->Write(file, bytes, length, offset), disk, new DiskEvent.Written(path, offset, new ReadOnlySpan<byte>(bytes, length).ToArray()));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(OpenFile* file, long length)
    {
        var (disk, path, methods) = _open[(nint)file];
        return Noted(((IoMethods*)methods)->Truncate(file, length), disk, new DiskEvent.Cut(path, length));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(OpenFile* file, int flags)
    {
        var (disk, path, methods) = _open[(nint)file];
        return Noted(((IoMethods*)methods)->Sync(file, flags), disk, new DiskEvent.Synced(path));
    }

    private static int Noted(int result, RecordedDisk disk, DiskEvent happened)
    {
        if (result == 0)
        {
            disk.Note(happened);
        }

        return result;
    }

    // The index of the log in shared memory is made anew after a loss, and never opened here.
    private static (RecordedDisk, string)? Recorded(byte* name) =>
        _recording is { } disk && Marshal.PtrToStringUTF8((nint)name) is { } path && path.StartsWith(disk._folder, StringComparison.Ordinal) ? (disk, Path.GetFileName(path)) : null;

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_find")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial Vfs* Find(byte* name);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_register")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial int Register(Vfs* vfs, int isDefault);

    // sqlite.org/c3ref/vfs.html, third version.
    [StructLayout(LayoutKind.Sequential)]
    private struct Vfs
    {
        public int Version, FileSize, LongestPath;
        public Vfs* Next;
        public byte* Name;
        public void* Data;
        public delegate* unmanaged[Cdecl]<Vfs*, byte*, OpenFile*, int, int*, int> Open;
        public delegate* unmanaged[Cdecl]<Vfs*, byte*, int, int> Delete;
        public fixed ulong Others[14];
    }

    // sqlite.org/c3ref/file.html: what follows the table is the system's.
    [StructLayout(LayoutKind.Sequential)]
    private struct OpenFile
    {
        public IoMethods* Methods;
    }

    // sqlite.org/c3ref/io_methods.html, third version.
    [StructLayout(LayoutKind.Sequential)]
    private struct IoMethods
    {
        public int Version;
        public delegate* unmanaged[Cdecl]<OpenFile*, int> Close;
        public void* Read;
        public delegate* unmanaged[Cdecl]<OpenFile*, byte*, int, long, int> Write;
        public delegate* unmanaged[Cdecl]<OpenFile*, long, int> Truncate;
        public delegate* unmanaged[Cdecl]<OpenFile*, int, int> Sync;
        public fixed ulong Others[13];
    }
}
