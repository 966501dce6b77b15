using Microsoft.Playwright;
using RecoveryCoP.Browser.Tests.Nodes;
using static Microsoft.Playwright.Assertions;

namespace RecoveryCoP.Browser.Tests.Journeys;

/// <summary>Somebody who is no member of anything looks for a practice at the hub, in a browser that runs no scripts.</summary>
public sealed class Finding_a_practice(Testing.Browser browser, SharedNetwork shared)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fr", Screen.Phone)]
    [InlineData("fr", Screen.Desktop)]
    [InlineData("en", Screen.Phone)]
    [InlineData("en", Screen.Desktop)]
    public async Task works_with_a_plural_without_its_accent_and_leads_to_where_it_comes_from(string language, Screen screen)
    {
        var network = await shared.With(browser);
        await using var reader = await Person.At(network.Hub, browser, language, Cancel, screen: screen);

        await reader.Open("/fr", "/en");
        Assert.Equal(200, await reader.Follow("Bibliothèque", "Library"));
        await reader.Page.GetByRole(AriaRole.Searchbox).FillAsync("cafes");
        Assert.Equal(200, await reader.Press("Chercher", "Search"));
        Assert.Equal(200, await reader.Follow("Le café du mardi", "Le café du mardi"));

        await Expect(reader.Page.GetByText(reader.Said("Signature vérifiée", "Signature verified"))).ToBeVisibleAsync();
        await Expect(reader.Heading("D’où elle vient", "Where it comes from")).ToBeVisibleAsync();
        await Expect(reader.Page.Locator("main").GetByText("CdP Rétablissement Mauricie").First).ToBeVisibleAsync();
    }
}
