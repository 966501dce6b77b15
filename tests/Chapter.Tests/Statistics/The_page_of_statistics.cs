using System.Net;
using Google.Protobuf.WellKnownTypes;
using RecoveryCoP.Chapter.Federation;
using RecoveryCoP.Chapter.Statistics;
using RecoveryCoP.Chapter.Tests.Federation;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Statistics;

public sealed class The_page_of_statistics
{
    [Fact]
    public async Task lets_the_executive_committee_send_exactly_what_it_shows()
    {
        await using var pages = await FederationPages.Start();
        await pages.Get<Enrolment>().Enrol(pages.Hub.NewCode().Print(), pages.Hub.Address, TestContext.Current.CancellationToken);
        var quarter = Quarter.Of(TimeProvider.System.GetUtcNow()).Previous;
        using var executive = pages.Visitor("executive");
        var form = $"approve-{quarter}";
        var page = await ChapterPages.Open(executive, "/fr/statistiques");
        var seen = page.QuerySelectorAll("form").Single(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form)
            .QuerySelectorAll("input[name=Seen]").Select(i => i.GetAttribute("value")!).ToList();
        Assert.Equal(["practices.shared=0", "practices.revised=0"], seen);

        using (var stale = await ChapterPages.Send(executive, "/fr/statistiques", page, form, ("Seen", "practices.shared=7"), ("Seen", "practices.revised=0")))
        {
            Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        }

        using (var done = await ChapterPages.Send(executive, "/fr/statistiques", page, form))
        {
            Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        }

        await pages.Get<FollowerLoop>().CatchUp(TestContext.Current.CancellationToken);
        await pages.Get<SyncRound>().Run(TestContext.Current.CancellationToken);

        var sent = StatisticsReturn.Parser.ParseFrom(pages.Hub.Pushed[^1].OnlyItem().Item.Payload);
        Assert.Equal((quarter.ToString(), 1u, "none", 1u), (sent.Period, sent.SchemaVersion, sent.Method, sent.Correction));
        Assert.Equal([("practices.shared", 0L), ("practices.revised", 0L)], sent.Measures.Select(m => (m.Code, m.Value)));
        Assert.Contains("Au carrefour", await pages.Text("executive", "/fr/statistiques"), StringComparison.Ordinal);
        Assert.Contains("At the hub", await pages.Text("executive", "/en/statistics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task shows_a_return_that_came_back_after_a_restore_as_sent()
    {
        await using var pages = await FederationPages.Start();
        await pages.Get<Enrolment>().Enrol(pages.Hub.NewCode().Print(), pages.Hub.Address, TestContext.Current.CancellationToken);
        var quarter = Quarter.Of(TimeProvider.System.GetUtcNow()).Previous;
        await pages.Get<Database>().Write(
            t => pages.Get<OwnFeed>().Append(t, [new((at, _) => new StatisticsReturn
            {
                At = at,
                Period = quarter.ToString(),
                SchemaVersion = 1,
                Method = "none",
                Measures = { new Measure { Code = Figures.Shared }, new Measure { Code = Figures.Revised } },
                ApprovedAt = quarter.End.ToTimestamp(),
                Correction = 1,
            })]),
            TestContext.Current.CancellationToken);

        await pages.Get<FollowerLoop>().CatchUp(TestContext.Current.CancellationToken);
        await pages.Get<SyncRound>().Run(TestContext.Current.CancellationToken);

        using var executive = pages.Visitor("executive");
        var page = await ChapterPages.Open(executive, "/fr/statistiques");
        Assert.Contains("Au carrefour", page.QuerySelector(".card .status")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll($"input[name=_handler][value=approve-{quarter}]"));
    }
}
