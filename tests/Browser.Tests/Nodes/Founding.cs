using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RecoveryCoP.Browser.Tests.Nodes;

/// <summary>How somebody founds a node in the browser, with a slip on the way.</summary>
public static class Founding
{
    /// <summary>From the form to the first page, with the words of the paper typed back.</summary>
    /// <param name="founder">Who reads that page.</param>
    /// <param name="code">What the console shows.</param>
    /// <param name="place">The new node's name.</param>
    /// <param name="name">The founder's.</param>
    /// <param name="address">Theirs too.</param>
    public static async Task Found(this Person founder, string code, string place, string name, string address)
    {
        await founder.FoundNode(code, place, name, address, () => Task.CompletedTask);
        if (founder.Node.Program == NodeProcess.Chapter)
        {
            await founder.Page.Locator("input[value=none]").CheckAsync();
            Assert.Equal(200, await founder.Press("Continuer", "Go on"));
            Assert.Equal(200, await founder.Press("Plus tard", "Later"));
            Assert.Equal(200, await founder.Follow("Aller à l’accueil", "Go to the home page"));
            Assert.Equal(200, await founder.Press("J’accepte la charte", "I accept the charter"));
        }
    }

    /// <summary>From the form to the words of the paper, typed back.</summary>
    /// <param name="founder">Who reads that page.</param>
    /// <param name="code">What the console shows.</param>
    /// <param name="place">The new node's name.</param>
    /// <param name="name">The founder's.</param>
    /// <param name="address">Theirs too.</param>
    /// <param name="founded">What is done once the words are shown.</param>
    public static async Task FoundNode(this Person founder, string code, string place, string name, string address, Func<Task> founded)
    {
        await founder.Fill("Code affiché sur la console du serveur", "Code shown on the server’s console", code);
        await founder.Page.GetByLabel(founder.Said("Nom en français", "Name in English")).FillAsync(place);
        await founder.Choose("Région", "Region", "Bas-Saint-Laurent", "Bas-Saint-Laurent");
        await founder.Page.GetByLabel(founder.Said("Responsable de la protection des renseignements personnels, en français", "Person in charge of personal information, in English")).FillAsync("Secrétariat");
        await founder.Fill("Comment joindre cette personne", "How to reach that person", "vie-privee@example.org");
        await founder.Fill("Votre adresse courriel", "Your email address", address);
        Assert.Equal(422, await founder.Press("Fonder", "Set up"));
        await Expect(founder.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Expect(founder.Page.GetByLabel(founder.Said("Votre adresse courriel", "Your email address"))).ToHaveValueAsync(address);

        await founder.Fill("Votre nom", "Your name", name);
        Assert.Equal(200, await founder.Press("Fonder", "Set up"));
        await founded();
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
            await field.FillAsync(words[int.Parse(label!.Split(' ')[^1], CultureInfo.InvariantCulture) - 1]);
        }

        Assert.Equal(200, await founder.Press("Continuer", "Go on"));
    }
}
