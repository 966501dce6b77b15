using System.Text.RegularExpressions;

namespace RecoveryCoP.Node.Localization;

/// <summary>What became of a piece of text.</summary>
public enum PieceKind
{
    /// <summary>In both texts.</summary>
    Kept,

    /// <summary>Only in the later one.</summary>
    Added,

    /// <summary>Only in the earlier one.</summary>
    Removed,

    /// <summary>In both, and far from anything that changed.</summary>
    LeftOut,
}

/// <summary>A piece of a comparison.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Text">The piece, with its spaces.</param>
public sealed record Piece(PieceKind Kind, string Text);

/// <summary>
/// What changed between two texts, for people to read: paragraphs first, then words inside the paragraphs that changed.
/// Its work is bounded whatever the texts are: where too much differs, the earlier passage is shown as gone and the later as new.
/// </summary>
public static partial class WordDiff
{
    private const int MostCells = 1_000_000;

    // What is shorter is read faster than missed.
    private const int LeastLeftOut = 200;

    /// <summary>The pieces in reading order. The kept and the added ones together are the later text, the kept and the removed ones the earlier.</summary>
    public static IReadOnlyList<Piece> Between(string before, string after)
    {
        var pieces = new List<Piece>();
        var blocks = Compare(Paragraphs().Matches(before).Select(m => m.Value).ToArray(), Paragraphs().Matches(after).Select(m => m.Value).ToArray());
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind == PieceKind.Removed && i + 1 < blocks.Count && blocks[i + 1].Kind == PieceKind.Added)
            {
                pieces.AddRange(Compare(Split(blocks[i].Text), Split(blocks[i + 1].Text)));
                i++;
            }
            else
            {
                pieces.Add(blocks[i]);
            }
        }

        return pieces;
    }

    /// <summary>
    /// The same for who looks for what changed: of a long passage that is in both, the line in which a change ends and the one in which the next begins; the rest is
    /// <see cref="PieceKind.LeftOut"/>. All of it where nothing changed.
    /// </summary>
    public static IReadOnlyList<Piece> Excerpt(IReadOnlyList<Piece> pieces)
    {
        if (pieces.All(p => p.Kind == PieceKind.Kept))
        {
            return pieces;
        }

        var excerpt = new List<Piece>();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Kind != PieceKind.Kept)
            {
                excerpt.Add(pieces[i]);
                continue;
            }

            var first = i;
            while (i + 1 < pieces.Count && pieces[i + 1].Kind == PieceKind.Kept)
            {
                i++;
            }

            var passage = string.Concat(pieces.Take(first..(i + 1)).Select(p => p.Text));
            var from = first == 0 ? 0 : passage.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? end + 1 : passage.Length;
            var to = i + 1 == pieces.Count ? passage.Length : passage.LastIndexOf('\n') + 1;
            excerpt.AddRange(to - from < LeastLeftOut
                ? [new Piece(PieceKind.Kept, passage)]
                : new Piece[] { new(PieceKind.Kept, passage[..from]), new(PieceKind.LeftOut, passage[from..to]), new(PieceKind.Kept, passage[to..]) }.Where(p => p.Text.Length > 0));
        }

        return excerpt;
    }

    [GeneratedRegex(@"[^\n]*\n|[^\n]+")]
    private static partial Regex Paragraphs();

    [GeneratedRegex(@"\s+|[\p{L}\p{N}\p{M}’'-]+|[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\s]")]
    private static partial Regex Words();

    private static string[] Split(string text) => [.. Words().Matches(text).Select(m => m.Value)];

    /// <summary>Longest common subsequence between what the two begin and end with alike.</summary>
    private static List<Piece> Compare(string[] before, string[] after)
    {
        var start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start])
        {
            start++;
        }

        var end = 0;
        while (end < before.Length - start && end < after.Length - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        var run = new Runs();
        run.Add(PieceKind.Kept, before.AsSpan(..start));
        Middle(run, before[start..^end], after[start..^end]);
        run.Add(PieceKind.Kept, before.AsSpan(^end..));
        return run.Done();
    }

    private static void Middle(Runs run, string[] before, string[] after)
    {
        if ((long)before.Length * after.Length > MostCells)
        {
            run.Add(PieceKind.Removed, before);
            run.Add(PieceKind.Added, after);
            return;
        }

        var common = Common(before, after);
        var (i, j) = (0, 0);
        while (i < before.Length && j < after.Length)
        {
            if (before[i] == after[j])
            {
                run.Add(PieceKind.Kept, before[i++]);
                j++;
            }
            else if (common[i + 1, j] >= common[i, j + 1])
            {
                run.Add(PieceKind.Removed, before[i++]);
            }
            else
            {
                run.Add(PieceKind.Added, after[j++]);
            }
        }

        run.Add(PieceKind.Removed, before.AsSpan(i..));
        run.Add(PieceKind.Added, after.AsSpan(j..));
    }

    private static int[,] Common(string[] before, string[] after)
    {
        var length = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                length[i, j] = before[i] == after[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        return length;
    }

    /// <summary>Gathers pieces of one kind; between two kept ones, what is gone stands before what is new.</summary>
    private sealed class Runs
    {
        private readonly List<Piece> done = [];
        private readonly System.Text.StringBuilder kept = new(), removed = new(), added = new();

        public void Add(PieceKind kind, params ReadOnlySpan<string> texts)
        {
            foreach (var text in texts)
            {
                if (kind == PieceKind.Kept)
                {
                    Flush(PieceKind.Removed, removed);
                    Flush(PieceKind.Added, added);
                    kept.Append(text);
                }
                else
                {
                    Flush(PieceKind.Kept, kept);
                    (kind == PieceKind.Removed ? removed : added).Append(text);
                }
            }
        }

        public List<Piece> Done()
        {
            Flush(PieceKind.Kept, kept);
            Flush(PieceKind.Removed, removed);
            Flush(PieceKind.Added, added);
            return done;
        }

        private void Flush(PieceKind kind, System.Text.StringBuilder text)
        {
            if (text.Length > 0)
            {
                done.Add(new Piece(kind, text.ToString()));
                text.Clear();
            }
        }
    }
}
