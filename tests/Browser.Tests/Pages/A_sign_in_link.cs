using Microsoft.Playwright;
using RecoveryCoP.Browser.Tests.Nodes;

namespace RecoveryCoP.Browser.Tests.Pages;

/// <summary>The page that a link leads to. Its token is in the fragment, which the node does not see: the page is the same for every one.</summary>
public sealed class A_sign_in_link(Testing.Browser browser, SharedNetwork shared)
{
    [Theory]
    [InlineData("fr", "Votre lien est prêt")]
    [InlineData("en", "Your link is ready")]
    public async Task leads_to_a_page_that_names_the_community_and_has_one_button(string language, string heading)
    {
        var network = await shared.With(browser);
        await using var stranger = await Person.At(network.Neighbour, browser, language, TestContext.Current.CancellationToken, scripts: true);

        await stranger.Open("/fr/entrer#t=nobodysTokenAtAll", "/en/sign-in#t=nobodysTokenAtAll");

        var main = stranger.Page.Locator("main");
        await Assertions.Expect(main.GetByRole(AriaRole.Heading, new() { Name = heading })).ToBeVisibleAsync();
        await Assertions.Expect(main.Locator("#with-link strong")).ToHaveTextAsync("CdP Rétablissement Mauricie");
        await Assertions.Expect(main.GetByRole(AriaRole.Button)).ToHaveCountAsync(1);
        await Assertions.Expect(main.GetByRole(AriaRole.Button)).ToBeFocusedAsync();
        await Assertions.Expect(main.GetByRole(AriaRole.Textbox)).ToHaveCountAsync(0);
    }
}
