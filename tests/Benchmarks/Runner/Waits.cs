using System.Diagnostics;
using System.Net;
using RecoveryCoP.Testing;

namespace RecoveryCoP.Benchmarks.Runner;

/// <summary>How long a reader waits for a page: a request over the loopback, through session, queries and rendering, to its last byte.</summary>
internal static class Waits
{
    // The first ones fill caches and connections.
    private const int Unmeasured = 5;

    /// <summary>Asks for a page so many times, in milliseconds each.</summary>
    public static async Task<Percentiles> Of(FormClient reader, string path, int times, CancellationToken cancel)
    {
        var waits = new List<double>();
        for (var number = -Unmeasured; number < times; number++)
        {
            var start = Stopwatch.GetTimestamp();
            if (await reader.Ask(path, cancel) is not HttpStatusCode.OK and var status)
            {
                throw new InvalidOperationException($"{path} answered {status}.");
            }

            if (number >= 0)
            {
                waits.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return Percentiles.Of(waits);
    }
}
