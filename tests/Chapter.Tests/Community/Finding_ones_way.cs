using System.Net;
using AngleSharp.Dom;
using RecoveryCoP.Chapter.Tests.Members;

namespace RecoveryCoP.Chapter.Tests.Community;

/// <summary>The menu, the account, what there is to look after, tabs and what stands above a page: what each sees.</summary>
public sealed class Finding_ones_way(OpenChapter chapter) : IClassFixture<OpenChapter>
{
    private static readonly string[] _places = ["Accueil", "Rencontres", "Sujets", "Pratiques", "Personnes"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "")]
    [InlineData("steward", "Notre communauté, Accès et rôles, Notre modèle, Notre groupe existait déjà, Réseau, Envoi des courriels, Sauvegardes, État du serveur, Incidents de confidentialité, Hors du Québec")]
    [InlineData("executive", "Notre communauté, Nos textes, Accès et rôles, Séries de rencontres, Ordres du jour types, Changer la charte, Notre modèle, Statistiques")]
    [InlineData("facilitator", "Séries de rencontres, Ordres du jour types")]
    [InlineData("secretary", "")]
    [InlineData("privacy-officer", "Incidents de confidentialité, Hors du Québec")]
    public async Task leads_everybody_to_five_places_and_each_role_to_what_it_looks_after(string? role, string looksAfter)
    {
        var (_, browser) = await chapter.AddMember("Camille", role is null ? [] : [role]);
        var home = await browser.Open("/fr", Cancel);

        Assert.Equal(_places, Words(home.Page, ".menu li:not(.apart)"));
        Assert.All(home.Page.QuerySelectorAll(".menu li:not(.apart) svg"), icon => Assert.Equal("true", icon.GetAttribute("aria-hidden")));
        Assert.Equal(["Ma page", "Sortir"], Words(home.Page, ".account li:not(.in-account)"));
        Assert.Equal("Camille", home.Page.QuerySelector(".account summary")!.TextContent.Trim());
        Assert.Equal(looksAfter.Length > 0, home.Page.QuerySelector(".menu a[href='/fr/a-gerer']") is not null);

        var page = await browser.Open("/fr/a-gerer", Cancel);
        Assert.Equal(looksAfter.Length > 0 ? HttpStatusCode.OK : HttpStatusCode.Forbidden, page.Status);
        Assert.Equal(looksAfter, string.Join(", ", Words(page.Page, ".look-after h2")));
        Assert.Equal(page.Page.QuerySelectorAll(".look-after h2").Length, page.Page.QuerySelectorAll(".look-after p").Length); // each with what it is for
    }

    [Fact]
    public async Task shows_a_visitor_how_to_join_and_to_come_in_and_nothing_that_is_closed()
    {
        var home = await chapter.NewBrowser().Open("/fr", Cancel);

        Assert.Equal(["Accueil", "Se joindre à nous"], Words(home.Page, ".menu li"));
        Assert.NotNull(home.Page.QuerySelector(".tools a[href='/fr/entrer']"));
        Assert.Null(home.Page.QuerySelector(".account"));
    }

    [Theory]
    [InlineData("/fr/pratiques", "Pratiques", "Les nôtres*, Bibliothèque du réseau", "")]
    [InlineData("/fr/bibliotheque", "Pratiques", "Les nôtres, Bibliothèque du réseau*", "")]
    [InlineData("/fr/pratiques/ecrire", "Pratiques", "", "Pratiques")]
    [InlineData("/fr/inviter", "Personnes", "Qui se montre ici, Organisations, Comités, Inviter*", "")]
    [InlineData("/fr/comites", "Personnes", "Qui se montre ici, Organisations, Comités*, Inviter", "")]
    [InlineData("/fr/comites/creer", "Personnes", "", "Personnes, Comités")]
    [InlineData("/fr/inviter/liste", "Personnes", "", "Personnes, Inviter")]
    [InlineData("/fr/rencontres/planifier", "Rencontres", "", "Rencontres")]
    [InlineData("/fr/rencontres/series", "Rencontres", "", "Rencontres")]
    [InlineData("/fr/rencontres/series/preparer", "Rencontres", "", "Rencontres, Séries de rencontres")]
    [InlineData("/fr/acces", "À gérer", "", "À gérer")]
    [InlineData("/fr/acces/journal", "À gérer", "", "À gérer, Accès et rôles")]
    [InlineData("/fr/statistiques", "À gérer", "", "À gérer")]
    [InlineData("/fr/ma-page/profil", "", "", "Ma page")]
    [InlineData("/fr", "Accueil", "", "")]
    public async Task says_where_a_page_stands(string path, string current, string tabs, string trail)
    {
        var browser = await chapter.SignIn(chapter.Claude.Id);

        var page = (await browser.Open(path, Cancel)).Page;

        Assert.Equal(current, string.Join(", ", Words(page, ".menu [aria-current]")));
        Assert.Equal(tabs, string.Join(", ", page.QuerySelectorAll(".tabs a").Select(a => a.TextContent.Trim() + (a.HasAttribute("aria-current") ? "*" : ""))));
        Assert.Equal(trail, string.Join(", ", Words(page, ".trail li")));
    }

    private static IEnumerable<string> Words(IParentNode page, string selector) => page.QuerySelectorAll(selector).Select(e => e.TextContent.Trim());
}
