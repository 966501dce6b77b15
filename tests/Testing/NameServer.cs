using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RecoveryCoP.Testing;

/// <summary>A DNS server on loopback that knows the texts it is given (RFC 1035), and says of any other name that there is none.</summary>
public sealed class NameServer : IAsyncDisposable
{
    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly Task _running;

    public NameServer() => _running = Run();

    /// <summary>Where it is, as settings name it.</summary>
    public string Address => _socket.Client.LocalEndPoint!.ToString()!;

    /// <summary>What it knows, by name.</summary>
    public ConcurrentDictionary<string, string[]> Texts { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True: it knows nothing at the moment (SERVFAIL).</summary>
    public bool IsOut { get; set; }

    /// <summary>What it was asked.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        await _running;
    }

    private async Task Run()
    {
        try
        {
            while (true)
            {
                var query = await _socket.ReceiveAsync();
                await _socket.SendAsync(AnswerTo(query.Buffer), query.RemoteEndPoint);
            }
        }
        catch (Exception closed) when (closed is ObjectDisposedException or SocketException)
        {
        }
    }

    private byte[] AnswerTo(byte[] query)
    {
        List<string> labels = [];
        var at = 12;
        for (; query[at] > 0; at += query[at] + 1)
        {
            labels.Add(Encoding.ASCII.GetString(query, at + 1, query[at]));
        }

        var name = string.Join('.', labels);
        Asked.Enqueue(name);
        var texts = Texts.GetValueOrDefault(name) ?? [];
        // A name below which there are others is one too.
        var isThere = Texts.Keys.Any(k => k.Equals(name, StringComparison.OrdinalIgnoreCase) || k.EndsWith($".{name}", StringComparison.OrdinalIgnoreCase));
        using var answer = new MemoryStream();
        answer.Write(query.AsSpan(0, 2));
        Write(answer, IsOut ? 0x8182 : isThere ? 0x8180 : 0x8183);
        Write(answer, 1);
        Write(answer, IsOut ? 0 : texts.Length);
        Write(answer, 0);
        Write(answer, 0);
        answer.Write(query.AsSpan(12, at + 5 - 12));
        foreach (var text in IsOut ? [] : texts)
        {
            var parts = Encoding.ASCII.GetBytes(text).Chunk(100).ToList(); // a text comes in pieces
            Write(answer, 0xC00C); // the name that was asked
            Write(answer, 16);
            Write(answer, 1);
            Write(answer, 0);
            Write(answer, 60);
            Write(answer, parts.Sum(p => p.Length + 1));
            foreach (var part in parts)
            {
                answer.WriteByte((byte)part.Length);
                answer.Write(part);
            }
        }

        return answer.ToArray();
    }

    private static void Write(MemoryStream answer, int number)
    {
        Span<byte> two = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(two, (ushort)number);
        answer.Write(two);
    }
}
