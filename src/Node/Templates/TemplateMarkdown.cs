using System.Text.RegularExpressions;

namespace RecoveryCoP.Node.Templates;

/// <summary>A piece of a Markdown file.</summary>
/// <param name="Text">What it says, without empty lines around it.</param>
/// <param name="Line">The line that it begins on, from 1.</param>
internal sealed record MarkdownPiece(string Text, int Line);

/// <summary>A section of a Markdown file: <c>## Heading {#id}</c> and what follows.</summary>
/// <param name="Heading">What its heading says, without its id.</param>
/// <param name="Id">Its id; null where it says none.</param>
/// <param name="Body">What it says.</param>
internal sealed record MarkdownSection(MarkdownPiece Heading, string? Id, MarkdownPiece Body);

/// <summary>A Markdown file in its pieces; what they mean is for <see cref="TemplateMarkdownFiles"/> to say.</summary>
internal sealed partial class TemplateMarkdown
{
    private const string Fence = "---";

    /// <summary>The codes on top, by name: lines <c>name: value</c> between two lines of three hyphens.</summary>
    public Dictionary<string, MarkdownPiece> Front { get; } = [];

    /// <summary>The title; null where there is none.</summary>
    public MarkdownPiece? Title { get; private set; }

    /// <summary>What stands before the first section.</summary>
    public MarkdownPiece Opening { get; private set; } = new("", 1);

    /// <summary>The sections, in order.</summary>
    public List<MarkdownSection> Sections { get; } = [];

    /// <summary>True for a line that begins a section: two number signs, neither one nor three.</summary>
    public static bool IsSection(string line) => line == "##" || line.StartsWith("## ", StringComparison.Ordinal) || line.StartsWith("##\t", StringComparison.Ordinal);

    /// <summary>Takes a file apart.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="text">What it says.</param>
    /// <param name="kind">What it holds.</param>
    /// <param name="faults">Where faults go.</param>
    public static TemplateMarkdown Of(string file, string text, TemplateKind kind, ICollection<TemplateFault> faults)
    {
        var read = new TemplateMarkdown();
        var lines = text.Split('\n');
        var at = kind.Fields.Any(f => !f.IsWritten) ? read.ReadFront(file, lines, faults) : 0;
        if (kind.Heading is not null)
        {
            at = NextText(lines, at);
            if (at < lines.Length && lines[at].StartsWith("# ", StringComparison.Ordinal))
            {
                read.Title = new(lines[at][2..].Trim(), at + 1);
                at++;
            }
            else
            {
                faults.Add(new(file, Math.Min(at, lines.Length - 1) + 1, Refusal.Of("template.title-line")));
            }
        }

        var end = kind.HasSections ? NextSection(lines, at) : lines.Length;
        read.Opening = Piece(lines, at, end);
        while (end < lines.Length)
        {
            var start = end;
            end = NextSection(lines, start + 1);
            var heading = IdAtEnd().Match(lines[start]);
            var words = heading.Success ? lines[start][..heading.Index] : lines[start];
            read.Sections.Add(new(new(words[2..].Trim(), start + 1), heading.Success ? heading.Groups[1].Value : null, Piece(lines, start + 1, end)));
        }

        return read;
    }

    private int ReadFront(string file, string[] lines, ICollection<TemplateFault> faults)
    {
        if (lines[0].TrimEnd() != Fence)
        {
            return 0;
        }

        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence);
        if (end < 0)
        {
            faults.Add(new(file, 1, Refusal.Of("template.front-open")));
            return 1;
        }

        for (var at = 1; at < end; at++)
        {
            var colon = lines[at].IndexOf(':', StringComparison.Ordinal);
            if (string.IsNullOrWhiteSpace(lines[at]))
            {
                continue;
            }

            if (colon <= 0)
            {
                faults.Add(new(file, at + 1, Refusal.Of("template.front-line")));
            }
            else if (!Front.TryAdd(lines[at][..colon].Trim(), new(lines[at][(colon + 1)..].Trim(), at + 1)))
            {
                faults.Add(new(file, at + 1, Refusal.Of("template.key-twice", "", lines[at][..colon].Trim())));
            }
        }

        return end + 1;
    }

    // What says nothing stands where its heading does.
    private static MarkdownPiece Piece(string[] lines, int from, int to)
    {
        var start = Math.Min(NextText(lines, from), to);
        return start == to ? new("", Math.Max(from, 1)) : new(string.Join('\n', lines[start..to]).Trim(), start + 1);
    }

    private static int NextText(string[] lines, int from)
    {
        var at = Array.FindIndex(lines, from, line => !string.IsNullOrWhiteSpace(line));
        return at < 0 ? lines.Length : at;
    }

    private static int NextSection(string[] lines, int from)
    {
        var at = from < lines.Length ? Array.FindIndex(lines, from, IsSection) : -1;
        return at < 0 ? lines.Length : at;
    }

    [GeneratedRegex(@"\{#([^{}]*)\}\s*\z")]
    private static partial Regex IdAtEnd();
}
