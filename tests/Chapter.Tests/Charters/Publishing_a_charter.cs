using System.Net;
using RecoveryCoP.Chapter.Tests.Members;

namespace RecoveryCoP.Chapter.Tests.Charters;

public sealed class Publishing_a_charter(OpenChapter chapter) : IClassFixture<OpenChapter>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task asks_everybody_again_and_shows_what_changed()
    {
        var (_, member) = await chapter.AddMember("Camille");
        var executive = await chapter.SignIn(chapter.Claude.Id);
        await Accept(executive);
        var form = await executive.Open("/fr/charte/publier", Cancel);
        var (fr, en) = (Area(form, "Fr"), Area(form, "En"));

        var published = await executive.Send(
            "/fr/charte/publier", form, "publish", Cancel,
            ("Fr", fr + "\nLa porte est grande ouverte."), ("En", en), ("NoteFr", "Pour mieux accueillir."));
        Assert.Equal("/fr/charte?done=charter.published", published.Location);

        Assert.Equal(HttpStatusCode.SeeOther, (await member.Open("/fr/pratiques", Cancel)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await executive.Open("/fr/pratiques", Cancel)).Status);
        var asked = await member.Open("/fr/charte/adherer", Cancel);
        Assert.Contains("grande", asked.Page.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Pour mieux accueillir.", asked.Words, StringComparison.Ordinal);
        await Accept(member);
        Assert.Equal(HttpStatusCode.OK, (await member.Open("/fr/pratiques", Cancel)).Status);

        var visitor = chapter.NewBrowser();
        Assert.Contains("grande ouverte", (await visitor.Open("/fr/charte", Cancel)).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Open("/en/charter/versions/2", Cancel)).Status);
        Assert.DoesNotContain("grande ouverte", (await visitor.Open("/fr/charte/versions/1", Cancel)).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open("/fr/charte/versions/99", Cancel)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("steward")]
    [InlineData("facilitator")]
    [InlineData("secretary")]
    [InlineData("privacy-officer")]
    public async Task is_not_for(string role)
    {
        var (_, browser) = await chapter.AddMember("Camille", role.Length == 0 ? [] : [role]);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Open("/en/charter/publish", Cancel)).Status);
        Assert.Null((await browser.Open("/en/charter", Cancel)).Page.QuerySelector("a[href='/en/charter/publish']"));
    }

    [Fact]
    public async Task with_uneven_sides_answers_422_and_keeps_them()
    {
        var executive = await chapter.SignIn(chapter.Claude.Id);
        await Accept(executive);

        var answer = await executive.Fill("/en/charter/publish", "publish", Cancel, ("Fr", "## Un\nTexte."), ("En", "## One\nText.\n## Two\nText."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("## Un\nTexte.", Area(answer, "Fr"));
        Assert.NotNull(answer.Page.QuerySelector("#publish-En-problem"));
    }

    [Fact]
    public async Task on_a_version_that_was_replaced_answers_409_with_both_texts()
    {
        var executive = await chapter.SignIn(chapter.Claude.Id);
        await Accept(executive);
        var stale = await executive.Open("/fr/charte/publier", Cancel);
        await executive.Fill("/fr/charte/publier", "publish", Cancel, ("Fr", "## Un\nLeur texte."), ("En", "## One\nTheir text."));

        var answer = await executive.Send("/fr/charte/publier", stale, "publish", Cancel, ("Fr", "## Un\nMon texte."), ("En", "## One\nMy text."));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Leur", answer.Page.QuerySelector("#theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("## Un\nMon texte.", Area(answer, "Fr"));
        Assert.True((await executive.Send("/fr/charte/publier", answer, "publish", Cancel)).IsDone);
        // The executive who published is held too, until they accepted what they published.
        Assert.Equal(HttpStatusCode.SeeOther, (await executive.Open("/fr/charte/publier", Cancel)).Status);
    }

    [Fact]
    public async Task loses_nothing_that_a_member_was_writing_meanwhile()
    {
        var (_, member) = await chapter.AddMember("Camille");
        var writing = await member.Open("/fr/pratiques/ecrire", Cancel);
        var executive = await chapter.SignIn(chapter.Claude.Id);
        await Accept(executive);
        Assert.True((await executive.Fill("/fr/charte/publier", "publish", Cancel, ("Fr", "## Un\nUn autre texte."), ("En", "## One\nAnother text."))).IsDone);

        var saved = await member.Send("/fr/pratiques/ecrire", writing, "write", Cancel, ("Title", "Le café"), ("Text", "Chaque jeudi."));

        var practice = saved.Location.Split('?')[0];
        Assert.StartsWith("/fr/pratiques/", practice, StringComparison.Ordinal);
        Assert.StartsWith("/fr/charte/adherer", (await member.Open(practice, Cancel)).Location, StringComparison.Ordinal);
        await Accept(member);
        Assert.Contains("Le café", (await member.Open(practice, Cancel)).Words, StringComparison.Ordinal);
    }

    private static async Task Accept(FormClient browser)
    {
        var page = await browser.Open("/fr/charte/adherer", Cancel);
        if (page.Has("accept"))
        {
            Assert.True((await browser.Send("/fr/charte/adherer", page, "accept", Cancel)).IsDone);
        }
    }

    private static string Area(Answer answer, string name) => ((AngleSharp.Html.Dom.IHtmlTextAreaElement)answer.Page.QuerySelector($"textarea[name={name}]")!).Value;
}
