using System.Net;
using System.Net.Sockets;

namespace RecoveryCoP.Testing;

/// <summary>
/// Free loopback ports for servers under test. They lie below 32768, where the system does not take ports for outgoing connections,
/// and a lock file keeps each from other test processes until this process ends: a program may be stopped and started again on its port.
/// </summary>
public static class FreePorts
{
    private const int First = 20_000;
    private const int Count = 10_000;

    private static readonly Lock _gate = new();
    private static readonly List<FileStream> _held = [];
    private static int _next = Environment.ProcessId * 97 % Count;

    /// <summary>A port that nobody listens on and that no other test process is given while this one runs.</summary>
    public static int Take()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"recoverycop-ports-{Environment.UserName}")).FullName;
        lock (_gate)
        {
            for (var tried = 0; tried < Count; tried++)
            {
                var port = First + _next;
                _next = (_next + 1) % Count;
                if (TryHold(Path.Combine(folder, port.ToString(CultureInfo.InvariantCulture)), port))
                {
                    return port;
                }
            }
        }

        throw new IOException($"No free port between {First} and {First + Count - 1}");
    }

    private static bool TryHold(string path, int port)
    {
        FileStream held;
        try
        {
            held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            // Another test process holds it.
            return false;
        }

        if (!IsFree(port))
        {
            held.Dispose();
            return false;
        }

        _held.Add(held);
        return true;
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
