using RecoveryCoP.Federation.V1;
using System.Net;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Hub.Tests.Harness;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Tests.Pages;

public sealed class The_operators_pages(HubOnSqlite engine) : AtAHub(engine), IClassFixture<HubOnSqlite>
{
    [Fact]
    public async Task make_a_code_and_show_it_once()
    {
        using var browser = Browser("operator");

        var made = await browser.Send("/fr/inscriptions/nouveau-code", "code", ("Note", "Communauté de l’Estrie"));

        var shown = made.Document.QuerySelector("code")!.TextContent;
        Assert.True(EnrolmentCode.TryParse(shown, out var code));
        await new SampleChapter(Hub).Enrol(code);
        var list = await browser.Open("/fr/inscriptions");
        Assert.DoesNotContain(shown, list.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task admit_a_chapter_once_the_words_were_compared()
    {
        using var browser = Browser("operator");
        var chapter = new SampleChapter(Hub);
        await chapter.Enrol(await Hub.NewCode());
        var page = $"/en/enrolments/{chapter.Id}";
        Assert.Contains(SixWords.Of(chapter.Id), (await browser.Open(page)).Document.Body!.TextContent, StringComparison.Ordinal);

        var without = await browser.Send(page, "admit");
        var with = await browser.Send(page, "admit", ("WordsMatch", "yes"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Equal(HttpStatusCode.SeeOther, with.Status);
        await chapter.Hello();
    }

    [Fact]
    public async Task suspend_reinstate_and_revoke_with_a_message()
    {
        using var browser = Browser("operator");
        var chapter = await Hub.Admitted();
        var page = $"/fr/inscriptions/{chapter.Id}";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(page, "suspend", ("Message", ""))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(page, "suspend", ("Message", "Une pause."))).Status);
        Assert.Equal("Une pause.", (await chapter.Ask()).Message);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(page, "reinstate")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(page, "revoke", ("Message", "Clés perdues."))).Status);

        Assert.Equal(EnrolmentState.Revoked, (await Hub.Enrolled(chapter)).Enrolment.Standing);
        Assert.Equal(
            [EnrolmentState.Revoked, EnrolmentState.Admitted, EnrolmentState.Suspended, EnrolmentState.Admitted, EnrolmentState.Pending],
            (await Hub.Get<EnrolmentStore>().History(chapter.Id, Cancel)).Select(c => c.Standing));
    }

    [Fact]
    public async Task show_what_is_for_ever_otherwise_than_what_can_be_undone()
    {
        using var browser = Browser("operator");
        var page = (await browser.Open($"/fr/inscriptions/{(await Hub.Admitted()).Id}")).Document;

        Assert.Equal(
            [("Suspendre", "button quiet"), ("Exclure pour toujours", "button danger")],
            page.QuerySelectorAll(".confirm > summary").Select(s => (s.TextContent, s.ClassName!)));
    }

    [Fact]
    public async Task refuse_a_decision_on_what_somebody_else_changed()
    {
        using var browser = Browser("operator");
        var chapter = await Hub.Admitted();

        var stale = await browser.Send($"/fr/inscriptions/{chapter.Id}", "suspend", ("Message", "Une pause."), ("Version", "1"));

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("Une pause.", stale.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/inscriptions/")]
    [InlineData("/en/enrolments/")]
    public async Task show_both_notes_of_two_who_write_one_at_the_same_time(string list)
    {
        using var browser = Browser("operator");
        var page = list + (await Hub.Admitted()).Id;
        var seen = (await browser.Open(page)).Document.QuerySelector("input[name=Version]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(page, "note", ("Note", "Leur note."))).Status);

        var stale = await browser.Send(page, "note", ("Note", "Ma note."), ("Version", seen));

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal("Ma note.", stale.Document.QuerySelector("textarea[name=Note]")!.TextContent.Trim());
        Assert.Contains("Leur note.", stale.Document.QuerySelector("#theirs")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/inscriptions")]
    [InlineData("/en/enrolments/new-code")]
    [InlineData("/fr/inscriptions/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("/en/names")]
    [InlineData("/fr/bibliotheque/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/0198c0de-0000-7000-8000-000000000001/retirer")]
    public async Task open_to_nobody_else(string path)
    {
        using var browser = Browser("steward");

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Open(path)).Status);
    }

    [Fact]
    public async Task do_not_know_a_chapter_that_never_enrolled()
    {
        using var browser = Browser("operator");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open("/fr/inscriptions/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")).Status);
    }

    [Fact]
    public async Task and_the_public_statistics_are_answered_in_both_languages()
    {
        using var visitor = Browser("");

        Assert.Equal(HttpStatusCode.OK, (await visitor.Open("/fr/statistiques")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Open("/en/statistics")).Status);
    }

    private OperatorsBrowser Browser(string role) => new(Hub, role);
}
