using System.Net;
using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Chapter.Tests.Members;

public sealed class The_threshold(OpenChapter chapter) : IClassFixture<OpenChapter>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/fr", "/fr/charte/adherer?to=%2Ffr")]
    [InlineData("/en/practices?state=Draft", "/en/charter/accept?to=%2Fen%2Fpractices%3Fstate%3DDraft")]
    [InlineData("/fr/personnes", "/fr/charte/adherer?to=%2Ffr%2Fpersonnes")]
    public async Task leads_who_has_not_accepted_to_the_charter_and_back(string path, string there)
    {
        var (_, browser) = await chapter.Add("Camille");

        var held = await browser.Open(path, Cancel);
        Assert.Equal((HttpStatusCode.SeeOther, there), (held.Status, held.Location));

        var accepted = await browser.Fill(there, "accept", Cancel);
        Assert.StartsWith(path, accepted.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.Open(accepted.Location, Cancel)).Status);
    }

    [Fact]
    public async Task holds_a_form_that_is_sent_too()
    {
        var (_, accepted) = await chapter.AddMember("Camille");
        var (_, held) = await chapter.Add("Dominique");
        var form = await accepted.Open("/fr/pratiques/ecrire", Cancel);

        var answer = await held.Send("/fr/pratiques/ecrire", form, "write", Cancel, ("Title", "Le café"), ("Text", "Chaque jeudi."));

        Assert.Equal((HttpStatusCode.SeeOther, "/fr/charte/adherer?to=%2Ffr%2Fpratiques%2Fecrire"), (answer.Status, answer.Location));
    }

    [Theory]
    [InlineData("/fr/charte")]
    [InlineData("/en/charter/versions/1")]
    [InlineData("/fr/vie-privee")]
    [InlineData("/en/my-page")]
    [InlineData("/fr/entrer")]
    [InlineData("/fr/entrer?to=%2Ffr%2Fma-page&done=account.sign-in-again")]
    [InlineData("/fr/joindre")]
    public async Task stands_open_for(string path)
    {
        var (_, browser) = await chapter.Add("Camille");

        Assert.Equal(HttpStatusCode.OK, (await browser.Open(path, Cancel)).Status);
    }

    [Theory]
    [InlineData("/fr/sortir", "sign-out", "/fr?done=account.signed-out")]
    [InlineData("/fr/ma-page", "leave", "/fr?done=account.left")]
    public async Task keeps_nobody_from_going(string path, string form, string home)
    {
        var (_, browser) = await chapter.Add("Camille");

        Assert.Equal(home, (await browser.Fill(path, form, Cancel)).Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.Open("/fr", Cancel)).Status);
    }

    [Theory]
    [InlineData("/fr/charte", "/fr/sortir")]
    [InlineData("/en/my-page", "/en/sign-out")]
    public async Task shows_the_way_out_in_the_head_of_every_page(string path, string way)
    {
        var (_, browser) = await chapter.Add("Camille");

        Assert.NotNull((await browser.Open(path, Cancel)).Page.QuerySelector($"header a[href='{way}']"));
        Assert.Null((await chapter.NewBrowser().Open(path == "/fr/charte" ? path : "/en", Cancel)).Page.QuerySelector($"header a[href='{way}']"));
    }

    [Fact]
    public async Task is_no_matter_to_visitors() => Assert.Equal(HttpStatusCode.OK, (await chapter.NewBrowser().Open("/fr", Cancel)).Status);

    [Fact]
    public async Task never_leads_to_another_site()
    {
        var (_, browser) = await chapter.Add("Camille");

        Assert.Equal("/fr?done=charter.accepted", (await browser.Fill("/fr/charte/adherer?to=//mechant.example", "accept", Cancel)).Location);
    }

    [Fact]
    public async Task answers_409_to_a_version_that_is_not_in_force()
    {
        var (_, browser) = await chapter.Add("Camille");

        var answer = await browser.Fill("/en/charter/accept", "accept", Cancel, ("Version", "9"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("The charter changed", answer.Words, StringComparison.Ordinal);
        Assert.True((await browser.Send("/en/charter/accept", answer, "accept", Cancel)).IsDone);
        Assert.Contains(Dates.Day(TimeProvider.System.GetUtcNow(), Language.English), (await browser.Open("/en/charter/accept", Cancel)).Words, StringComparison.Ordinal);
    }
}
