namespace RecoveryCoP.StyleGuide.Planned;

/// <summary>Breaks a title into lines: text in SVG does not wrap by itself.</summary>
public static class Wrapping
{
    /// <summary>Lines of at most so many characters; what does not fit ends in an ellipsis. The whole text is in the picture's table.</summary>
    public static IReadOnlyList<string> Lines(string text, int characters, int most)
    {
        var lines = new List<string>();
        var words = new Queue<string>(text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        while (words.Count > 0 && lines.Count < most)
        {
            var line = words.Dequeue();
            while (words.Count > 0 && line.Length + 1 + words.Peek().Length <= characters)
            {
                line += " " + words.Dequeue();
            }

            lines.Add(Cut(line, characters, words.Count > 0 && lines.Count == most - 1));
        }

        return lines;
    }

    private static string Cut(string line, int characters, bool unfinished) =>
        line.Length > characters || (unfinished && line.Length == characters) ? line[..Math.Max(1, characters - 1)].TrimEnd() + "…"
        : unfinished ? line + "…"
        : line;
}
