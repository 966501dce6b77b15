using System.Net;
using RecoveryCoP.Chapter.Committees;
using RecoveryCoP.Chapter.Tests.Members;
using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Chapter.Tests.Committees;

public sealed class The_pages_of_committees(OpenChapter chapter) : IClassFixture<OpenChapter>
{
    private static readonly DateOnly _today = Dates.DayOf(TimeProvider.System.GetUtcNow());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/fr/comites", "Comité exécutif", "Vacant", "Coordination")]
    [InlineData("/en/committees", "Executive committee", "Vacant", "Secretary")]
    public async Task show_the_executive_committee_from_the_first_day(string path, string name, string state, string seat)
    {
        var page = await (await chapter.AddMember("Maude")).Browser.Open(path, Cancel);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(name, page.Page.QuerySelector("main h2")!.TextContent);
        Assert.True(page.Page.QuerySelectorAll("tbody tr").Length >= 5);
        Assert.Contains(state, page.Words, StringComparison.Ordinal);
        Assert.Contains(seat, page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task walk_from_an_offer_to_a_seat_that_every_member_sees_and_back()
    {
        var (_, executive) = await chapter.AddMember("Ana", ChapterRoles.Executive);
        var (asked, browser) = await chapter.AddMember("Camomille");
        var (_, other) = await chapter.AddMember("Odile");
        var committee = await Made(executive, "Colloque");
        var seat = await Done(executive, $"{committee}/sieges/ajouter", "add-seat", ("TitleFr", "Accueil"), ("KeptFor", "service-user"));

        var refused = await executive.Fill(seat, "offer-seat", Cancel, ("Until", "demain"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Choisissez une personne de la liste.", refused.Words, StringComparison.Ordinal);
        await Done(executive, seat, "offer-seat", ("Member", asked.Id.ToString()), ("Until", Day(300)));

        // Only those who look after it see to whom.
        Assert.Contains("Camomille", (await executive.Open(seat, Cancel)).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Camomille", (await other.Open(seat, Cancel)).Words, StringComparison.Ordinal);
        var home = await browser.Open("/fr", Cancel);
        Assert.Contains("tous les membres verront votre nom", home.Words, StringComparison.Ordinal);
        Assert.Contains("Personnes utilisatrices de services", home.Words, StringComparison.Ordinal);

        var accept = home.Forms.Single(f => f.StartsWith("accept-seat-", StringComparison.Ordinal));
        Assert.True((await browser.Send("/fr", home, accept, Cancel)).IsDone);
        Assert.Contains("Camomille", (await other.Open(committee, Cancel)).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("accept-seat-", string.Join(' ', (await browser.Open("/fr", Cancel)).Forms), StringComparison.Ordinal);

        await Done(browser, seat, "leave-seat");
        var after = (await other.Open(seat, Cancel)).Words;
        Assert.Contains("Personne n’occupe ce siège.", after, StringComparison.Ordinal);
        Assert.Contains("a quitté le siège", after, StringComparison.Ordinal);
        await Done(executive, seat, "remove-seat");
        Assert.Contains("(siège retiré)", (await other.Open(committee, Cancel)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task let_whoever_was_asked_say_no_and_whoever_asks_renew_end_and_take_back()
    {
        var (_, executive) = await chapter.AddMember("Ana", ChapterRoles.Executive);
        var (asked, browser) = await chapter.AddMember("Dalia");
        var committee = await Made(executive, "Repas");
        var seat = await Done(executive, $"{committee}/sieges/ajouter", "add-seat", ("TitleEn", "Cooking"));
        (string, string)[] offer = [("Member", asked.Id.ToString()), ("From", Day(-200)), ("Until", Day(30))];
        await Done(executive, seat, "offer-seat", offer);
        await Done(executive, seat, "take-back-seat");
        await Done(executive, seat, "offer-seat", offer);
        var page = await browser.Open(seat, Cancel);
        Assert.True((await browser.Send(seat, page, page.Forms.Single(f => f.StartsWith("decline-seat-", StringComparison.Ordinal)), Cancel)).IsDone);
        Assert.Contains("a dit non", (await executive.Open(seat, Cancel)).Words, StringComparison.Ordinal);

        await Done(executive, seat, "offer-seat", offer);
        await Answer(browser, seat, "accept-seat-");
        Assert.Contains("Finit bientôt", (await browser.Open(committee, Cancel)).Words, StringComparison.Ordinal);
        Assert.Contains("Finit bientôt", (await executive.Open("/fr", Cancel)).Words, StringComparison.Ordinal);
        await Done(executive, seat, "renew-term", ("Until", Day(400)));
        await Answer(browser, seat, "accept-seat-");
        Assert.Contains("il a été renouvelé", (await browser.Open(seat, Cancel)).Words, StringComparison.Ordinal);
        await Done(executive, seat, "end-term");
        Assert.Contains("fin du mandat", (await browser.Open(seat, Cancel)).Words, StringComparison.Ordinal);

        await Done(executive, committee, "close-committee");
        Assert.Contains("Ce comité a été fermé", (await browser.Open(committee, Cancel)).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("close-committee", (await executive.Open(committee, Cancel)).Forms);
    }

    [Fact]
    public async Task show_the_executive_where_seats_and_access_differ()
    {
        // In which nobody else holds a role.
        await using var fresh = new OpenChapter();
        await fresh.InitializeAsync();
        var (asked, browser) = await fresh.AddMember("Eudore");
        var claude = await fresh.SignIn(fresh.Claude.Id);
        var seat = $"/fr/comites/{Committee.TheExecutive}/sieges/{Committee.BuiltIn.Seats[0].Id}";
        Assert.DoesNotContain("Eudore", (await claude.Open("/fr", Cancel)).Words, StringComparison.Ordinal);
        await Done(claude, seat, "offer-seat", ("Member", asked.Id.ToString()), ("Until", Day(300)));
        await Answer(browser, seat, "accept-seat-");

        var home = await claude.Open("/fr", Cancel);

        Assert.Contains("Eudore a un siège, sans accès", home.Words, StringComparison.Ordinal);
        Assert.Contains("Claude a un accès comme membre du comité exécutif, sans siège.", home.Words, StringComparison.Ordinal);
        Assert.NotNull(home.Page.QuerySelector($"a[href='/fr/acces/{asked.Id}']"));
        Assert.DoesNotContain("sans accès", (await browser.Open($"/fr/comites/{Committee.TheExecutive}", Cancel)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task record_a_vote_in_counts_and_then_only_correct_it()
    {
        var (_, secretary) = await chapter.AddMember("Sylvain", ChapterRoles.Secretary);
        var (_, member) = await chapter.AddMember("Odile");
        var page = $"/fr/comites/{Committee.TheExecutive}";
        var record = $"{page}/votes/consigner";
        (string, string)[] vote = [("On", Day(-3)), ("Body", "chapter"), ("Question", "Deux rencontres en ligne?"), ("Manner", "show-of-hands"), ("InFavour", "9"), ("Against", "2"), ("Outcome", "Adopté."), ("Language", "fr")];
        Assert.Contains("vote secret", (await member.Open(page, Cancel)).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.Open(record, Cancel)).Status);

        var refused = await secretary.Fill(record, "record-vote", Cancel, ("Question", "Deux rencontres en ligne?"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Deux rencontres en ligne?", refused.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        await Done(secretary, record, "record-vote", vote);

        var entry = (await secretary.Open(page, Cancel)).Page.QuerySelector(".entries li")!;
        Assert.Contains("Pour\u00a09", entry.TextContent, StringComparison.Ordinal);
        await Done(secretary, entry.QuerySelector("a[href$='/modifier']")!.GetAttribute("href")!, "mend-vote", ("InFavour", "8"));
        Assert.Contains("Pour\u00a08", (await member.Open(page, Cancel)).Words, StringComparison.Ordinal);

        var id = Guid.Parse(entry.Id!["vote-".Length..]);
        await Done(secretary, $"{record}?corrects={id}", "record-vote", ("InFavour", "10"));
        var both = await member.Open(page, Cancel);
        Assert.Contains("Corrigé depuis", both.Words, StringComparison.Ordinal);
        Assert.Contains("Pour\u00a08", (await member.Open($"{page}/votes/{id}", Cancel)).Words, StringComparison.Ordinal);
        var (_, officer) = await chapter.AddMember("Thierry", ChapterRoles.PrivacyOfficer);
        Assert.DoesNotContain("erase-words", (await secretary.Open($"{page}/votes/{id}", Cancel)).Forms);
        await Done(officer, $"{page}/votes/{id}", "erase-words");
        Assert.Contains("Les mots de cette inscription ont été effacés", (await member.Open($"{page}/votes/{id}", Cancel)).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.Open($"{record}?corrects={Committee.TheExecutive}", Cancel)).Status);
    }

    [Fact]
    public async Task write_over_nothing_that_somebody_else_has_just_saved()
    {
        var (_, ana) = await chapter.AddMember("Ana", ChapterRoles.Executive);
        var (_, bruno) = await chapter.AddMember("Bruno", ChapterRoles.Executive);
        var committee = await Made(ana, "Journal");
        var seat = await Done(ana, $"{committee}/sieges/ajouter", "add-seat", ("TitleFr", "Rédaction"));
        foreach (var (path, form, field) in new[] { ($"{committee}/modifier", "revise-committee", "NameFr"), ($"{seat}/modifier", "revise-seat", "TitleFr") })
        {
            var (hers, his) = (await ana.Open(path, Cancel), await bruno.Open(path, Cancel));
            Assert.True((await ana.Send(path, hers, form, Cancel, (field, "Texte d’Ana"))).IsDone);
            var stale = await bruno.Send(path, his, form, Cancel, (field, "Texte de Bruno"));

            Assert.Equal(HttpStatusCode.Conflict, stale.Status);
            Assert.Contains("Texte d’Ana", stale.Page.QuerySelector("#theirs")!.TextContent, StringComparison.Ordinal);
            Assert.True((await bruno.Send(path, stale, form, Cancel)).IsDone);
        }
    }

    private static async Task<string> Made(FormClient executive, string name) => await Done(executive, "/fr/comites/creer", "committee", ("NameFr", name));

    private static async Task Answer(FormClient browser, string seat, string answer)
    {
        var page = await browser.Open(seat, Cancel);
        Assert.True((await browser.Send(seat, page, page.Forms.Single(f => f.StartsWith(answer, StringComparison.Ordinal)), Cancel)).IsDone);
    }

    private static async Task<string> Done(FormClient browser, string path, string form, params (string, string)[] values)
    {
        var answer = await browser.Fill(path, form, Cancel, values);
        Assert.True(answer.IsDone, $"{path} {form}: {answer.Words}");
        return answer.Location.Split('?')[0];
    }

    private static string Day(int fromToday) => _today.AddDays(fromToday).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
