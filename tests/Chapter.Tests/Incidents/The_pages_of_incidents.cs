using System.Net;
using RecoveryCoP.Chapter.Tests.Members;
using RecoveryCoP.Node.Incidents;

namespace RecoveryCoP.Chapter.Tests.Incidents;

public sealed class The_pages_of_incidents(OpenChapter chapter) : IClassFixture<OpenChapter>
{
    private const string List = "/fr/incidents", Write = "/fr/incidents/consigner";

    private static readonly string _today = RecoveryCoP.Node.Localization.Dates.DayOf(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static readonly (string, string)[] _typed =
    [
        ("Information", "Adresses courriel"), ("Circumstances", "Un envoi avec tout le monde en copie."), ("Happened", "Hier"), ("KnownOn", _today), ("People", "Environ 30"),
        ("Serious", "yes"), ("Reasons", "Elles disent qui est membre."), ("Measures", "Excuses."),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("steward", true)]
    [InlineData("privacy-officer", true)]
    [InlineData("executive", false)]
    [InlineData("facilitator", false)]
    [InlineData("secretary", false)]
    [InlineData(null, false)]
    public async Task are_for_those_who_manage_access_or_answer_for_privacy(string? role, bool may)
    {
        string[] roles = role is null ? [] : [role];
        var (who, browser) = await chapter.AddMember("Camille", roles);
        var page = await Written(await chapter.SignIn(chapter.Claude.Id));

        foreach (var path in new[] { List, Write, page, $"{page}/corriger", "/en/incidents" })
        {
            Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await browser.Ask(path, Cancel));
        }

        Assert.Equal(may, (await chapter.Get<IncidentRegister>().Write(who, Form(), Cancel)).Succeeded);
        Assert.Equal(may, (await chapter.Get<IncidentRegister>().Amend(who, Guid.Parse(page.Split('/')[^1]), 1, Form(), Cancel)).Succeeded);
        if (may)
        {
            Assert.NotNull((await browser.Open("/fr/a-gerer", Cancel)).Page.QuerySelector($"main a[href='{List}']"));
        }
    }

    [Fact]
    public async Task say_what_remains_to_be_told_and_what_was_written_before()
    {
        var officer = (await chapter.AddMember("Odile", ChapterRoles.PrivacyOfficer)).Browser;
        var page = await Written(officer);

        var before = await officer.Open(page, Cancel);
        Assert.Contains("Il reste à aviser la Commission", before.Words, StringComparison.Ordinal);
        Assert.Contains("Il reste à aviser les personnes", before.Words, StringComparison.Ordinal);
        Assert.Contains("Protection des renseignements personnels", before.Words, StringComparison.Ordinal);
        Assert.Contains("N’écrivez pas le nom", (await officer.Open(Write, Cancel)).Words, StringComparison.Ordinal);

        Assert.True((await officer.Fill($"{page}/corriger", "amend-incident", Cancel, ("CommissionOn", _today), ("PeopleOn", _today), ("People", "31"))).IsDone);

        var after = await officer.Open(page, Cancel);
        Assert.DoesNotContain("Il reste à aviser", after.Words, StringComparison.Ordinal);
        Assert.Equal("31", Said(after, "Combien de personnes sont touchées", 0));
        Assert.Equal("Environ 30", Said(after, "Combien de personnes sont touchées", 1));
        Assert.DoesNotContain("Odile", after.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Environ 30", (await officer.Open(page.Replace("/fr/", "/en/", StringComparison.Ordinal), Cancel)).Words, StringComparison.Ordinal);
        var steward = await chapter.SignIn(chapter.Claude.Id);
        Assert.Contains("Incident de confidentialité consigné", (await steward.Open("/fr/acces/journal", Cancel)).Words, StringComparison.Ordinal);
        Assert.Contains("Confidentiality incident corrected", (await steward.Open("/en/access/log", Cancel)).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Circumstances", "", "Dites ce qui s’est passé.")]
    [InlineData("KnownOn", "demain", "Choisissez un jour")]
    [InlineData("KnownOn", "9999-01-01", "Ce jour n’est pas encore venu.")]
    [InlineData("KnownOn", "2001-01-01", "il y a plus de cinq ans")]
    [InlineData("CommissionOn", "9999-01-01", "Ce jour n’est pas encore venu.")]
    [InlineData("Serious", "peut-être", "Dites s’il y a un risque")]
    [InlineData("People", "LONG", "C’est trop long")]
    public async Task refuse_what_the_register_cannot_keep_beside_the_field(string field, string typed, string said)
    {
        var steward = await chapter.SignIn(chapter.Claude.Id);

        var refused = await steward.Fill(Write, "incident", Cancel, [.. _typed.Where(t => t.Item1 != field), (field, typed == "LONG" ? new('a', 300) : typed)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(said, refused.Page.QuerySelector($"#incident-{field}-problem")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Elles disent qui est membre.", refused.Page.QuerySelector("textarea[name='Reasons']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task know_no_incident_that_is_not_there() =>
        Assert.Equal(HttpStatusCode.NotFound, await (await chapter.SignIn(chapter.Claude.Id)).Ask($"{List}/{Guid.Empty}/corriger", Cancel));

    private static async Task<string> Written(FormClient browser)
    {
        var answer = await browser.Fill(Write, "incident", Cancel, _typed);
        Assert.True(answer.IsDone, answer.Words);
        return answer.Location.Split('?')[0];
    }

    private static string Said(Answer page, string fact, int which) => page.Page.QuerySelectorAll("dt").Where(dt => dt.TextContent == fact).ElementAt(which).NextElementSibling!.TextContent.Trim();

    private static IncidentForm Form() => new()
    {
        Information = "Adresses courriel", Circumstances = "Un envoi.", Happened = "Hier", KnownOn = _today, People = "30", Serious = "no", Reasons = "Peu de risque.", Measures = "Excuses.",
    };
}
