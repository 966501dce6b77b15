using System.Diagnostics;
using System.Net;
using System.Text;
using RecoveryCoP.Chapter.MovingIn;
using RecoveryCoP.Chapter.Tests.Members;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.MovingIn;

/// <summary>A steward brings along what a group had, from page to page.</summary>
public sealed class The_pages_of_moving_in(OpenChapter chapter, ITestOutputHelper output) : IClassFixture<OpenChapter>
{
    private const string Page = "/fr/notre-groupe-existait-deja", Meetings = $"{Page}/rencontres", People = $"{Page}/personnes", Documents = $"{Page}/documents";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task take_a_group_of_thirty_three_in_with_its_twenty_four_meetings_and_say_how_long_it_took()
    {
        var steward = await chapter.SignIn(chapter.Claude.Id);
        var began = Stopwatch.GetTimestamp();
        var screens = 0;

        var home = await Opened(Page);
        Assert.Equal(3, home.Page.QuerySelectorAll("main ul.rows a").Length);
        var roster = "Nom;Courriel;Langue\n" + string.Concat(Enumerable.Range(1, 33).Select(i => $"Personne {i};p{i}@exemple.org;{(i % 3 == 0 ? "anglais" : "français")}\n")) + "Sans adresse;;\n";
        var shown = await Sent(People, await Opened(People), "roster", Encoding.UTF8.GetBytes(roster), "liste.csv", "look");
        Assert.Contains("35", shown.Page.QuerySelector("table tbody th")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{Page}?done=moving-in.prepared", (await Pressed(People, shown, "roster", ("Step", "make"))).Location);

        var meetings = await Sent(Meetings, await Opened(Meetings), "meetings", Table(2012, 24), "rencontres.csv", "look");
        Assert.Contains("24 rencontres à reprendre", meetings.Words, StringComparison.Ordinal);
        Assert.Equal($"{Page}?done=moving-in.made", (await Pressed(Meetings, meetings, "meetings", ("Step", "make"))).Location);

        var documents = await Sent(Documents, await Opened(Documents), "documents", FileSamples.Pdf(), "2012-01-10 Compte rendu.pdf", "", "Files");
        Assert.Contains("Compte rendu (PDF", documents.Words, StringComparison.Ordinal);
        Assert.Equal($"{Page}?done=moving-in.made", (await Pressed(Documents, documents, "accept")).Location);

        var done = await Opened(Page);
        Assert.Contains("24 rencontres reprises", done.Words, StringComparison.Ordinal);
        Assert.Contains("33 invitations préparées", done.Words, StringComparison.Ordinal);
        Assert.Contains("1 document repris", done.Words, StringComparison.Ordinal);
        var sent = await Pressed(Page, done, done.Forms.Single(f => f.StartsWith("send-", StringComparison.Ordinal)));
        Assert.Equal($"{Page}?done=moving-in.on-their-way", sent.Location);
        output.WriteLine($"{screens} screens, {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s of the machine");

        // What members see of it.
        Assert.Contains("Rencontre 3", (await steward.Open("/fr/rencontres?year=2012", Cancel)).Words, StringComparison.Ordinal);
        var meeting = await steward.Open($"/fr/rencontres/{await chapter.Get<Database>().Find<Guid>("select id from meeting where title = 'Rencontre 1'", null, Cancel)}", Cancel);
        Assert.Contains("avant que la communauté tienne ses registres ici. Personnes présentes\u00a0: 11.", meeting.Words, StringComparison.Ordinal);
        Assert.Contains("Compte rendu", meeting.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("ordre du jour", meeting.Words, StringComparison.OrdinalIgnoreCase);
        var notes = await steward.Open($"{meeting.Page.QuerySelector("main .actions a")!.GetAttribute("href")}", Cancel);
        Assert.Contains("Notes reprises telles quelles", notes.Words, StringComparison.Ordinal);
        Assert.Contains("Des notes.", notes.Words, StringComparison.Ordinal);

        // All of it goes again but for the invitations that may have gone; the meeting with a document first loses that.
        foreach (var undo in (await steward.Open(Page, Cancel)).Forms.Where(f => f.StartsWith("undo-", StringComparison.Ordinal)).ToList())
        {
            Assert.True((await steward.Fill(Page, undo, Cancel)).IsDone);
        }

        Assert.Equal(0, await chapter.Get<Database>().Find<long>("select count(*) from meeting where begins < '2014'", null, Cancel) - await chapter.Get<Database>().Find<long>("select count(*) from meeting where begins < '2014' and state = 'cancelled'", null, Cancel));

        async Task<Answer> Opened(string path)
        {
            screens++;
            return await steward.Open(path, Cancel);
        }

        async Task<Answer> Sent(string path, Answer page, string form, byte[] file, string name, string step, string field = "File")
        {
            screens++;
            return await steward.SendFile(path, page, form, field, file, name, Cancel, [.. step.Length > 0 ? [("Step", step)] : Array.Empty<(string, string)>()]);
        }

        Task<Answer> Pressed(string path, Answer page, string form, params (string, string)[] values) => steward.Send(path, page, form, Cancel, values);
    }

    [Fact]
    public async Task show_what_is_wrong_first_and_make_nothing_before_somebody_says_so()
    {
        var steward = await chapter.SignIn(chapter.Claude.Id);

        var shown = await steward.FillFile("/en/our-group-already-existed/meetings", "meetings", "File", Encoding.UTF8.GetBytes("Date,Title\nyesterday,One\n2016-05-10,Two\n2099-01-01,Three\n"), Cancel, ("Step", "look"));

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Equal(["2", "4", "3"], shown.Page.QuerySelectorAll("tbody th").Select(t => t.TextContent));
        Assert.Contains("1 row to mend, left out", shown.Words, StringComparison.Ordinal);
        Assert.Contains("Not over yet", shown.Words, StringComparison.Ordinal);
        Assert.Equal(0, await Count("Two"));

        // Something else was chosen than what was seen: it is shown again.
        var again = await steward.Send("/en/our-group-already-existed/meetings", shown, "meetings", Cancel, ("Step", "make"), ("Hour", "09:30"));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains("Something has changed", again.Words, StringComparison.Ordinal);
        Assert.Equal(0, await Count("Two"));
        Assert.True((await steward.Send("/en/our-group-already-existed/meetings", again, "meetings", Cancel, ("Step", "make"))).IsDone);
        Assert.Equal(1, await Count("Two"));
    }

    [Theory]
    [InlineData(Meetings, "meetings", "", "moving-in.file-missing")]
    [InlineData(Meetings, "meetings", "Titre\nUne\n", "moving-in.no-dates")]
    [InlineData(Meetings, "meetings", "Date\nhier\n", "moving-in.nothing")]
    [InlineData(Meetings, "meetings", "large", "moving-in.file-too-large")]
    [InlineData(People, "roster", "", "moving-in.file-missing")]
    [InlineData(People, "roster", "Nom;Ville\nCamille;Laval\n", "invitation.roster-without-addresses")]
    [InlineData(People, "roster", "PK\u0003\u0004 un classeur", "invitation.roster-workbook")]
    [InlineData(People, "roster", "large", "moving-in.file-too-large")]
    public async Task refuse_a_file_with_what_to_do(string path, string form, string content, string code)
    {
        var steward = await chapter.SignIn(chapter.Claude.Id);

        var refused = await steward.FillFile(path, form, "File", content == "large" ? new byte[(2 * 1024 * 1024) + 1] : Encoding.UTF8.GetBytes(content), Cancel, ("Step", "look"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(chapter.Get<RefusalTexts>()[Refusal.Of(code, "", 2)].Fr, refused.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("charte.pdf", "moving-in.document-undated")]
    [InlineData("1999-01-01.pdf", "moving-in.document-alone")]
    public async Task refuse_a_document_with_what_to_do(string name, string code)
    {
        var steward = await chapter.SignIn(chapter.Claude.Id);

        var refused = await steward.FillFile(Documents, "documents", "Files", FileSamples.Pdf(), name, Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(chapter.Get<RefusalTexts>()[Refusal.Of(code)].Fr, refused.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await steward.Fill(Documents, "documents", Cancel)).Status);
    }

    [Theory]
    [InlineData(ChapterRoles.Executive)]
    [InlineData(ChapterRoles.Facilitator)]
    [InlineData(null)]
    public async Task are_closed_to_all_but_stewards(string? role)
    {
        var (_, browser) = await chapter.AddMember("Camille", role is null ? [] : [role]);

        foreach (var path in new[] { Page, Meetings, People, Documents })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.Open(path, Cancel)).Status);
        }
    }

    private static byte[] Table(int year, int meetings) => Encoding.UTF8.GetBytes(
        "Date;Titre;Notes;Présences\n" + string.Concat(Enumerable.Range(1, meetings).Select(i => $"{new DateOnly(year, 1, 10).AddMonths(i - 1):yyyy-MM-dd};Rencontre {i};{(i % 12 == 0 ? "" : "Des notes.")};{10 + i}\n")));

    private Task<long> Count(string title) => chapter.Get<Database>().Find<long>("select count(*) from meeting where title = @title", new { title }, Cancel);
}
