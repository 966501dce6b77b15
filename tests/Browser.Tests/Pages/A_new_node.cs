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
        await Found(founder, code);

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

    private static async Task Found(Person founder, string code)
    {
        await founder.Fill("Code affiché sur la console du serveur", "Code shown on the server’s console", code);
        await founder.Page.GetByLabel(founder.Said("Nom en français", "Name in English")).FillAsync("Rivière-du-Loup");
        await founder.Choose("Région", "Region", "Bas-Saint-Laurent", "Bas-Saint-Laurent");
        await founder.Page.GetByLabel(founder.Said("Responsable de la protection des renseignements personnels, en français", "Person in charge of personal information, in English")).FillAsync("Secrétariat");
        await founder.Fill("Comment joindre cette personne", "How to reach that person", "vie-privee@example.org");
        await founder.Fill("Votre adresse courriel", "Your email address", "dominique@example.org");
        Assert.Equal(422, await founder.Press("Fonder", "Set up"));
        await Expect(founder.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Expect(founder.Page.GetByLabel(founder.Said("Votre adresse courriel", "Your email address"))).ToHaveValueAsync("dominique@example.org");

        await founder.Fill("Votre nom", "Your name", "Dominique");
        Assert.Equal(200, await founder.Press("Fonder", "Set up"));
        var words = await founder.Page.Locator("ol.words li").AllTextContentsAsync();
        Assert.Equal(13, words.Count);
        // The numbers of a list, two digits too, have room inside its box.
        Assert.True(await founder.Page.Locator("ol.words").EvaluateAsync<bool>(
            """
            list => {
              const style = getComputedStyle(list), pen = document.createElement("canvas").getContext("2d");
              pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
              return pen.measureText("13. ").width <= parseFloat(style.paddingInlineStart);
            }
            """));
        foreach (var field in await founder.Page.GetByRole(AriaRole.Textbox).AllAsync())
        {
            var label = await founder.Page.Locator($"label[for={await field.GetAttributeAsync("id")}]").TextContentAsync();
            await field.FillAsync(words[int.Parse(label!.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture) - 1]);
        }

        Assert.Equal(200, await founder.Press("Continuer", "Go on"));
        if (founder.Node.Program == NodeProcess.Chapter)
        {
            Assert.Equal(200, await founder.Press("J’accepte la charte", "I accept the charter"));
        }
    }
}
