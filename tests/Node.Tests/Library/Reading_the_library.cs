using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Tests.Library;

public sealed class Reading_the_library(PostgresServer server) : IAsyncLifetime
{
    private static readonly string North = LibraryOfATest.Chapter('a');
    private static readonly Guid Practice = Guid.Parse("0197a000-0000-7000-8000-0000000000ab");

    private LibraryOfATest library = null!;
    private LibraryPagesOfATest pages = null!;

    public async ValueTask InitializeAsync()
    {
        library = await LibraryOfATest.On(Engine.Sqlite, server);
        pages = await LibraryPagesOfATest.Of(library, Access.Everybody);
    }

    public async ValueTask DisposeAsync()
    {
        await pages.DisposeAsync();
        await library.DisposeAsync();
    }

    [Theory]
    [InlineData("/fr/bibliotheque", "Les pratiques du réseau paraîtront ici")]
    [InlineData("/en/library", "will appear here")]
    public async Task teaches_while_it_is_empty(string path, string says)
    {
        var (status, page) = await pages.Get(path);

        Assert.Equal(200, status);
        Assert.Contains(says, page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/bibliotheque", "en", "fr")]
    [InlineData("/en/library", "fr", "en")]
    public async Task marks_what_is_in_the_other_language(string path, string other, string own)
    {
        await Fill();

        var (_, page) = await pages.Get($"{path}?language={other}");
        Assert.NotEmpty(page.QuerySelectorAll(".entries > li"));
        Assert.All(page.QuerySelectorAll(".entries h3"), h => Assert.Equal(other, h.GetAttribute("lang")));
        (_, page) = await pages.Get($"{path}?language={own}");
        Assert.All(page.QuerySelectorAll(".entries h3"), h => Assert.Null(h.GetAttribute("lang")));
    }

    [Fact]
    public async Task keeps_the_search_from_page_to_page_and_language_to_language()
    {
        await Fill();

        Assert.Equal(200, (await pages.Get("/fr/bibliotheque?q=famil&page=abc")).Status);
        var (_, page) = await pages.Get("/fr/bibliotheque?q=famil&chime=hope&page=2");
        Assert.Equal("famil", page.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.Equal("hope", page.QuerySelector("select[name=chime] option[selected]")!.GetAttribute("value"));
        Assert.Equal("/fr/bibliotheque?q=famil&chime=hope&page=3", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal("/fr/bibliotheque?q=famil&chime=hope", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("/en/library?q=famil&chime=hope&page=2", page.QuerySelector("a.language")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/fr/bibliotheque?q=zzz", "Rien ne correspond")]
    [InlineData("/en/library?q=%00%22%27*&topic=none&page=-7", "Nothing matches")]
    public async Task says_what_to_do_when_nothing_is_found(string path, string says)
    {
        await Fill();

        var (status, page) = await pages.Get(path);

        Assert.Equal(200, status);
        Assert.Contains(says, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/bibliotheque/", "Signée par", "À son arrivée, la signature a été vérifiée")]
    [InlineData("/en/library/", "Signed by", "the signature was verified")]
    public async Task says_where_a_practice_comes_from(string path, string by, string verified)
    {
        await library.Profile(North, "Communauté de l’Érable", contact: "bonjour@example.org");
        await library.Share(North, Practice, "Café du lundi", "Un café", "Du **bon** café.", topics: ["hiring-peers"], chime: ["hope"]);
        await library.CatchUp();

        var (status, page) = await pages.Get($"{path}{North}/{Practice}");

        Assert.Equal(200, status);
        Assert.Equal("Café du lundi", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("bon", page.QuerySelector(".prose strong")!.TextContent);
        var text = page.Body!.TextContent;
        Assert.Contains(by, text, StringComparison.Ordinal);
        Assert.Contains("Communauté de l’Érable", text, StringComparison.Ordinal);
        Assert.Contains(verified, text, StringComparison.Ordinal);
        Assert.True(NodeId.TryParse(North, out var id));
        Assert.Contains(SixWords.Of(id), text, StringComparison.Ordinal);
        Assert.Equal(64, page.QuerySelector("details code")!.TextContent.Length);
        Assert.Equal("mailto:bonjour@example.org", page.QuerySelector("a[href^=mailto]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task leads_to_the_same_practice_in_the_other_language()
    {
        var english = Guid.Parse("0197a000-0000-7000-8000-0000000000ac");
        var original = await library.Share(North, Practice, "Café du lundi");
        await library.Share(North, english, "Monday coffee", language: "en", translates: original);
        await library.CatchUp();

        foreach (var path in new[] { $"/fr/bibliotheque/{North}/{Practice}", $"/en/library/{North}/{Practice}", "/fr/bibliotheque?language=fr" })
        {
            var link = (await pages.Get(path)).Page.QuerySelector("main a[hreflang]")!;
            Assert.Equal(("Read in English", "en", $"/en/library/{North}/{english}"), (link.TextContent, link.GetAttribute("hreflang"), link.GetAttribute("href")));
            Assert.Equal(path.StartsWith("/fr", StringComparison.Ordinal) ? "en" : null, link.GetAttribute("lang"));
        }

        Assert.Equal("Lire en français", (await pages.Get($"/en/library/{North}/{english}")).Page.QuerySelector("main a[hreflang]")!.TextContent);
    }

    [Theory]
    [InlineData("/fr/bibliotheque", "Café du lundi", "Une pratique")]
    [InlineData("/fr/bibliotheque?q=coffee", "Café du lundi", "Une pratique")]
    [InlineData("/en/library?q=lundi", "Monday coffee", "One practice")]
    public async Task shows_a_practice_in_two_languages_once_and_marks_it(string path, string title, string count)
    {
        var original = await library.Share(North, Practice, "Café du lundi");
        await library.Share(North, Guid.Parse("0197a000-0000-7000-8000-0000000000ac"), "Monday coffee", language: "en", translates: original);
        await library.CatchUp();

        var (_, page) = await pages.Get(path);

        var entry = Assert.Single(page.QuerySelectorAll("ul.entries > li"));
        Assert.Equal((title, count), (entry.QuerySelector("h3")!.TextContent, page.QuerySelector("#results")!.TextContent));
        Assert.Contains("FR\u00a0·\u00a0EN", entry.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task shows_what_a_revision_changed()
    {
        await library.Share(North, Practice, "Café du lundi", text: "Le café est bon.\nOn parle.");
        await library.Share(North, Practice, "Café du lundi", text: "Le thé est bon.\nOn parle.", revision: 2);
        await library.CatchUp();

        var (_, practice) = await pages.Get($"/fr/bibliotheque/{North}/{Practice}");
        var link = practice.QuerySelector($"a[href$='/revisions/2']")!.GetAttribute("href")!;
        var (_, page) = await pages.Get(link);

        Assert.Equal("retiré\u00a0: café fin. ", page.QuerySelector("pre del")!.TextContent);
        Assert.Equal("ajouté\u00a0: thé fin. ", page.QuerySelector("pre ins")!.TextContent);
        Assert.Equal("Le retiré\u00a0: café fin. ajouté\u00a0: thé fin.  est bon.\nOn parle.", page.QuerySelector("pre")!.TextContent);
        Assert.Equal(404, (await pages.Get($"/fr/bibliotheque/{North}/{Practice}/revisions/1")).Status);
    }

    [Theory]
    [InlineData("/fr/bibliotheque/", "2 mars 2026", "La communauté qui l’avait partagée")]
    [InlineData("/en/library/", "March 2, 2026", "The community that had shared it")]
    public async Task says_that_a_practice_was_withdrawn_and_nothing_of_its_text(string path, string day, string by)
    {
        var item = await library.Share(North, Practice, "Café du lundi", "Un café", "Du bon café.");
        await library.Withdraw(North, Practice, item);
        await library.CatchUp();

        var (status, page) = await pages.Get($"{path}{North}/{Practice}");

        Assert.Equal(410, status);
        Assert.Contains(day, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(by, page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("afé", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/0197a000-0000-7000-8000-0000000000ff")]
    [InlineData("quelquun/0197a000-0000-7000-8000-0000000000ab")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/une-pratique")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/0197a000-0000-7000-8000-0000000000ff/revisions/2")]
    public async Task has_no_page_for_what_was_never_shared(string address)
    {
        Assert.Equal(404, (await pages.Get("/fr/bibliotheque/" + address)).Status);
        Assert.Equal(404, (await pages.Get("/en/library/" + address)).Status);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("![x](https://example.org/x.png)")]
    [InlineData("</title><script>alert(1)</script>")]
    [InlineData("<a href=\"data:text/html,x\" style=\"x\">y</a>")]
    public async Task runs_nothing_that_a_text_brings_along(string evil)
    {
        await library.Profile(North, evil, contact: evil);
        await library.Share(North, Practice, evil, evil, evil);
        await library.Share(North, Practice, evil + " 2", evil + " 2", evil + " 2", revision: 2);
        await library.CatchUp();

        foreach (var path in new[] { "", "?q=" + Uri.EscapeDataString(evil), "?chapter=" + Uri.EscapeDataString(evil), $"/{North}/{Practice}", $"/{North}/{Practice}/revisions/2" })
        {
            var (status, page) = await pages.Get("/fr/bibliotheque" + path);
            Assert.Equal(200, status);
            Assert.Empty(page.QuerySelectorAll("script:not(head > [src^='/files/']), img, svg:not(.mark), [onerror], [onload], main [style]"));
            Assert.All(page.QuerySelectorAll("main a"), a => Assert.Matches("^(/|#|https://|mailto:|\\?)", a.GetAttribute("href") ?? "/"));
        }
    }

    [Fact]
    public async Task is_refused_to_those_it_is_not_for()
    {
        await using var closed = await LibraryPagesOfATest.Of(library, Access.Members);
        await library.Share(North, Practice, "Café du lundi");
        await library.CatchUp();

        foreach (var path in new[] { "/fr/bibliotheque", $"/fr/bibliotheque/{North}/{Practice}", $"/fr/bibliotheque/{North}/{Practice}/revisions/2" })
        {
            var (status, page) = await closed.Get(path);
            Assert.Equal(403, status);
            Assert.DoesNotContain("Café", page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    private async Task Fill()
    {
        await Corpus.Share(library);
        await library.CatchUp();
    }
}
