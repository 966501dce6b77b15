using System.Net;
using System.Net.Sockets;

namespace RecoveryCoP.Federation.Tests.Harness;

/// <summary>A way to a server through a port of its own, which can be shut: whoever was on it is cut off, and nobody gets in. As when the server has stopped.</summary>
public sealed class Gate(EndPoint server) : IAsyncDisposable
{
    private readonly int _port = FreePorts.Take();
    private readonly Lock _passing = new();
    private readonly List<Socket> _open = [];
    private TcpListener? _listener;
    private Task _listening = Task.CompletedTask;

    public int Port => _port;

    public void Open()
    {
        var listener = _listener = new TcpListener(IPAddress.Loopback, _port);
        listener.Start();
        _listening = Listen(listener);
    }

    public async Task Shut()
    {
        _listener?.Dispose();
        lock (_passing)
        {
            _open.ForEach(socket => socket.Dispose());
            _open.Clear();
        }

        await _listening;
    }

    public async ValueTask DisposeAsync() => await Shut();

    private async Task Listen(TcpListener listener)
    {
        var passing = new List<Task>();
        try
        {
            while (true)
            {
                passing.Add(Pass(await listener.AcceptSocketAsync()));
            }
        }
        catch (Exception shut) when (shut is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            await Task.WhenAll(passing);
        }
    }

    private async Task Pass(Socket caller)
    {
        var called = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        lock (_passing)
        {
            _open.AddRange([caller, called]);
        }

        try
        {
            await called.ConnectAsync(server);
            await await Task.WhenAny(Carry(caller, called), Carry(called, caller));
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // Both ends notice by themselves.
        }

        caller.Dispose();
        called.Dispose();
    }

    private static async Task Carry(Socket from, Socket to)
    {
        var buffer = new byte[8192];
        while (await from.ReceiveAsync(buffer.AsMemory()) is > 0 and var count)
        {
            await to.SendAsync(buffer.AsMemory(0, count));
        }
    }
}
