using System.Net;
using RecoveryCoP.Chapter.Intentions;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Tests.Meetings;
using RecoveryCoP.Chapter.Tests.Members;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Intentions;

public sealed class The_pages_of_intentions(OpenChapter chapter) : IClassFixture<OpenChapter>
{
    private static readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fr", "pratiques", "ma-page/essais", "Vous aimeriez l’essayer depuis le")]
    [InlineData("en", "practices", "my-page/trying", "You have wanted to try it since")]
    public async Task let_a_member_say_that_they_would_like_to_try_a_practice_and_take_it_back(string language, string practices, string mine, string since)
    {
        var practice = await Shared();
        var (_, browser) = await chapter.AddMember("Dominique");
        var path = $"/{language}/{practices}/{practice}";

        Assert.True((await browser.Fill(path, "want", Cancel)).IsDone);
        var page = await browser.Open(path, Cancel);
        Assert.Contains(since, page.Words, StringComparison.Ordinal);
        Assert.False(page.Has("want"));

        var list = await browser.Open($"/{language}/{mine}", Cancel);
        Assert.Contains("Le café du rétablissement", list.Words, StringComparison.Ordinal);
        var form = list.Page.QuerySelector("input[name=_handler][value^='take-back-']")!.GetAttribute("value")!;
        Assert.True((await browser.Send($"/{language}/{mine}", list, form, Cancel)).IsDone);
        Assert.True((await browser.Open(path, Cancel)).Has("want"));
    }

    [Fact]
    public async Task take_an_answer_on_ones_own_page()
    {
        var practice = await Shared();
        var (who, browser) = await chapter.AddMember("Dominique");
        await browser.Fill($"/fr/pratiques/{practice}", "want", Cancel);

        var list = await browser.Open("/fr/ma-page/essais", Cancel);
        var form = list.Page.QuerySelector("input[name=_handler][value^='answer-']")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send("/fr/ma-page/essais", list, form, Cancel, ("Said", "peut-être"))).Status);
        Assert.True((await browser.Send("/fr/ma-page/essais", list, form, Cancel, ("Said", "no"), ("Why", "direction"))).IsDone);

        var intention = Assert.Single((await chapter.Get<IntentionQueries>().Of(who.Id, Cancel)).All);
        Assert.Equal((IntentionState.GivenUp, WhyNot.Direction), (intention.State, intention.Why));
        Assert.Contains("Vous avez dit non le", (await browser.Open("/fr/ma-page/essais", Cancel)).Words, StringComparison.Ordinal);
        Assert.True((await browser.Open($"/fr/pratiques/{practice}", Cancel)).Has("want"));
    }

    [Fact]
    public async Task show_nobody_what_somebody_else_would_like_to_try()
    {
        var practice = await Shared();
        var (_, browser) = await chapter.AddMember("Dominique");
        await browser.Fill($"/fr/pratiques/{practice}", "want", Cancel);
        var (other, theirs) = await chapter.AddMember("Camille", "executive", "steward", "facilitator", "privacy-officer");

        var page = await theirs.Open($"/fr/pratiques/{practice}", Cancel);

        Assert.True(page.Has("want"));
        Assert.DoesNotContain("d’ici aimer", page.Words, StringComparison.Ordinal);
        Assert.Contains("Rien pour le moment", (await theirs.Open("/fr/ma-page/essais", Cancel)).Words, StringComparison.Ordinal);
        Assert.Empty((await chapter.Get<IntentionQueries>().Of(other.Id, Cancel)).All);
    }

    [Fact]
    public async Task say_how_many_want_the_same_from_five_people_up()
    {
        var practice = await Shared();
        for (var n = 0; n < MemberIntentions.FewestShown; n++)
        {
            var (_, browser) = await chapter.AddMember($"Personne {n}");
            Assert.DoesNotContain("d’ici aimer", (await browser.Open($"/fr/pratiques/{practice}", Cancel)).Words, StringComparison.Ordinal);
            Assert.True((await browser.Fill($"/fr/pratiques/{practice}", "want", Cancel)).IsDone);
        }

        var (_, reader) = await chapter.AddMember("Camille");
        Assert.Contains("5 personnes d’ici aimeraient l’essayer", (await reader.Open($"/fr/pratiques/{practice}", Cancel)).Words.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task offer_a_practice_neither_to_who_wrote_it_nor_to_visitors_nor_before_it_is_shared()
    {
        var (author, writing) = await chapter.AddMember("Alex");
        var practice = await Draft(author);
        Assert.False((await writing.Open($"/fr/pratiques/{practice}", Cancel)).Has("want"));
        await Do(practice, Samples.ShareHere(author));
        Assert.False((await writing.Open($"/fr/pratiques/{practice}", Cancel)).Has("want"));
        var (_, waiting) = await chapter.Add("Sans charte");
        Assert.False((await waiting.Open($"/fr/pratiques/{practice}", Cancel)).Has("want"));
    }

    [Fact]
    public async Task offer_what_a_meeting_spoke_of_from_its_beginning_on()
    {
        var practice = await Shared();
        var (who, browser) = await chapter.AddMember("Dominique");
        var own = await Draft(who);
        await Do(own, Samples.ShareHere(who));
        var facilitator = new Actor(chapter.Claude.Id, ["facilitator", "executive"]);
        var meeting = Guid.CreateVersion7(_now);
        var start = Dates.DayOf(_now).AddDays(1).ToDateTime(new TimeOnly(18, 30));
        await Meeting(meeting, new PlanMeeting(facilitator, MeetingSamples.Plan with { Start = start, Items = [.. MeetingSamples.Plan.Items.Select((item, n) => n == 0 ? item with { Practice = practice } : n == 1 ? item with { Practice = own } : item)] }));
        await Meeting(meeting, new AnnounceMeeting(facilitator, 1));
        Assert.False((await browser.Open($"/fr/rencontres/{meeting}", Cancel)).Has($"want-{practice}"));
        await Meeting(meeting, new BeginMeeting(facilitator));

        Assert.True((await browser.Fill($"/fr/rencontres/{meeting}", $"want-{practice}", Cancel)).IsDone);
        Assert.DoesNotContain($"want-{own}", (await browser.Open($"/fr/rencontres/{meeting}", Cancel)).Forms);

        Assert.Equal(new PracticeReference("", practice), Assert.Single((await chapter.Get<IntentionQueries>().Of(who.Id, Cancel)).All).Practice);
        Assert.Contains("Vous aimeriez l’essayer depuis le", (await browser.Open($"/fr/rencontres/{meeting}", Cancel)).Words, StringComparison.Ordinal);
    }

    private async Task<Guid> Shared()
    {
        var practice = await Draft(Samples.Author);
        await Do(practice, Samples.ShareHere(Samples.Author));
        return practice;
    }

    private async Task<Guid> Draft(Actor author)
    {
        var practice = Guid.CreateVersion7(_now);
        await Do(practice, Samples.Write(author));
        return practice;
    }

    private async Task Do<T>(Guid practice, T operation) where T : IOperation<Practice> =>
        Assert.Empty((await chapter.Get<IGrainFactory>().GetGrain<IPracticeGrain>(practice).Do(operation)).Refusals);

    private async Task Meeting<T>(Guid meeting, T operation) where T : IOperation<Meeting> =>
        Assert.Empty((await chapter.Get<IGrainFactory>().Meeting(meeting).Do(operation)).Refusals);
}
