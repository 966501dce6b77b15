using System.Net;
using AngleSharp.Html.Dom;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Tests.Meetings;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Chapter.Topics;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Topics;

public sealed class The_pages_of_topics(ChapterPages chapter) : IClassFixture<ChapterPages>
{
    private static readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private static int _next = 300;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/fr/sujets", "Les sujets proposés paraîtront ici", "/fr/sujets/proposer")]
    [InlineData("/en/topics", "Proposed topics will be here", "/en/topics/propose")]
    public async Task teach_when_there_is_nothing_yet(string path, string title, string propose)
    {
        await using var empty = new ChapterPages();
        await empty.InitializeAsync();

        var page = await ChapterPages.Open(empty.Visitor(TopicSamples.Neighbour), path);

        Assert.Equal(title, page.QuerySelector(".empty h2")!.TextContent);
        Assert.Equal(propose, page.QuerySelector(".empty a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/fr/sujets/proposer", "Parler d’argent", "En attente", "Proposé par Une personne membre")]
    [InlineData("/en/topics/propose", "Talking about money", "Waiting", "Proposed by A member")]
    public async Task let_a_member_propose_without_their_name(string path, string title, string standing, string by)
    {
        var proposer = chapter.Visitor(Somebody());
        using var sent = await ChapterPages.Send(proposer, path, await ChapterPages.Open(proposer, path), "propose", ("Title", title), ("Words", "Une ligne.\nUne autre."), ("Stream", "system"));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        var there = sent.Headers.Location!.ToString();

        var page = await ChapterPages.Open(chapter.Visitor(Somebody()), there);

        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(standing, page.QuerySelector(".heading .above")!.TextContent);
        Assert.Contains(by, page.QuerySelector(".byline")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Une ligne.\nUne autre.", page.QuerySelector("p.typed")!.TextContent);
        Assert.DoesNotContain("edit", Forms(page));
    }

    [Theory]
    [InlineData("/fr/sujets/proposer", "Dites en une ligne de quoi on parlerait.")]
    [InlineData("/en/topics/propose", "Say in one line what it would be about.")]
    public async Task keep_what_was_typed_when_they_refuse(string path, string says)
    {
        var proposer = chapter.Visitor(Somebody());

        using var refused = await ChapterPages.Send(proposer, path, await ChapterPages.Open(proposer, path), "propose", ("Words", "Ce que j’ai écrit"), ("ShowsName", "yes"));
        var page = await ChapterPages.Read(refused);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(says, page.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ce que j’ai écrit", page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.True(((IHtmlInputElement)page.QuerySelector("input[name=ShowsName]")!).IsChecked);
    }

    [Fact]
    public async Task refuse_a_twenty_first_proposal_that_waits()
    {
        var who = Somebody();
        for (var i = 0; i < Topic.MostOpen; i++)
        {
            await Propose(who, $"Sujet {i}");
        }

        var proposer = chapter.Visitor(who);
        using var refused = await ChapterPages.Send(
            proposer, "/fr/sujets/proposer", await ChapterPages.Open(proposer, "/fr/sujets/proposer"), "propose", ("Title", "Un de trop"), ("Stream", "system"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("déjà 20 sujets", (await ChapterPages.Read(refused)).QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task count_who_is_interested_too_and_name_nobody()
    {
        var topic = await Propose(Somebody(), "Les silences");
        var path = $"/fr/sujets/{topic}";
        var reader = chapter.Visitor(Somebody());

        using (var said = await ChapterPages.Send(reader, path, await ChapterPages.Open(reader, path), "me-too"))
        {
            Assert.Equal(HttpStatusCode.SeeOther, said.StatusCode);
        }

        var page = await ChapterPages.Open(reader, path);
        Assert.Contains("Vous êtes la seule personne intéressée", page.QuerySelector(".byline")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1\u00a0personne intéressée", (await ChapterPages.Open(chapter.Visitor(Somebody()), path)).QuerySelector(".byline")!.TextContent, StringComparison.Ordinal);
        var list = await ChapterPages.Open(reader, "/fr/sujets");
        using var back = await ChapterPages.Send(reader, "/fr/sujets", list, $"me-too-{topic}");
        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        Assert.Contains("Pas encore de", (await ChapterPages.Open(reader, path)).QuerySelector(".byline")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task let_whoever_plans_put_a_topic_on_an_agenda_and_nobody_else()
    {
        var who = Somebody();
        var topic = await Propose(who, "Embaucher des pairs");
        var meeting = await Announced(days: 8);
        var path = $"/fr/sujets/{topic}";
        var facilitator = chapter.Visitor(MeetingSamples.Facilitator);
        Assert.DoesNotContain("put-on", Forms(await ChapterPages.Open(chapter.Visitor(who), path)));

        using (var unclear = await ChapterPages.Send(facilitator, path, await ChapterPages.Open(facilitator, path), "put-on", ("OnMeeting", meeting.ToString()), ("Minutes", "longtemps")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, unclear.StatusCode);
            Assert.Equal("longtemps", ((IHtmlInputElement)(await ChapterPages.Read(unclear)).QuerySelector("input[name=Minutes]")!).Value);
        }

        using (var put = await ChapterPages.Send(facilitator, path, await ChapterPages.Open(facilitator, path), "put-on", ("OnMeeting", meeting.ToString()), ("Minutes", "25")))
        {
            Assert.Equal(HttpStatusCode.SeeOther, put.StatusCode);
        }

        var item = (await chapter.Get<MeetingQueries>().Find(meeting, MeetingSamples.Facilitator, Cancel))!.Plan.Items[^1];
        Assert.Equal((topic, "Embaucher des pairs", TopicStream.System, 25), (item.Id, item.Title, item.Stream, item.Minutes));
        var page = await ChapterPages.Open(chapter.Visitor(who), path);
        Assert.StartsWith("À l’ordre du jour du", page.QuerySelector(".heading .above")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"a[href='/fr/rencontres/{meeting}']"));
        Assert.Contains("Embaucher des pairs", (await ChapterPages.Open(chapter.Visitor(who), "/fr")).Body!.TextContent, StringComparison.Ordinal);

        // What is on an agenda is not said otherwise any more.
        using var late = await ChapterPages.Send(chapter.Visitor(who), $"{path}/modifier", await ChapterPages.Open(chapter.Visitor(who), $"{path}/modifier"), "edit", ("Title", "Autre"));
        Assert.NotEqual(HttpStatusCode.SeeOther, late.StatusCode);
    }

    [Fact]
    public async Task offer_the_backlog_beside_a_plan_and_take_from_it_what_is_pressed()
    {
        await using var fresh = new ChapterPages();
        await fresh.InitializeAsync();
        var topic = await Propose(Somebody(), "Embaucher des pairs", fresh);
        var facilitator = fresh.Visitor(MeetingSamples.Facilitator);
        const string path = "/fr/rencontres/planifier";
        var opened = await ChapterPages.Open(facilitator, path);
        Assert.Contains("Embaucher des pairs", opened.QuerySelector("#offers")!.TextContent, StringComparison.Ordinal);

        using var taken = await ChapterPages.Send(facilitator, path, opened, "plan", ("Title", "Rencontre de mai"), ("Do", $"take-{topic:N}"));
        var page = await ChapterPages.Read(taken);

        Assert.Equal(("Embaucher des pairs", "30", topic.ToString()), (Value(page, "Items[0].Title"), Value(page, "Items[0].Minutes"), Value(page, "Items[0].Id")));
        Assert.Equal("plan-Items[0].Title", Assert.Single(page.QuerySelectorAll("[autofocus]")).Id);
        Assert.Null(page.QuerySelector("#offers"));
        using var saved = await ChapterPages.Send(
            facilitator, path, page, "plan", ("Date", _now.AddDays(9).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("Time", "18:30"), ("Mode", "hybrid"),
            ("LinkFor", "members"), ("Language", "fr"), ("Do", "save"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal(TopicStanding.OnAgenda, (await fresh.Get<TopicQueries>().Find(topic, MeetingSamples.Facilitator, Cancel))!.Standing);
    }

    [Fact]
    public async Task give_the_proposer_an_answer_that_nobody_else_reads()
    {
        var who = Somebody();
        var topic = await Propose(who, "Un sujet à part");
        var path = $"/fr/sujets/{topic}";
        var executive = chapter.Visitor(Samples.Executive);

        using (var silent = await ChapterPages.Send(executive, path, await ChapterPages.Open(executive, path), "decline"))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
            Assert.Contains("Écrivez quelques mots", (await ChapterPages.Read(silent)).Body!.TextContent, StringComparison.Ordinal);
        }

        using (var answered = await ChapterPages.Send(executive, path, await ChapterPages.Open(executive, path), "decline", ("Answer", "Merci. Parlons-en à l’automne.")))
        {
            Assert.Equal(HttpStatusCode.SeeOther, answered.StatusCode);
        }

        Assert.Contains("Parlons-en à l’automne.", (await ChapterPages.Open(chapter.Visitor(who), path)).Body!.TextContent, StringComparison.Ordinal);
        using var hidden = await chapter.Visitor(Somebody()).GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);

        using (var kept = await ChapterPages.Send(executive, path, await ChapterPages.Open(executive, path), "keep"))
        {
            Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);
        }

        Assert.StartsWith("Lu et gardé", (await ChapterPages.Open(chapter.Visitor(who), path)).QuerySelector(".heading .above")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task let_the_proposer_alone_edit_and_withdraw()
    {
        var who = Somebody();
        var topic = await Propose(who, "Une ébauche");
        var path = $"/fr/sujets/{topic}";
        var proposer = chapter.Visitor(who);
        using (var others = await chapter.Visitor(Somebody()).GetAsync($"{path}/modifier", Cancel))
        {
            Assert.Equal(HttpStatusCode.Forbidden, others.StatusCode);
        }

        using (var edited = await ChapterPages.Send(proposer, $"{path}/modifier", await ChapterPages.Open(proposer, $"{path}/modifier"), "edit", ("Title", "Une meilleure ébauche"), ("Stream", "community")))
        {
            Assert.Equal(HttpStatusCode.SeeOther, edited.StatusCode);
        }

        var page = await ChapterPages.Open(proposer, path);
        Assert.Equal("Une meilleure ébauche", page.QuerySelector("h1")!.TextContent);
        using var withdrawn = await ChapterPages.Send(proposer, path, page, "withdraw");
        Assert.Equal("/fr/sujets?done=topic.withdrawn", withdrawn.Headers.Location!.ToString());
        using var gone = await proposer.GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    private static Actor Somebody(params string[] roles) => Samples.Someone(Interlocked.Increment(ref _next), roles);

    private async Task<Guid> Propose(Actor who, string title, ChapterPages? at = null)
    {
        var id = Guid.CreateVersion7(_now);
        Assert.Empty((await (at ?? chapter).Grains.GetGrain<ITopicGrain>(id).Do(new ProposeTopic(who, new TopicContent { Title = title, Stream = TopicStream.System }))).Refusals);
        return id;
    }

    private async Task<Guid> Announced(int days)
    {
        var id = Guid.CreateVersion7(_now);
        var start = Dates.Local(_now.AddDays(days)).DateTime;
        Assert.Empty((await chapter.Grains.Meeting(id).Do(new PlanMeeting(MeetingSamples.Facilitator, MeetingSamples.Plan with { Start = start.AddTicks(-(start.Ticks % TimeSpan.TicksPerMinute)) }))).Refusals);
        Assert.Empty((await chapter.Grains.Meeting(id).Do(new AnnounceMeeting(MeetingSamples.Facilitator, 1))).Refusals);
        return id;
    }

    private static string Value(IHtmlDocument page, string name) => ((IHtmlInputElement)page.QuerySelector($"input[name='{name}']")!).Value;

    private static IEnumerable<string?> Forms(IHtmlDocument page) => page.QuerySelectorAll("input[name=_handler]").Select(i => i.GetAttribute("value"));
}
