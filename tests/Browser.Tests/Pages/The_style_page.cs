using RecoveryCoP.Browser.Tests.Nodes;

namespace RecoveryCoP.Browser.Tests.Pages;

/// <summary>Every part and picture in all their states at once, on one page for those who work on them.</summary>
public sealed class The_style_page(Testing.Browser browser)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task has_no_barriers_in_either_language_or_scheme()
    {
        await using var site = RunningNode.InTheTest("guide");
        await using var program = StyleGuide.StyleProgram.Build(site.Address.ToString());
        await program.StartAsync(Cancel);
        List<string> faults = [];
        foreach (var language in new[] { "fr", "en" })
        {
            await using var visitor = await Person.At(site, browser, language, Cancel, scripts: true);
            var page = new PageToVisit(Who.Stranger, "/fr/style", "/en/style");
            faults.AddRange(await new Inspection(visitor).Visit(page, visitor.Said(page.Fr, page.En)));
        }

        Inspection.AssertFaultless(faults);
    }
}
