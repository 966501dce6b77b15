using System.Net;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Accounts;

namespace RecoveryCoP.Chapter.Tests.Members;

public sealed class The_pages_of_members(OpenChapter chapter) : IClassFixture<OpenChapter>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/fr/ma-page/profil", "/fr/personnes")]
    [InlineData("/en/my-page/profile", "/en/people")]
    public async Task show_of_a_person_what_that_person_ticked(string profile, string people)
    {
        var name = $"Étienne {people}";
        var (_, browser) = await chapter.AddMember(name);
        var (_, other) = await chapter.AddMember("Camille");
        Assert.DoesNotContain(name, (await other.Open(people, Cancel)).Words, StringComparison.Ordinal);

        var saved = await browser.Fill(profile, "describe", Cancel, ("TalkAbout", "Logement"), ("Shown", "name"), ("Shown", "talk-about"));
        Assert.Equal($"{profile}?done=member.described", saved.Location);

        var seen = (await Found(other, people, "ETIENNE")).Words;
        Assert.Contains(name, seen, StringComparison.Ordinal);
        Assert.Contains("Logement", seen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/ma-page/profil")]
    [InlineData("/en/my-page/profile")]
    public async Task answer_422_with_what_was_typed(string profile)
    {
        var (_, browser) = await chapter.AddMember("Camille");
        var longText = new string('a', 201);

        var described = await browser.Fill(profile, "describe", Cancel, ("TalkAbout", longText));
        var shown = await browser.Fill(profile, "describe", Cancel, ("Shown", "affiliation"));
        var declared = await browser.Fill(profile, "groups", Cancel, ("Groups", "researcher"));

        Assert.All([described, shown, declared], a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.Status));
        Assert.Equal(longText, described.Page.QuerySelector("#describe-TalkAbout")!.GetAttribute("value"));
        Assert.NotNull(declared.Page.QuerySelector("#groups-Agrees-problem"));
        Assert.NotNull(declared.Page.QuerySelector("input[name=Groups][value=researcher][checked]"));
    }

    [Fact]
    public async Task keep_groups_under_a_consent_that_can_be_withdrawn()
    {
        var (me, browser) = await chapter.AddMember("Camille");

        Assert.True((await browser.Fill("/fr/ma-page/profil", "groups", Cancel, ("Groups", "researcher"), ("Agrees", "yes"))).IsDone);
        Assert.Equal(["researcher"], (await chapter.Get<MemberQueries>().Find(me.Id, Cancel)).Groups);

        var nothingTicked = await browser.Send("/fr/ma-page/profil", await browser.Open("/fr/ma-page/profil", Cancel), "groups", Cancel, ("Groups", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothingTicked.Status);

        Assert.True((await browser.Fill("/fr/ma-page/profil", "withdraw-groups", Cancel)).IsDone);
        Assert.Empty((await chapter.Get<MemberQueries>().Find(me.Id, Cancel)).Groups);
        Assert.False((await browser.Open("/fr/ma-page/profil", Cancel)).Has("withdraw-groups"));
    }

    [Fact]
    public async Task let_one_change_ones_own_name_and_language()
    {
        var (me, browser) = await chapter.AddMember("Camille");

        Assert.True((await browser.Fill("/fr/ma-page", "introduce", Cancel, ("Name", " Dominique "), ("Language", "en"))).IsDone);
        var refused = await browser.Fill("/en/my-page", "introduce", Cancel, ("Name", ""));

        var account = (await chapter.Get<AccountStore>().Find(me.Id, Cancel))!;
        Assert.Equal(("Dominique", "en"), (account.Name, account.Language));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
    }

    [Fact]
    public async Task name_who_wrote_a_practice_only_as_that_person_wants()
    {
        var (me, author) = await chapter.AddMember("Fabienne");
        var (_, reader) = await chapter.AddMember("Camille");
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        Assert.True((await author.Fill("/fr/pratiques/ecrire", "write", Cancel, ("Id", $"{id}"), ("Title", "Le café"), ("Text", "Chaque jeudi."), ("Share", "yes"))).IsDone);

        Assert.Contains("Une personne membre", await By(reader, id), StringComparison.Ordinal);
        await author.Fill("/fr/ma-page/profil", "describe", Cancel, ("Shown", "name"));
        Assert.Contains("Fabienne", await By(reader, id), StringComparison.Ordinal);
        await chapter.Get<People>().End(new(me, me.Id), Cancel);
        Assert.Contains("Ex-membre", await By(reader, id), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/charte", "Charte · Le jardin")]
    [InlineData("/en/charter", "Charter · Shared space")]
    public async Task call_the_place_in_their_tabs_by_the_neutral_word_that_was_chosen_for_it(string path, string title) =>
        Assert.Equal(title, (await chapter.NewBrowser().Open(path, Cancel)).Page.Title);

    [Fact]
    public async Task of_access_are_searched_and_turned()
    {
        for (var i = 1; i <= 60; i++)
        {
            await chapter.Get<AccountStore>().Add($"Zoé {i:00}", EmailAddress.Parse(chapter.NewAddress())!, "fr", i == 1 ? ["facilitator", "secretary"] : [], null, Cancel);
        }

        var steward = await chapter.SignIn(chapter.Claude.Id);

        var first = await Found(steward, "/fr/acces", "zoe");
        Assert.Contains("60 personnes", first.Words, StringComparison.Ordinal);
        Assert.Contains("Zoé 50", first.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Zoé 51", first.Words, StringComparison.Ordinal);
        var second = await steward.Open(first.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!, Cancel);
        Assert.Contains("Zoé 60", second.Words, StringComparison.Ordinal);
        Assert.Contains("Personne ne porte ce nom", (await Found(steward, "/fr/acces", "xyz")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/acces")]
    [InlineData("/fr/personnes")]
    public async Task keep_the_name_that_is_looked_for_out_of_the_address(string list)
    {
        var (_, facilitator) = await chapter.AddMember("Camille", "facilitator", "steward");
        // Where nobody chose to be seen there is nobody to look for.
        Assert.True((await facilitator.Fill("/fr/ma-page/profil", "describe", Cancel, ("Shown", "name"))).IsDone);

        var found = await facilitator.Fill(list, "search", Cancel, ("Sought", "Fabienne"));
        Assert.True((await facilitator.Fill(list, "search", Cancel, ("Sought", new string('a', 99) + "😀😀"))).IsDone);

        Assert.StartsWith($"{list}?q=", found.Location, StringComparison.Ordinal);
        Assert.DoesNotContain("fabienne", found.Location, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Fabienne", (await facilitator.Open(found.Location, Cancel)).Page.QuerySelector("input[name=Sought]")!.GetAttribute("value"));
        var (_, other) = await chapter.AddMember("Dominique", "facilitator", "steward");
        Assert.Equal("", (await other.Open(found.Location, Cancel)).Page.QuerySelector("input[name=Sought]")?.GetAttribute("value") ?? "");
        Assert.Equal("", (await facilitator.Open($"{list}?q=Fabienne", Cancel)).Page.QuerySelector("input[name=Sought]")?.GetAttribute("value") ?? "");
        Assert.Equal(list, (await facilitator.Fill(list, "search", Cancel, ("Sought", " "))).Location);
    }

    [Fact]
    public async Task of_access_are_one_table_whose_rows_name_the_roles_and_lead_to_what_can_be_done()
    {
        var named = chapter.NewAddress();
        var person = (await chapter.Get<AccountStore>().Add("Tableau Quentin", EmailAddress.Parse(named)!, "fr", ["facilitator", "secretary"], null, Cancel)).Value!;
        var steward = await chapter.SignIn(chapter.Claude.Id);

        var list = await Found(steward, "/fr/acces", "quentin");
        var row = Assert.Single(list.Page.QuerySelectorAll("tbody tr"));
        Assert.Equal(["Animation", "Secrétariat"], row.QuerySelectorAll(".chips li").Select(chip => chip.TextContent));
        Assert.Equal($"/fr/acces/{person.Id}", row.QuerySelector("th a")!.GetAttribute("href"));
        Assert.Equal(["add", "search"], list.Forms);

        var page = await steward.Open($"/fr/acces/{person.Id}", Cancel);
        Assert.Equal(["take-facilitator", "take-secretary", "give", "end-sessions", "end"], page.Forms);
        Assert.DoesNotContain(named, page.Words, StringComparison.Ordinal);
        var given = await steward.Send($"/fr/acces/{person.Id}", page, "give", Cancel, ("Role", "executive"));
        Assert.Equal($"/fr/acces/{person.Id}?done=account.role-given", given.Location);
    }

    [Theory]
    [InlineData("/fr/personnes", "/fr/entrer?to=%2Ffr%2Fpersonnes")]
    [InlineData("/en/my-page/profile", "/en/sign-in?to=%2Fen%2Fmy-page%2Fprofile")]
    [InlineData("/fr/charte/adherer", "/fr/entrer?to=%2Ffr%2Fcharte%2Fadherer")]
    public async Task are_for_members(string path, string there) => Assert.Equal(there, (await chapter.NewBrowser().Open(path, Cancel)).Location);

    private static async Task<Answer> Found(FormClient browser, string list, string name) =>
        await browser.Open((await browser.Fill(list, "search", Cancel, ("Sought", name))).Location!, Cancel);

    private static async Task<string> By(FormClient reader, Guid practice) =>
        (await reader.Open($"/fr/pratiques/{practice}", Cancel)).Page.QuerySelector("tbody")!.TextContent;
}
