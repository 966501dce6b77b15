namespace RecoveryCoP.Node.Templates;

/// <summary>What two made of one sequence, put together: of paragraphs, of words.</summary>
internal static class ThreeWay
{
    // Where more than this would have to be held against each other, what lies between the common beginning and end counts as changed whole.
    private const int MostCells = 1_000_000;

    /// <summary>Both sequences with what only the other one changed taken in. They differ where both changed the same place differently, and are alike when nowhere.</summary>
    public static (List<T> Theirs, List<T> Ours) Merge<T>(IReadOnlyList<T> before, IReadOnlyList<T> theirs, IReadOnlyList<T> ours)
    {
        var (mergedTheirs, mergedOurs) = (new List<T>(), new List<T>());
        var (left, right) = (new Queue<Hunk<T>>(Hunks(before, theirs)), new Queue<Hunk<T>>(Hunks(before, ours)));
        var at = 0;
        while (left.Count + right.Count > 0)
        {
            var (ofLeft, ofRight) = (new List<Hunk<T>>(), new List<Hunk<T>>());
            var group = First(left, right);
            for (var grows = true; grows;)
            {
                grows = Take(left, ofLeft, ref group) | Take(right, ofRight, ref group);
            }

            var kept = before.Skip(at).Take(group.Start - at).ToList();
            var (t, o) = (Made(before, group, ofLeft), Made(before, group, ofRight));
            mergedTheirs.AddRange([.. kept, .. ofLeft.Count == 0 ? o : t]);
            mergedOurs.AddRange([.. kept, .. ofRight.Count == 0 ? t : o]);
            at = group.End;
        }

        mergedTheirs.AddRange(before.Skip(at));
        mergedOurs.AddRange(before.Skip(at));
        return (mergedTheirs, mergedOurs);
    }

    // At one place, what is put in comes before what is replaced from there on.
    private static Hunk<T> First<T>(Queue<Hunk<T>> left, Queue<Hunk<T>> right) =>
        left.Count == 0 ? right.Peek() : right.Count == 0 ? left.Peek()
        : (left.Peek().Start, left.Peek().End).CompareTo((right.Peek().Start, right.Peek().End)) <= 0 ? left.Peek() : right.Peek();

    private static bool Take<T>(Queue<Hunk<T>> from, List<Hunk<T>> into, ref Hunk<T> group)
    {
        var before = into.Count;
        while (from.TryPeek(out var next) && (ReferenceEquals(next, group) || next.Meets(group)))
        {
            into.Add(from.Dequeue());
            group = new(group.Start, Math.Max(group.End, next.End), []);
        }

        return into.Count > before;
    }

    private static List<T> Made<T>(IReadOnlyList<T> before, Hunk<T> group, List<Hunk<T>> hunks)
    {
        var (made, at) = (new List<T>(), group.Start);
        foreach (var hunk in hunks)
        {
            made.AddRange([.. before.Skip(at).Take(hunk.Start - at), .. hunk.New]);
            at = hunk.End;
        }

        made.AddRange(before.Skip(at).Take(group.End - at));
        return made;
    }

    /// <summary>What became of a sequence: places in it, and what stands there instead. As many for as many are held against each other one by one.</summary>
    private static List<Hunk<T>> Hunks<T>(IReadOnlyList<T> before, IReadOnlyList<T> after)
    {
        var hunks = new List<Hunk<T>>();
        var (i, j) = (0, 0);
        foreach (var (x, y) in (IEnumerable<(int, int)>)[.. Common(before, after), (before.Count, after.Count)])
        {
            var (gone, come) = (x - i, after.Skip(j).Take(y - j).ToArray());
            if (gone == come.Length)
            {
                hunks.AddRange(come.Select((one, n) => new Hunk<T>(i + n, i + n + 1, [one])));
            }
            else
            {
                hunks.Add(new(i, x, come));
            }

            (i, j) = (x + 1, y + 1);
        }

        return hunks;
    }

    // Longest common subsequence between what the two begin and end with alike.
    private static List<(int, int)> Common<T>(IReadOnlyList<T> before, IReadOnlyList<T> after)
    {
        var same = EqualityComparer<T>.Default;
        var (start, end) = (0, 0);
        while (start < before.Count && start < after.Count && same.Equals(before[start], after[start]))
        {
            start++;
        }

        while (end < before.Count - start && end < after.Count - start && same.Equals(before[^(end + 1)], after[^(end + 1)]))
        {
            end++;
        }

        var (rows, columns) = (before.Count - start - end, after.Count - start - end);
        var common = Enumerable.Range(0, start).Select(n => (n, n)).ToList();
        if ((long)rows * columns <= MostCells)
        {
            var length = new int[rows + 1, columns + 1];
            for (var i = rows - 1; i >= 0; i--)
            {
                for (var j = columns - 1; j >= 0; j--)
                {
                    length[i, j] = same.Equals(before[start + i], after[start + j]) ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
                }
            }

            for (var (i, j) = (0, 0); i < rows && j < columns;)
            {
                if (same.Equals(before[start + i], after[start + j]))
                {
                    common.Add((start + i++, start + j++));
                }
                else if (length[i + 1, j] >= length[i, j + 1])
                {
                    i++;
                }
                else
                {
                    j++;
                }
            }
        }

        common.AddRange(Enumerable.Range(0, end).Select(n => (before.Count - end + n, after.Count - end + n)));
        return common;
    }

    private sealed record Hunk<T>(int Start, int End, IReadOnlyList<T> New)
    {
        // What is put in at one place by both meets; what is put in just before or behind what the other replaces does not.
        public bool Meets(Hunk<T> other) => (Start < other.End && other.Start < End) || (Start == End && other.Start == other.End && Start == other.Start);
    }
}
