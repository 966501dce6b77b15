using Microsoft.Playwright;
using RecoveryCoP.Browser.Tests.Nodes;
using static Microsoft.Playwright.Assertions;

namespace RecoveryCoP.Browser.Tests.Pages;

/// <summary>A node that was just started for the first time: founded in the browser, without scripts, in each language.</summary>
public sealed class A_new_node(Testing.Browser browser)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(NodeProcess.Chapter, "fr")]
    [InlineData(NodeProcess.Hub, "en")]
    public async Task is_founded_with_the_code_of_its_console_and_its_empty_pages_have_no_barriers(string program, string language)
    {
        var (node, code) = await RunningNode.StartNew(program, Cancel);
        await using var _ = node;
        var faults = new List<string>();
        foreach (var reader in new[] { "fr", "en" })
        {
            await using var visitor = await Person.At(node, browser, reader, Cancel, scripts: true);
            var founding = new PageToVisit(Who.Stranger, "/fr/fonder", "/en/found", new Refused("found", ("NameFr", "Estrie")));
            faults.AddRange(await new Inspection(visitor).Visit(founding, visitor.Said(founding.Fr, founding.En)));
        }

        await using var founder = await Person.At(node, browser, language, Cancel);
        await founder.Open("/fr", "/en");
        await Expect(founder.Heading(program == NodeProcess.Hub ? "Fonder ce carrefour" : "Fonder cette communauté", program == NodeProcess.Hub ? "Set up this hub" : "Set up this community")).ToBeVisibleAsync();
        await Expect(founder.Page.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
        await founder.Found(code, "Rivière-du-Loup", "Dominique", "dominique@example.org");

        foreach (var reader in new[] { "fr", "en" })
        {
            await using var keeper = await founder.Again(browser, reader, scripts: true);
            await using var stranger = await Person.At(node, browser, reader, Cancel, scripts: true);
            var (byKeeper, byStranger) = (new Inspection(keeper), new Inspection(stranger));
            foreach (var page in program == NodeProcess.Hub ? PagesToVisit.OfANewHub : PagesToVisit.OfANewChapter)
            {
                faults.AddRange(await (page.Who is Who.Keeper ? byKeeper : byStranger).Visit(page, keeper.Said(page.Fr, page.En)));
            }
        }

        Inspection.AssertFaultless(faults);
    }
}
