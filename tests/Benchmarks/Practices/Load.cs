using System.Diagnostics;
using RecoveryCoP.Benchmarks.Runner;

namespace RecoveryCoP.Benchmarks.Practices;

/// <summary>The same piece of work for many numbers, by callers who each wait for their own answer before they ask again.</summary>
internal sealed class Load
{
    private readonly List<double> waits = [];
    private TimeSpan spent;

    /// <summary>Pieces of work done a second, while any was under way.</summary>
    public double Rate => waits.Count / spent.TotalSeconds;

    /// <summary>How long callers waited, in milliseconds.</summary>
    public Percentiles Waits => Percentiles.Of(waits);

    /// <summary>Does a round of it.</summary>
    public async Task Round(int callers, int count, Func<int, Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        var took = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => Call(caller, callers, count, work))));
        spent += Stopwatch.GetElapsedTime(start);
        waits.AddRange(took.SelectMany(each => each));
    }

    private static async Task<List<double>> Call(int caller, int callers, int count, Func<int, Task> work)
    {
        var took = new List<double>();
        for (var number = caller; number < count; number += callers)
        {
            var start = Stopwatch.GetTimestamp();
            await work(number);
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return took;
    }
}
