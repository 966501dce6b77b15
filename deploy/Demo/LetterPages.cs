using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using MimeKit;

namespace RecoveryCoP.Demo;

/// <summary>The pages that show the letters: the list, which renews itself, and one letter as its reader gets it.</summary>
internal static class LetterPages
{
    public const string Html = "text/html; charset=utf-8";

    public const string Style =
        """
        :root { color-scheme: light dark; --line: color-mix(in srgb, CanvasText 22%, Canvas); --quiet: color-mix(in srgb, CanvasText 70%, Canvas) }
        body { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem; font: 1.05rem/1.55 "Segoe UI", "Source Sans 3", "Noto Sans", system-ui, sans-serif }
        h1 { font-size: 1.5rem; line-height: 1.25 }
        ul { list-style: none; padding: 0 }
        li { border-top: 1px solid var(--line); padding: .6rem 0 }
        a { color: LinkText; overflow-wrap: anywhere }
        .quiet { color: var(--quiet); font-size: .95rem; margin: 0 }
        article { white-space: pre-wrap; border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; overflow-wrap: anywhere }
        article a { display: inline-block; max-width: 100%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; vertical-align: bottom }
        """;

    private static readonly HtmlEncoder encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    /// <summary>All of them, the newest first.</summary>
    public static string List(LettersEntry at, IReadOnlyList<(int Number, MimeMessage Letter)> letters)
    {
        var page = new StringBuilder(Head(at, "Courriels de la démonstration · Messages of the demo", isRenewed: true));
        page.Append("<h1>Les courriels de la démonstration<br><span lang=\"en\">Messages of the demo</span></h1>\n")
            .Append("<p class=\"quiet\">Aucun ne quitte cette machine. La page se renouvelle d’elle-même. <span lang=\"en\">None leaves this machine. The page renews itself.</span></p>\n")
            .Append(CultureInfo.InvariantCulture, $"<p><a href=\"/{at.Key}/calendars\">Calendriers abonnés · Subscribed calendars</a></p>\n");
        if (letters.Count == 0)
        {
            page.Append("<p>Rien encore. Demandez un lien pour entrer, annoncez une rencontre. <span lang=\"en\">Nothing yet. Ask for a link to sign in, announce a meeting.</span></p>\n");
        }

        page.Append("<ul>\n");
        foreach (var (number, letter) in letters)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li lang=\"{LanguageOf(letter)}\"><a href=\"/{at.Key}/{number}\">{Encoded(letter.Subject)}</a><p class=\"quiet\">{Encoded(letter.To.Mailboxes.First().Address)} · {letter.Date.ToLocalTime():yyyy-MM-dd HH:mm}</p></li>\n");
        }

        return page.Append("</ul></main></body></html>\n").ToString();
    }

    /// <summary>One of them.</summary>
    public static string One(LettersEntry at, int number, MimeMessage letter)
    {
        var page = new StringBuilder(Head(at, letter.Subject ?? "", isRenewed: false));
        page.Append(CultureInfo.InvariantCulture, $"<p><a href=\"/{at.Key}\">← Courriels · Messages</a></p>\n<div lang=\"{LanguageOf(letter)}\">\n<h1>{Encoded(letter.Subject)}</h1>\n")
            .Append(CultureInfo.InvariantCulture, $"<p class=\"quiet\">{Encoded(letter.From.ToString())} → {Encoded(letter.To.ToString())}</p>\n<article>{Linked(letter.TextBody ?? "")}</article>\n<ul>\n");
        foreach (var (index, file) in letter.Attachments.OfType<TextPart>().Index())
        {
            page.Append(CultureInfo.InvariantCulture, $"<li><a href=\"/{at.Key}/{number}/{index}\" download>{Encoded(file.FileName)}</a></li>\n");
        }

        return page.Append("</ul></div></main></body></html>\n").ToString();
    }

    /// <summary>How each page begins.</summary>
    public static string Head(LettersEntry at, string title, bool isRenewed) =>
        $"<!DOCTYPE html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">{(isRenewed ? "<meta http-equiv=\"refresh\" content=\"5\">" : "")}"
        + $"<title>{Encoded(title)}</title><link rel=\"stylesheet\" href=\"/{at.Key}/letters.css\"></head><body><main>\n";

    // Addresses stand alone on their lines.
    private static string Linked(string body) => string.Join('\n', body.ReplaceLineEndings("\n").Split('\n').Select(line =>
        Uri.TryCreate(line, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? $"<a href=\"{Encoded(line)}\" rel=\"noreferrer\">{Encoded(line)}</a>" : Encoded(line)));

    private static string LanguageOf(MimeMessage letter) => letter.Body?.Headers[HeaderId.ContentLanguage] == "en" ? "en" : "fr";

    /// <summary>Safe in a page.</summary>
    public static string Encoded(string? text) => encoder.Encode(text ?? "");
}
