using Microsoft.Playwright;
using RecoveryCoP.Browser.Tests.Nodes;
using static Microsoft.Playwright.Assertions;

namespace RecoveryCoP.Browser.Tests.Journeys;

/// <summary>A form that is refused and then sent, in a browser that runs scripts.</summary>
public sealed class Going_back(Testing.Browser browser, SharedNetwork shared)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task after_a_refusal_and_a_success_leads_to_the_page_before_and_asks_nothing(string language)
    {
        var network = await shared.With(browser);
        await using var facilitator = await network.Steward.Again(browser, language, scripts: true);
        await facilitator.Open("/fr/pratiques", "/en/practices");
        await facilitator.Open("/fr/pratiques/ecrire", "/en/practices/write");
        var form = facilitator.Page.Url;

        Assert.Equal(422, await facilitator.Press("Enregistrer le brouillon", "Save the draft"));
        await Expect(facilitator.Page.Locator("main [role=alert]")).ToBeFocusedAsync();
        Assert.Equal(form, facilitator.Page.Url);

        await facilitator.Fill("Titre", "Title", $"La page d’avant {language}");
        await facilitator.Fill("La pratique", "The practice", "On y revient.");
        Assert.Equal(200, await facilitator.Press("Enregistrer le brouillon", "Save the draft"));
        var saved = facilitator.Page.Url;
        Assert.NotEqual(form, saved);

        var back = await facilitator.Page.GoBackAsync();
        Assert.Equal((form, "GET"), (facilitator.Page.Url, back!.Request.Method));
        await facilitator.Page.GoForwardAsync();
        await Expect(facilitator.Page.GetByRole(AriaRole.Heading, new() { Name = $"La page d’avant {language}" })).ToBeVisibleAsync();
    }
}
