using AngleSharp.Html.Parser;
using CsCheck;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Tests.Web;

public sealed class Markdown_from_people
{
    public static TheoryData<string> Attacks =>
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))",
        "[a](java\tscript:alert(1))", "[a](java&#115;cript:alert(1))", "[a](&#x6A;avascript:alert(1))", "<javascript:alert(1)>",
        "[a](data:text/html;base64,PHNjcmlwdD4=)", "[a](vbscript:msgbox)", "[a](  javascript:alert(1))", "[a]: javascript:alert(1)\n\n[a]",
        "![a](https://example.org/pixel.png)", "![a](x \"onerror=alert(1)\")", "[a](https://example.org \"x\\\" onclick=alert(1)\")",
        "<style>*{display:none}</style>", "<div style=\"position:fixed\">", "<svg/onload=alert(1)>", "<iframe src=//evil>", "<form action=//evil><input>",
        "[a](//evil.example)", "[a](/fr/supprimer)", "[a](http://plain.example)", "[a](file:///etc/passwd)", "`<script>`", "~~~\n</code><script>alert(1)</script>\n~~~",
        "| a |\n|---|\n| <b onclick=x>b</b> |", "<a href=\"&#14;javascript:alert(1)\">x</a>", "[a](\u0001javascript:alert(1))", "<math><mi//xlink:href=\"data:x,alert(1)\">",
        "[a](https:javascript:alert(1))", "[a](https://example.org@evil.example)", "https://example.org:a@evil.example", "<!--><script>alert(1)</script>-->", "]]><script>alert(1)</script>",
    ];

    [Theory]
    [InlineData("Une question : laquelle ?", "<p>Une question\u00a0: laquelle\u00a0?</p>")]
    [InlineData("On dit « bonjour » ici", "<p>On dit «\u00a0bonjour\u00a0» ici</p>")]
    [InlineData("Dites-le *ici* : « *bien* »", "<p>Dites-le <em>ici</em>\u00a0: «\u00a0<em>bien</em>\u00a0»</p>")]
    [InlineData("`a : b`", "<p><code>a : b</code></p>")]
    public void does_not_let_a_line_begin_with_a_sign_that_was_typed_after_a_space(string typed, string html) =>
        Assert.Equal(html, System.Net.WebUtility.HtmlDecode(SafeMarkdown.ToHtml(typed)).Trim());

    [Theory]
    [InlineData("Avez-vous lu https://example.org/guide ?", "https://example.org/guide")]
    [InlineData("Avez-vous lu https://example.org ?", "https://example.org")]
    [InlineData("Lisez « https://example.org/a » ici", "https://example.org/a")]
    public void takes_no_sign_after_a_space_for_a_part_of_an_address(string typed, string address) =>
        Assert.Contains($"href=\"{address}\"", SafeMarkdown.ToHtml(typed), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Attacks))]
    public void can_do_nothing(string markdown) => AssertHarmless(SafeMarkdown.ToHtml(markdown));

    [Fact]
    public void can_do_nothing_whatever_is_strung_together()
    {
        var parts = Gen.OneOf(((string[])[.. Attacks.Select(a => a.Data), "\n", "\n\n", "> ", "[", "](", ")", "<", ">", "\"", "`", "|", "\\", "\0"]).Select(Gen.Const).ToArray());
        parts.Array[1, 12].Select(p => string.Concat(p)).Sample(m => AssertHarmless(SafeMarkdown.ToHtml(m)), iter: 2000);
    }

    [Fact]
    public void keeps_what_people_need()
    {
        var html = SafeMarkdown.ToHtml("# Titre\n\n*un* **deux**\n\n3. a\n4. b\n\n> cité\n\n[lien](https://example.org/a?b=c) [mel](mailto:a@example.org)", 3);
        Assert.Contains("<h3>Titre</h3>", html, StringComparison.Ordinal);
        Assert.Contains("<em>un</em> <strong>deux</strong>", html, StringComparison.Ordinal);
        Assert.Contains("<ol start=\"3\">", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://example.org/a?b=c\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"mailto:a@example.org\"", html, StringComparison.Ordinal);
        Assert.Contains("rel=\"noopener noreferrer nofollow\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ends_its_lines_where_its_writer_did() =>
        Assert.Equal("<p>Bonjour,<br>\nà mardi.</p>", SafeMarkdown.ToHtml("Bonjour,\nà mardi.").Trim());

    [Theory]
    [InlineData("Voir https://example.org/a.", "https://example.org/a")]
    [InlineData("Voir www.example.org", "https://www.example.org")]
    public void links_an_address_that_stands_alone(string markdown, string address) =>
        Assert.Equal(address, new HtmlParser().ParseDocument(SafeMarkdown.ToHtml(markdown)).QuerySelector("a")!.GetAttribute("href"));

    [Theory]
    [InlineData("Un paragraphe\n---\nUn autre", "Un paragraphe")]
    [InlineData("Un paragraphe\n===", "Un paragraphe")]
    [InlineData("# \n\nTexte", "Texte")]
    [InlineData("Texte\n\n#", "Texte")]
    [InlineData("#1 sur la liste", "#1 sur la liste")]
    public void has_no_heading_that_nobody_meant(string markdown, string kept)
    {
        var body = new HtmlParser().ParseDocument(SafeMarkdown.ToHtml(markdown)).Body!;

        Assert.Empty(body.QuerySelectorAll("h1, h2, h3, h4, h5, h6"));
        Assert.Contains(kept, body.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[a](https://example.org) https://example.org/b <c@example.org> `http://example.org`", "")]
    [InlineData("Appelez tel:514-555-0100", "")]
    [InlineData("[a](http://example.org)", "http://example.org")]
    [InlineData("http://example.org/a", "http://example.org/a")]
    [InlineData("[a](/fr/pratiques)", "/fr/pratiques")]
    public void says_which_of_its_links_nobody_could_open(string markdown, string dead) =>
        Assert.Equal(dead, string.Join(' ', SafeMarkdown.DeadLinks(markdown)));

    [Theory]
    [InlineData(">")]
    [InlineData("[")]
    [InlineData("- ")]
    [InlineData("*a **b ")]
    [InlineData("![")]
    public void nested_without_end_is_shown_all_the_same(string piece) =>
        AssertHarmless(SafeMarkdown.ToHtml(string.Concat(Enumerable.Repeat(piece, 10_000))));

    [Theory]
    [InlineData("*a_")]
    [InlineData("[")]
    [InlineData("[a](")]
    [InlineData(">")]
    [InlineData("`a")]
    public void of_little_but_signs_is_shown_as_it_was_typed(string piece)
    {
        var typed = string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length));

        var body = new HtmlParser().ParseDocument($"<body>{SafeMarkdown.ToHtml(typed)}").Body!;

        Assert.Equal(typed, body.TextContent);
        Assert.Equal(["P"], body.QuerySelectorAll("*").Select(e => e.TagName));
    }

    [Fact]
    public void is_rendered_once_for_each_text_and_level_of_headings()
    {
        string Text(string last) => string.Concat(Enumerable.Repeat("Un *mot*.\n\n", 500)) + "# " + last;

        Assert.Same(SafeMarkdown.ToHtml(Text("Fin")), SafeMarkdown.ToHtml(Text("Fin")));
        Assert.NotEqual(SafeMarkdown.ToHtml(Text("Fin")), SafeMarkdown.ToHtml(Text("Fin"), topHeading: 4));
        Assert.Contains("Autre", SafeMarkdown.ToHtml(Text("Autre")), StringComparison.Ordinal);
    }

    private static void AssertHarmless(string html)
    {
        var body = new HtmlParser().ParseDocument($"<body>{html}").Body!;
        Assert.Empty(body.QuerySelectorAll("script, style, img, svg, math, iframe, form, input, object, embed, link, meta, base, template"));
        foreach (var attribute in body.QuerySelectorAll("*").SelectMany(e => e.Attributes))
        {
            Assert.Contains(attribute.Name, (string[])["href", "rel", "start"]);
            if (attribute.Name == "href")
            {
                Assert.True(attribute.Value.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || attribute.Value.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase), attribute.Value);
                Assert.True(!attribute.Value.StartsWith("https", StringComparison.OrdinalIgnoreCase) || new Uri(attribute.Value).UserInfo.Length == 0, attribute.Value);
            }
        }
    }
}
