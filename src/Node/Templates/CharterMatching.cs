using System.Text.RegularExpressions;

namespace RecoveryCoP.Node.Templates;

/// <summary>
/// Which clause of a charter that people wrote is which of the template's: they write headings and texts, and no ids. A clause is the one of the same heading;
/// of what is left, in its order, the one that has the most words in common.
/// </summary>
public static partial class CharterMatching
{
    // Half of the words of both: less is another clause.
    private const double LeastLike = 0.5;

    /// <summary>The charter with the template's ids on the clauses that are its own, and ids that no template has on the others. A clause that has one of those ids keeps it.</summary>
    /// <param name="known">The clauses of the template.</param>
    /// <param name="ours">The charter as it is here.</param>
    public static TemplateItem WithIds(IReadOnlyList<TemplateItem> known, TemplateItem ours)
    {
        var ids = known.Select(k => k.Id).ToHashSet();
        var open = ours.Rows.Where(r => !ids.Contains(r.Id)).ToList();
        TemplateItem[] free = [.. known.Where(k => ours.Rows.All(r => r.Id != k.Id))];
        var found = Match([.. free.Select(Said)], [.. open.Select(Said)]).Select(n => n < 0 ? null : free[n].Id).ToList();
        var own = 0;
        return ours with { Rows = [.. ours.Rows.Select(r => ids.Contains(r.Id) ? r : r with { Id = found[open.IndexOf(r)] ?? Own() })] };

        // No id of a template's has a full stop.
        string Own() => $"own.{++own}";

        static (Bilingual, Bilingual) Said(TemplateItem clause) => (clause.Fields.GetValueOrDefault("title", _nothing), clause.Fields.GetValueOrDefault("text", _nothing));
    }

    /// <summary>For each of our clauses, which of the template's it is; -1 for one that is none.</summary>
    public static IReadOnlyList<int> Match(IReadOnlyList<(Bilingual Title, Bilingual Text)> known, IReadOnlyList<(Bilingual Title, Bilingual Text)> ours)
    {
        var found = Enumerable.Repeat(-1, ours.Count).ToArray();
        for (var n = 0; n < ours.Count; n++)
        {
            found[n] = Enumerable.Range(0, known.Count).FirstOrDefault(k => !found.Contains(k) && SameHeading(known[k].Title, ours[n].Title), -1);
        }

        int[] left = [.. Enumerable.Range(0, known.Count).Where(k => !found.Contains(k))], open = [.. Enumerable.Range(0, ours.Count).Where(n => found[n] < 0)];
        foreach (var (k, n) in Alike([.. left.Select(k => WordsOf(known[k]))], [.. open.Select(n => WordsOf(ours[n]))]))
        {
            found[open[n]] = left[k];
        }

        return found;
    }

    private static readonly Bilingual _nothing = new(null, null);

    private static bool SameHeading(Bilingual one, Bilingual other) => Same(one.Fr, other.Fr) || Same(one.En, other.En);

    private static bool Same(string? one, string? other) => Plain(one) is { Length: > 0 } said && said == Plain(other);

    private static string Plain(string? heading) => string.Join(' ', Words().Matches(heading ?? "").Select(m => m.Value.ToLowerInvariant()));

    private static HashSet<string> WordsOf((Bilingual Title, Bilingual Text) clause) =>
        [.. Words().Matches($"{clause.Title.Fr} {clause.Text.Fr}").Select(m => "fr " + m.Value.ToLowerInvariant()), .. Words().Matches($"{clause.Title.En} {clause.Text.En}").Select(m => "en " + m.Value.ToLowerInvariant())];

    private static double Likeness(HashSet<string> one, HashSet<string> other) => one.Count + other.Count == 0 ? 0 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);

    // The pairs, in order on both sides, that have the most in common altogether.
    private static List<(int, int)> Alike(HashSet<string>[] known, HashSet<string>[] ours)
    {
        var best = new double[known.Length + 1, ours.Length + 1];
        for (var k = known.Length - 1; k >= 0; k--)
        {
            for (var n = ours.Length - 1; n >= 0; n--)
            {
                best[k, n] = Math.Max(Paired(k, n), Math.Max(best[k + 1, n], best[k, n + 1]));
            }
        }

        var pairs = new List<(int, int)>();
        for (var (k, n) = (0, 0); k < known.Length && n < ours.Length;)
        {
            if (best[k, n] == best[k + 1, n])
            {
                k++;
            }
            else if (best[k, n] == best[k, n + 1])
            {
                n++;
            }
            else
            {
                pairs.Add((k++, n++));
            }
        }

        return pairs;

        double Paired(int k, int n) => Likeness(known[k], ours[n]) is >= LeastLike and var like ? like + best[k + 1, n + 1] : 0;
    }

    [GeneratedRegex(@"[\p{L}\p{N}\p{M}]+")]
    private static partial Regex Words();
}
