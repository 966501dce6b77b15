using System.Net;
using System.Net.Sockets;

namespace RecoveryCoP.Demo;

/// <summary>Ports that nobody listens on. They lie below 32768, where the system does not take ports for outgoing connections.</summary>
internal sealed class LoopbackPorts
{
    private const int First = 16_000, Count = 3_000;

    private readonly HashSet<int> given = [];
    private int next = Environment.ProcessId * 97 % Count; // two demos that start at once look in different places

    /// <summary>The port kept from the last run if it is still free, otherwise another.</summary>
    public int Take(int kept)
    {
        if (kept > 0 && given.Add(kept) && IsFree(kept))
        {
            return kept;
        }

        for (var tried = 0; tried < Count; tried++)
        {
            var port = First + next;
            next = (next + 1) % Count;
            if (given.Add(port) && IsFree(port))
            {
                return port;
            }
        }

        throw new DemoException(new($"Aucun port libre entre {First} et {First + Count - 1}.", $"No free port between {First} and {First + Count - 1}."));
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
