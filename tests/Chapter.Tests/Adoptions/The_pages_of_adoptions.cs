using System.Net;
using RecoveryCoP.Chapter.Adoptions;
using RecoveryCoP.Chapter.Intentions;
using RecoveryCoP.Chapter.Organizations;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Tests.Members;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Adoptions;

public sealed class The_pages_of_adoptions(OpenChapter chapter) : IClassFixture<OpenChapter>
{
    private static readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private static readonly string _month = $"{Dates.DayOf(_now):yyyy-MM}";
    private static int _next;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fr", "pratiques", "racines", "Implantation initiale, depuis")]
    [InlineData("en", "practices", "roots", "Initial implementation, since")]
    public async Task let_a_member_say_where_a_practice_is_put_to_use_and_show_it_there_and_at_the_organization(string language, string practices, string roots, string stands)
    {
        var (practice, centre) = (await Shared(), await Centre());
        var (_, browser) = await chapter.AddMember("Dominique");

        await browser.Fill($"/{language}/{practices}/{practice}/{roots}", "say-where", Cancel, ("Organization", centre.ToString()), ("Stage", "initial-implementation"), ("Month", _month), ("Note", "Deux équipes."));

        var (_, other) = await chapter.AddMember("Camille");
        var page = await other.Open($"/{language}/{practices}/{practice}", Cancel);
        var shown = page.Page.QuerySelector("#roots")!.TextContent;
        Assert.Contains(stands, shown, StringComparison.Ordinal);
        Assert.Contains("Le Moulin à vent", shown, StringComparison.Ordinal);
        Assert.Contains(stands, (await other.Open(language == "fr" ? $"/fr/organisations/{centre}" : $"/en/organizations/{centre}", Cancel)).Words, StringComparison.Ordinal);
        var adoption = await other.Open($"/{language}/{practices}/adoptions/{Adoption.IdOf(PracticeReference.Own(practice), centre)}", Cancel);
        Assert.Contains("Deux équipes.", adoption.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Dominique", adoption.Words, StringComparison.Ordinal); // who said so is nobody's business
    }

    [Theory]
    [InlineData("Organization", "01890a5d-ac96-774b-bcce-b302099a8001", "Choisissez l’organisation.")]
    [InlineData("Organization", "", "Choisissez l’organisation.")]
    [InlineData("Stage", "", "Choisissez où elle en est, même à peu près.")]
    [InlineData("Stage", "rooted", "Choisissez où elle en est, même à peu près.")]
    [InlineData("Month", "", "Choisissez un mois de la liste.")]
    [InlineData("Month", "2999-01", "Choisissez un mois de la liste.")]
    public async Task keep_what_was_typed_when_they_refuse(string field, string value, string says)
    {
        var (practice, centre) = (await Shared(), await Centre());
        var (_, browser) = await chapter.AddMember("Dominique");
        var path = $"/fr/pratiques/{practice}/racines";
        var good = new Dictionary<string, string> { ["Organization"] = centre.ToString(), ["Stage"] = "sustained", ["Month"] = _month, ["Note"] = "Ce que j’ai écrit" };
        good[field] = value;

        var refused = await browser.Send(path, await browser.Open(path, Cancel), "say-where", Cancel, [.. good.Select(g => (g.Key, g.Value))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(says, refused.Page.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ce que j’ai écrit", refused.Page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Empty(await chapter.Get<AdoptionQueries>().Of(PracticeReference.Own(practice), Cancel));
    }

    [Fact]
    public async Task let_anybody_tell_on_and_whoever_said_it_or_the_executive_take_it_out()
    {
        var (practice, centre) = (await Shared(), await Centre());
        var (_, hers) = await chapter.AddMember("Dominique");
        var (_, his) = await chapter.AddMember("Camille");
        var (_, theirs) = await chapter.AddMember("Le comité", "executive");
        await hers.Fill($"/fr/pratiques/{practice}/racines", "say-where", Cancel, ("Organization", centre.ToString()), ("Stage", "exploration"), ("Month", _month), ("Note", "On y pense."));
        var path = $"/fr/pratiques/adoptions/{Adoption.IdOf(PracticeReference.Own(practice), centre)}";

        Assert.True((await his.Fill(path, "say", Cancel, ("Stage", "discontinued"), ("Month", _month), ("Note", "Le temps a manqué."))).IsDone);
        var (forHer, forHim, forThem) = (TakeOuts(await hers.Open(path, Cancel)), TakeOuts(await his.Open(path, Cancel)), TakeOuts(await theirs.Open(path, Cancel)));
        Assert.Equal((1, 1, 2), (forHer.Count, forHim.Count, forThem.Count));
        Assert.NotEqual(forHer, forHim);

        var page = await theirs.Open(path, Cancel);
        Assert.True((await theirs.Send(path, page, forHer[0], Cancel)).IsDone);
        Assert.DoesNotContain("On y pense.", (await his.Open(path, Cancel)).Words, StringComparison.Ordinal);
        Assert.True((await his.Send(path, await his.Open(path, Cancel), forHim[0], Cancel)).IsDone);
        Assert.Equal(HttpStatusCode.NotFound, (await his.Open(path, Cancel)).Status);
        Assert.Contains("Personne n’a encore dit", (await his.Open($"/fr/pratiques/{practice}", Cancel)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task stay_when_the_practice_is_withdrawn_or_the_organization_taken_out_and_name_neither()
    {
        var (practice, centre) = (await Shared(), await Centre());
        var (_, browser) = await chapter.AddMember("Dominique");
        await browser.Fill($"/fr/pratiques/{practice}/racines", "say-where", Cancel, ("Organization", centre.ToString()), ("Stage", "sustained"), ("Month", _month));
        var path = $"/fr/pratiques/adoptions/{Adoption.IdOf(PracticeReference.Own(practice), centre)}";

        await Do(practice, new WithdrawPractice(Samples.Author, WithdrawalReason.Author));
        Assert.Empty((await chapter.Get<IGrainFactory>().Organization(centre).Do(new TakeAwayOrganization(chapter.Claude))).Refusals);

        var page = await browser.Open(path, Cancel);
        Assert.Contains("Maintenue", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Le Moulin à vent", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Le café du rétablissement", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"/fr/pratiques/{practice}/racines", Cancel)).Status);
        Assert.True((await browser.Fill(path, "say", Cancel, ("Stage", "discontinued"), ("Month", _month))).IsDone); // how it ended can still be said
    }

    [Fact]
    public async Task are_offered_to_who_has_begun_to_try_a_practice()
    {
        var practice = await Shared();
        var (who, browser) = await chapter.AddMember("Dominique");
        await browser.Fill($"/fr/pratiques/{practice}", "want", Cancel);
        var intention = Assert.Single((await chapter.Get<IntentionQueries>().Of(who.Id, Cancel)).All);

        Assert.True((await browser.Fill("/fr/ma-page/essais", $"answer-{intention.Id}", Cancel, ("Said", "begun"))).IsDone);

        Assert.NotNull((await browser.Open("/fr/ma-page/essais", Cancel)).Page.QuerySelector($"a[href='/fr/pratiques/{practice}/racines']"));
    }

    [Fact]
    public async Task are_closed_to_visitors_and_to_who_has_not_accepted_the_charter()
    {
        var (practice, centre) = (await Shared(), await Centre());
        var (_, member) = await chapter.AddMember("Dominique");
        await member.Fill($"/fr/pratiques/{practice}/racines", "say-where", Cancel, ("Organization", centre.ToString()), ("Stage", "sustained"), ("Month", _month));
        var (_, waiting) = await chapter.Add("Sans charte");

        foreach (var path in new[] { $"/fr/pratiques/{practice}/racines", $"/fr/pratiques/adoptions/{Adoption.IdOf(PracticeReference.Own(practice), centre)}" })
        {
            Assert.Equal(HttpStatusCode.OK, (await member.Open(path, Cancel)).Status);
            Assert.Contains("/fr/charte", (await waiting.Open(path, Cancel)).Location, StringComparison.Ordinal);
            Assert.Contains("/fr/entrer", (await chapter.NewBrowser().Open(path, Cancel)).Location, StringComparison.Ordinal);
        }
    }

    private static List<string> TakeOuts(Answer page) =>
        [.. page.Forms.Where(v => v.StartsWith("take-out-", StringComparison.Ordinal))];

    // Of a name of its own, in every test.
    private async Task<Guid> Centre()
    {
        var name = $"Le Moulin à vent {Interlocked.Increment(ref _next)}";
        var id = Organization.IdOf(name);
        Assert.Empty((await chapter.Get<IGrainFactory>().Organization(id).Do(new AddOrganization(chapter.Claude, new() { Name = name, Kind = OrganizationKind.CommunityOrganization, Region = "05" }))).Refusals);
        return id;
    }

    private async Task<Guid> Shared()
    {
        var practice = Guid.CreateVersion7(_now);
        await Do(practice, Samples.Write(Samples.Author));
        await Do(practice, Samples.ShareHere(Samples.Author));
        return practice;
    }

    private async Task Do<T>(Guid practice, T operation) where T : IOperation<Practice> =>
        Assert.Empty((await chapter.Get<IGrainFactory>().GetGrain<IPracticeGrain>(practice).Do(operation)).Refusals);
}
