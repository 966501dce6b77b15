using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>How many requests were let through lately, by address and by network. Kept in memory only: a restart forgets, and nobody's address is written down.</summary>
internal sealed class SignInLimits(SignInOptions options, TimeProvider clock)
{
    private readonly SlidingCount addresses = new(options.PerAddress, TimeSpan.FromMinutes(options.AddressMinutes), clock);
    private readonly SlidingCount networks = new(options.PerNetwork, TimeSpan.FromMinutes(options.NetworkMinutes), clock);

    /// <summary>Counts a request of a network; false when it had too many.</summary>
    public bool Admits(IPAddress? from) => networks.Admits(Network(from));

    /// <summary>Counts a letter to an address; false when it had too many. Whether the address is anybody's plays no part.</summary>
    public bool Admits(EmailAddress to) => addresses.Admits(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(to.Value))));

    /// <summary>The network an address is of: /24 of IPv4, /64 of IPv6, which is what one household or office usually has.</summary>
    internal static string Network(IPAddress? from)
    {
        var address = from is { IsIPv4MappedToIPv6: true } ? from.MapToIPv4() : from;
        return address is null ? "" : Convert.ToHexString(address.GetAddressBytes().AsSpan(0, address.AddressFamily == AddressFamily.InterNetwork ? 3 : 8));
    }
}

/// <summary>Lets so many through per key in the time just past.</summary>
internal sealed class SlidingCount(int limit, TimeSpan span, TimeProvider clock)
{
    // More keys at once than any community has; beyond, somebody is making them up, and new ones wait.
    private const int MostKeys = 50_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> passed = [];
    private DateTimeOffset nextSweep;

    /// <summary>Counts one; false when the key has had its share.</summary>
    public bool Admits(string key)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            Sweep(now);
            if (!passed.TryGetValue(key, out var times))
            {
                if (passed.Count >= MostKeys)
                {
                    return false;
                }

                passed[key] = times = new Queue<DateTimeOffset>();
            }

            Forget(times, now);
            if (times.Count >= limit)
            {
                return false;
            }

            times.Enqueue(now);
            return true;
        }
    }

    private void Sweep(DateTimeOffset now)
    {
        if (now < nextSweep)
        {
            return;
        }

        nextSweep = now + span;
        foreach (var (key, times) in passed)
        {
            Forget(times, now);
            if (times.Count == 0)
            {
                passed.Remove(key);
            }
        }
    }

    private void Forget(Queue<DateTimeOffset> times, DateTimeOffset now)
    {
        while (times.TryPeek(out var first) && first <= now - span)
        {
            times.Dequeue();
        }
    }
}
