using RecoveryCoP.Browser.Tests.Journeys;
using RecoveryCoP.Browser.Tests.Nodes;

namespace RecoveryCoP.Browser.Tests.Pages;

/// <summary>Between the code and the admission.</summary>
public sealed class A_chapter_that_waits(Testing.Browser browser, SharedNetwork shared)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_shown_without_barriers_on_both_sides()
    {
        var network = await shared.With(browser);
        var (chapter, link) = await RunningNode.Found(NodeProcess.Chapter, "fr", "CdP Rétablissement Outaouais", Cancel);
        await using var _ = chapter;
        await using var steward = await Person.At(chapter, browser, "fr", Cancel, scripts: true);
        await using var @operator = await network.Operator.Again(browser, "fr", scripts: true);
        await steward.SignIn(link);
        await Enrolling.Ask(@operator, steward);
        var id = await @operator.OpenChapter(steward);

        List<string> faults = [];
        foreach (var language in new[] { "fr", "en" })
        {
            await using var here = await steward.Again(browser, language, scripts: true);
            await using var there = await @operator.Again(browser, language, scripts: true);
            faults.AddRange(await new Inspection(here).Visit(new(Who.Keeper, "/fr/reseau", "/en/network"), here.Said("/fr/reseau", "/en/network")));
            faults.AddRange(await new Inspection(there).Visit(
                new(Who.Keeper, "/fr/inscriptions/{Id}", "/en/enrolments/{Id}", new Refused("admit")), there.Said("/fr/inscriptions/", "/en/enrolments/") + id));
        }

        Inspection.AssertFaultless(faults);
    }
}
