using System.Net;
using RecoveryCoP.Hub.Tests.Harness;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Hub.Tests.Pages;

public sealed class The_public_pages(HubOnSqlite engine) : AtAHub(engine), IClassFixture<HubOnSqlite>
{
    [Theory]
    [InlineData("/fr", "/fr/a-propos", "À propos", "ce que de petites communautés de pratique du Québec ont appris")]
    [InlineData("/en", "/en/about", "About", "what small communities of practice across Québec have learned")]
    [InlineData("/fr", "/fr/nous-joindre", "Nous joindre", "vie-privee@carrefour.example")]
    [InlineData("/en", "/en/contact", "Contact", "988: suicide crisis helpline")]
    [InlineData("/fr", "/fr/vie-privee", "Vie privée", "il ne garde rien sur les personnes qui le lisent")]
    [InlineData("/en", "/en/privacy", "Privacy", "You and those who manage access")]
    public async Task say_at_the_foot_of_every_page_what_this_is_whom_to_write_to_and_what_is_kept(string from, string path, string title, string says)
    {
        using var visitor = new FormClient(Hub.Web);

        var page = await visitor.Open(path, Cancel);

        Assert.Equal(title, (await visitor.Open(from, Cancel)).Page.QuerySelector($"footer a[href='{path}']")!.TextContent);
        Assert.Equal((HttpStatusCode.OK, title), (page.Status, page.Page.QuerySelector("h1")!.TextContent));
        Assert.Contains(says, page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task let_crawlers_read_all_but_the_sign_in_page()
    {
        using var http = new HttpClient { BaseAddress = Hub.Web };

        Assert.Equal("User-agent: *\nDisallow: /fr/entrer\nDisallow: /en/sign-in\n", await http.GetStringAsync(new Uri("/robots.txt", UriKind.Relative), Cancel));
    }

    [Fact]
    public async Task of_a_practice_have_a_preview_its_licence_and_how_to_cite_it()
    {
        var practice = new Guid("0197a7a0-0000-7000-8000-00000000002a");
        var chapter = await Hub.Admitted();
        var number = chapter.Feed.Count;
        await chapter.Push(chapter.Revise("Le thé du mardi", practice: practice, revisedAt: new DateTimeOffset(2026, 3, 1, 15, 0, 0, TimeSpan.Zero)));
        await Until(async () => await Hub.Database.Find<long>("select count(*) from library_practice where practice_id = @practice", new { practice }, Cancel) == 1);
        using var visitor = new FormClient(Hub.Web);

        var page = (await visitor.Open($"/fr/bibliotheque/{chapter.Id}/{practice}", Cancel)).Page;

        Assert.Equal("En bref.", Meta("meta[name=description]"));
        Assert.Equal("Le thé du mardi", Meta("meta[property='og:title']"));
        Assert.Equal("En bref.", Meta("meta[property='og:description']"));
        Assert.Equal("Carrefour provincial", Meta("meta[property='og:site_name']"));
        Assert.Equal("article", Meta("meta[property='og:type']"));
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/deed.fr", page.QuerySelector("a[rel~=license]")!.GetAttribute("href"));
        Assert.Equal(
            $"Communauté de l’Estrie. Le thé du mardi (révision {number}, 1er mars 2026). Carrefour provincial. CC BY 4.0. {Hub.Get<NodeOptions>().Address}/fr/bibliotheque/{chapter.Id}/{practice}",
            string.Join(' ', page.QuerySelector(".citation")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

        string? Meta(string selector) => page.Head!.QuerySelector(selector)?.GetAttribute("content");
    }
}
