using RecoveryCoP.Browser.Tests.Nodes;

namespace RecoveryCoP.Browser.Tests.Pages;

/// <summary>Every part and picture in all their states at once, on the page that only those who work on them turn on.</summary>
public sealed class The_style_page(Testing.Browser browser)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task has_no_barriers_in_either_language_or_scheme()
    {
        var (hub, _) = await RunningNode.Found(NodeProcess.Hub, "fr", "Carrefour du Québec", Cancel, ("Web__StylePage", "true"));
        await using var running = hub;
        List<string> faults = [];
        foreach (var language in new[] { "fr", "en" })
        {
            await using var visitor = await Person.At(hub, browser, language, Cancel, scripts: true);
            var page = new PageToVisit(Who.Stranger, "/fr/style", "/en/style");
            faults.AddRange(await new Inspection(visitor).Visit(page, visitor.Said(page.Fr, page.En)));
        }

        Inspection.AssertFaultless(faults);
    }
}
