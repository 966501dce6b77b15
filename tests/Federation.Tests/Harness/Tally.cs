using System.Collections.Concurrent;

namespace RecoveryCoP.Federation.Tests.Harness;

/// <summary>How many kills hit each point.</summary>
public sealed class Tally
{
    private readonly ConcurrentDictionary<string, int> _hits = new();

    public void Add(string point) => _hits.AddOrUpdate(point, 1, (_, before) => before + 1);

    public int Of(string point) => _hits.GetValueOrDefault(point);

    public string Print(IEnumerable<string> points) =>
        string.Join('\n', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{Of(point),4} kills at {point}")));
}
