using Microsoft.Playwright;
using RecoveryCoP.Browser.Tests.Nodes;

namespace RecoveryCoP.Browser.Tests.Journeys;

/// <summary>How a chapter comes into the network: two people, a code, six words.</summary>
internal static class Enrolling
{
    /// <summary>The whole of it; the chapter's id in the network.</summary>
    public static async Task<string> Admit(Person @operator, Person steward)
    {
        await Ask(@operator, steward);
        var chapter = await @operator.OpenChapter(steward);
        Assert.Equal(await SixWordsAt(steward), await @operator.Page.GetByRole(AriaRole.Main).Locator("section strong[lang=fr], p[lang=fr] strong").First.InnerTextAsync());

        await @operator.Tick("J’ai comparé les six mots de vive voix\u00a0: ils sont les mêmes.", "I compared the six words out loud: they are the same.");
        Assert.Equal(200, await @operator.Press("Admettre", "Admit"));
        await Assertions.Expect(@operator.Page.GetByText(@operator.Said("La communauté est admise.", "The community is admitted."))).ToBeVisibleAsync();
        await steward.Until(steward.Page.GetByText(steward.Said("Admise dans le réseau", "Admitted to the network")));
        return chapter;
    }

    /// <summary>The operator makes a code and the steward enters it: the chapter waits.</summary>
    public static async Task Ask(Person @operator, Person steward)
    {
        await @operator.Open("/fr/inscriptions/nouveau-code", "/en/enrolments/new-code");
        Assert.Equal(200, await @operator.Press("Créer le code", "Create the code"));
        var code = await @operator.Page.GetByRole(AriaRole.Main).Locator("code").InnerTextAsync();

        await steward.Open("/fr/reseau", "/en/network");
        await steward.Fill("Code d’inscription", "Enrolment code", code);
        await steward.Fill("Adresse du carrefour", "Address of the hub", @operator.Node.Hub);
        Assert.Equal(200, await steward.Press("Relier", "Link"));
        await Assertions.Expect(steward.Page.GetByText(steward.Said("En attente d’admission", "Waiting to be admitted"))).ToBeVisibleAsync();
    }

    /// <summary>The operator opens the page of the chapter that has the six words of the steward's; its id.</summary>
    public static async Task<string> OpenChapter(this Person @operator, Person steward)
    {
        var words = await SixWordsAt(steward);
        await @operator.Open("/fr/inscriptions", "/en/enrolments");
        var links = @operator.Page.GetByRole(AriaRole.Table).First.GetByRole(AriaRole.Link);
        foreach (var path in await links.EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))"))
        {
            await @operator.Open(path, path);
            if (await @operator.Page.GetByText(words).IsVisibleAsync())
            {
                return path[(path.LastIndexOf('/') + 1)..];
            }
        }

        Assert.Fail($"The hub shows no chapter with the words {words}");
        return "";
    }

    private static Task<string> SixWordsAt(Person steward) =>
        steward.Page.Locator($"dt:text-is('{steward.Said("Cette communauté", "This community")}') + dd").InnerTextAsync();
}
