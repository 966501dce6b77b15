using System.Net;
using System.Net.Sockets;

namespace RecoveryCoP.Federation.Tests.Harness;

/// <summary>
/// A line to a node that garbles: it flips bits, cuts connections in the middle of what they carry, and holds bytes up, until it has done as much damage as
/// it was told to do. From then on it is a good line.
/// </summary>
public sealed class BadLine : IAsyncDisposable
{
    private const int FlipOneIn = 6, CutOneIn = 20, HoldUpOneIn = 10;

    private readonly TcpListener _listener = new(IPAddress.Loopback, FreePorts.Take());
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private readonly Random _random;
    private readonly int _to;
    private readonly List<Task> _connections = [];
    private readonly Task _listening;
    private int _flips;
    private int _cuts;

    public BadLine(TestNode hub, int flips, int cuts, Random random)
    {
        (_to, _flips, _cuts, _random) = (hub.GrpcAddress.Port, flips, cuts, random);
        _listener.Start();
        _listening = Listen();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>True once it has done its damage.</summary>
    public bool IsGood
    {
        get
        {
            lock (_gate)
            {
                return _flips == 0 && _cuts == 0;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _listening;
        await Task.WhenAll(_connections);
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task Listen()
    {
        try
        {
            while (true)
            {
                _connections.Add(Join(await _listener.AcceptSocketAsync(_end.Token)));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Join(Socket caller)
    {
        using var hub = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using (caller)
        {
            using var both = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
            try
            {
                await hub.ConnectAsync(IPAddress.Loopback, _to, both.Token);
                await await Task.WhenAny(Carry(caller, hub, both.Token), Carry(hub, caller, both.Token));
            }
            catch (Exception cut) when (cut is OperationCanceledException or SocketException)
            {
                // Both ends notice by themselves.
            }

            await both.CancelAsync();
            (caller.LingerState, hub.LingerState) = (new(true, 0), new(true, 0)); // reset, not closed in good order
        }
    }

    private async Task Carry(Socket from, Socket to, CancellationToken cancel)
    {
        var buffer = new byte[4096];
        while (await from.ReceiveAsync(buffer, cancel) is > 0 and var count)
        {
            var (flipped, left, heldUp) = Damage(count);
            if (flipped is var (place, bit))
            {
                buffer[place] ^= (byte)(1 << bit);
            }

            if (heldUp > TimeSpan.Zero)
            {
                using var line = new PeriodicTimer(heldUp);
                await line.WaitForNextTickAsync(cancel);
            }

            await to.SendAsync(buffer.AsMemory(0, left ?? count), cancel);
            if (left is not null)
            {
                return;
            }
        }
    }

    /// <summary>What happens to so many bytes: which bit is flipped, after how many the line is cut, how long they are held up.</summary>
    private ((int Place, int Bit)? Flipped, int? Left, TimeSpan HeldUp) Damage(int count)
    {
        lock (_gate)
        {
            var isBad = _flips > 0 || _cuts > 0;
            var flips = _flips > 0 && _random.Next(FlipOneIn) == 0;
            var cuts = _cuts > 0 && _random.Next(CutOneIn) == 0;
            var holdsUp = isBad && _random.Next(HoldUpOneIn) == 0;
            (_flips, _cuts) = (_flips - (flips ? 1 : 0), _cuts - (cuts ? 1 : 0));
            return (flips ? (_random.Next(count), _random.Next(8)) : null, cuts ? _random.Next(count) : null, holdsUp ? TimeSpan.FromMilliseconds(_random.Next(1, 200)) : TimeSpan.Zero);
        }
    }
}
