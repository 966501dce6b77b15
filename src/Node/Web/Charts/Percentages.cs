namespace RecoveryCoP.Node.Web.Charts;

/// <summary>Shares as whole percentages that add up.</summary>
public static class Percentages
{
    /// <summary>The parts in percent. Rounded each on its own they may add up to 99 or 101; here the largest remainders get what is missing.</summary>
    public static IReadOnlyList<int> Of(IReadOnlyList<int> parts)
    {
        var total = parts.Sum(p => (long)p);
        if (total == 0)
        {
            return [.. parts.Select(_ => 0)];
        }

        int[] percentages = [.. parts.Select(p => (int)(p * 100L / total))];
        var missing = 100 - percentages.Sum();
        foreach (var index in Enumerable.Range(0, parts.Count).OrderByDescending(i => parts[i] * 100L % total).ThenBy(i => i).Take(missing))
        {
            percentages[index]++;
        }

        return percentages;
    }
}
