using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Ganss.Xss;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.Extensions.Caching.Memory;

namespace RecoveryCoP.Node.Web;

/// <summary>
/// Turns what people write into HTML that can do nothing: raw HTML is shown as text, and what the writer produced passes an
/// allow-list, because Markdown alone lets <c>javascript:</c> links through. Done when it is shown, so a later fix of the list
/// covers what was written before it; long texts are kept as rendered, in memory only, so that a page asked for again costs nothing again. A line ends where its writer ended it, and an address is a link without further signs: people write as
/// in a letter. A line below a paragraph makes no heading of it, which nobody means who draws a line.
/// </summary>
public static partial class SafeMarkdown
{
    // More signs than anybody writes: what emphasis and links cost grows with the square of their number.
    private const int MostSigns = 4000;

    // Characters of texts that are kept as rendered; and shorter ones are as soon rendered as found.
    private const int MostKept = 2_000_000, ShortestKept = 2000;

    private static readonly SearchValues<char> Signs = SearchValues.Create("*_[<>`~");

    private static readonly MemoryCache Kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    private static readonly MarkdownPipeline Pipeline = Forgiving(), WithHtml = Forgiving(html: true);

    private static readonly string[] Tags =
    [
        "p", "br", "hr", "strong", "em", "ul", "ol", "li", "blockquote", "code", "pre", "a",
        "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
    ];

    private static readonly HtmlSanitizer Sanitizer = Strict();

    /// <summary>The HTML of a text.</summary>
    /// <param name="markdown">As written, of any size and intent.</param>
    /// <param name="topHeading">The level the writer's first-level headings get (2 to 6), so that they fit under the page's own.</param>
    public static string ToHtml(string markdown, int topHeading = 2)
    {
        if (markdown.Length < ShortestKept)
        {
            return Render(markdown, topHeading);
        }

        return Kept.GetOrCreate((Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(markdown.AsSpan()))), topHeading), entry =>
        {
            var html = Render(markdown, topHeading);
            entry.Size = html.Length;
            return html;
        })!;
    }

    private static string Render(string markdown, int topHeading)
    {
        if (IsKnotted(markdown))
        {
            return AsTyped(markdown);
        }

        try
        {
            var document = Markdown.Parse(markdown, Pipeline);
            Fit(document, topHeading);
            TieSigns(document);
            return Sanitizer.Sanitize(document.ToHtml(Pipeline));
        }
        catch (ArgumentException)
        {
            // Markdig refuses nesting deeper than any writer's: such a text is shown as it was typed.
            return AsTyped(markdown);
        }
    }

    // In what is read as words only: an address would take the tied space for its own.
    private static void TieSigns(MarkdownDocument document)
    {
        foreach (var words in document.Descendants<LiteralInline>())
        {
            words.Content = new StringSlice(Typography.TieSigns(words.Content.ToString()));
        }
    }

    private static string AsTyped(string markdown) => $"<p>{HtmlEncoder.Default.Encode(markdown)}</p>";

    private static bool IsKnotted(ReadOnlySpan<char> text)
    {
        var signs = 0;
        for (var at = text.IndexOfAny(Signs); at >= 0; at = text.IndexOfAny(Signs))
        {
            signs++;
            text = text[(at + 1)..];
        }

        return signs > MostSigns;
    }

    /// <summary>The addresses of a text's links that no reader could open: anything but a whole mail or https address, and one that hides its host behind a name. A number to call is read, and dialled, as it stands.</summary>
    public static IReadOnlyList<string> DeadLinks(string markdown)
    {
        if (IsKnotted(markdown))
        {
            return [];
        }

        try
        {
            var document = Markdown.Parse(markdown, Pipeline);
            return [.. document.Descendants<LinkInline>().Select(l => l.Url ?? "").Concat(document.Descendants<AutolinkInline>().Select(l => l.IsEmail ? "mailto:" + l.Url : l.Url)).Where(IsDead)];
        }
        catch (ArgumentException)
        {
            return [];
        }
    }

    /// <summary>What of a text its readers would not see as it was written, with its line from 0: for texts that many communities will show, which are mended before they go out.</summary>
    public static IReadOnlyList<MarkdownFault> Faults(string markdown)
    {
        if (IsKnotted(markdown))
        {
            return [new(0, MarkdownFaultKind.Knotted, "")];
        }

        try
        {
            var document = Markdown.Parse(markdown, WithHtml);
            return
            [
                .. document.Descendants<HtmlBlock>().Select(b => new MarkdownFault(b.Line, MarkdownFaultKind.Html, b.Lines.ToString().Trim().Split('\n')[0])),
                .. document.Descendants<HtmlInline>().Select(i => new MarkdownFault(i.Line, MarkdownFaultKind.Html, i.Tag)),
                .. document.Descendants<LinkInline>().Where(l => l.IsImage).Select(l => new MarkdownFault(l.Line, MarkdownFaultKind.Picture, l.Url ?? "")),
                .. document.Descendants<LinkInline>().Where(l => !l.IsImage && IsDead(l.Url ?? "")).Select(l => new MarkdownFault(l.Line, MarkdownFaultKind.Link, l.Url ?? "")),
                .. document.Descendants<AutolinkInline>().Where(l => !l.IsEmail && IsDead(l.Url)).Select(l => new MarkdownFault(l.Line, MarkdownFaultKind.Link, l.Url)),
            ];
        }
        catch (ArgumentException)
        {
            return [new(0, MarkdownFaultKind.Knotted, "")];
        }
    }

    private static bool IsDead(string url) => !IsFarAndSafe(url) && !url.StartsWith("tel:", StringComparison.OrdinalIgnoreCase);

    private static MarkdownPipeline Forgiving(bool html = false)
    {
        var builder = (html ? new MarkdownPipelineBuilder() : new MarkdownPipelineBuilder().DisableHtml()).UsePipeTables().UseSoftlineBreakAsHardlineBreak().UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true });
        builder.BlockParsers.Find<ParagraphBlockParser>()!.ParseSetextHeadings = false;
        return builder.Build();
    }

    private static void Fit(MarkdownDocument document, int topHeading)
    {
        // A heading of nothing would be read aloud as one.
        foreach (var empty in document.Descendants<HeadingBlock>().Where(h => h.Inline?.FirstChild is null).ToList())
        {
            empty.Parent!.Remove(empty);
        }

        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Min(6, heading.Level + topHeading - 1);
        }

        // A picture from elsewhere would tell that elsewhere who reads; its description stays, as a link.
        foreach (var picture in document.Descendants<LinkInline>().Where(l => l.IsImage))
        {
            picture.IsImage = false;
        }
    }

    private static HtmlSanitizer Strict()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Tags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(["href", "start", "rel"], StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["https", "mailto"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href"], StringComparer.OrdinalIgnoreCase),
        });
        // A relative link in a text from another chapter would point into this one.
        sanitizer.FilterUrl += (_, url) => url.SanitizedUrl = IsFarAndSafe(url.SanitizedUrl) ? url.SanitizedUrl : null;
        sanitizer.PostProcessNode += (_, e) =>
        {
            if (e.Node is AngleSharp.Html.Dom.IHtmlAnchorElement link)
            {
                link.SetAttribute("rel", "noopener noreferrer nofollow");
            }
        };
        return sanitizer;
    }

    private static bool IsFarAndSafe(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri is { Scheme: "https", UserInfo: "" } or { Scheme: "mailto" };
}

/// <summary>Something in a text that its readers would not see as it was written.</summary>
/// <param name="Line">Its line, from 0.</param>
/// <param name="Kind">What it is.</param>
/// <param name="What">As it was written.</param>
public sealed record MarkdownFault(int Line, MarkdownFaultKind Kind, string What);

/// <summary>What people write and readers do not see.</summary>
public enum MarkdownFaultKind
{
    /// <summary>HTML, which is shown as the signs that it is written in.</summary>
    Html,

    /// <summary>A picture, of which a link remains.</summary>
    Picture,

    /// <summary>An address that nobody could open, or that would do something.</summary>
    Link,

    /// <summary>So many signs or such nesting that the whole text is shown as it was typed.</summary>
    Knotted,
}
