using Microsoft.Playwright;
using RecoveryCoP.Browser.Tests.Nodes;
using RecoveryCoP.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace RecoveryCoP.Browser.Tests.Journeys;

/// <summary>Coming, going and coming back, in a browser that runs no scripts.</summary>
public sealed class Joining(Testing.Browser browser, SharedNetwork shared)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fr", Screen.Phone)]
    [InlineData("fr", Screen.Desktop)]
    [InlineData("en", Screen.Phone)]
    [InlineData("en", Screen.Desktop)]
    public async Task is_done_with_the_code_in_the_letter_and_so_is_coming_back(string language, Screen screen)
    {
        var network = await shared.With(browser);
        var (name, address) = ($"Passerelle {language} {screen}", $"passerelle-{language}-{screen}@example.org".ToLowerInvariant());
        await using var person = await Person.At(network.Neighbour, browser, language, Cancel, screen: screen);
        await using var reader = await network.Steward.Again(browser, language, scripts: false);

        await person.Open("/fr/joindre", "/en/join");
        Assert.Equal(422, await person.Press("Envoyer et confirmer mon adresse", "Send and confirm my address"));
        await Expect(person.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(person.Said("Écrivez un nom.", "Write a name."));

        await person.Join(name, address, letters: 1, Cancel);
        await Expect(person.Page.GetByText(person.Said("Bienvenue! Votre adresse est confirmée.", "Welcome! Your address is confirmed."))).ToBeVisibleAsync();
        await Seen(reader, name, visible: false);
        await person.BeSeen();
        await Seen(reader, name, visible: true);

        await person.Leave();
        await Seen(reader, name, visible: false);
        await person.Join(name, address, letters: 2, Cancel);
        await person.Open("/fr/ma-page/profil", "/en/my-page/profile");
        await Expect(person.Page.GetByText(person.Said("Ici depuis le", "Here since"))).ToHaveCountAsync(1);
        await Expect(person.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = person.Said("Version 2 de la charte", "Version 2 of the charter") })).ToHaveCountAsync(2);
        await Seen(reader, name, visible: false);
        await person.Leave();
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task is_not_over_for_somebody_who_was_added_before_they_accept_the_charter(string language)
    {
        var network = await shared.With(browser);
        var link = (await network.Neighbour.Do(Cancel, "sign-in-link", "--address", "andree@example.org")).Trim();
        await using var person = await Person.At(network.Neighbour, browser, language, Cancel, scripts: true);
        await person.Open("/fr/entrer", "/en/sign-in");
        await person.Fill("Code ou lien", "Code or link", link);
        await person.Press("Entrer", "Sign in");

        await Expect(person.Heading("Adhérer à la charte", "Accept the charter")).ToBeVisibleAsync();
        var page = new PageToVisit(Who.Keeper, "/fr/charte/adherer", "/en/charter/accept", new Refused("accept", ("Version", "9")) { Status = 409 });
        Inspection.AssertFaultless(await new Inspection(person).Visit(page, person.Said(page.Fr, page.En)));
    }

    private static async Task Seen(Person reader, string name, bool visible)
    {
        await reader.Open("/fr/personnes", "/en/people");
        if (await reader.Page.GetByRole(AriaRole.Searchbox).CountAsync() > 0)
        {
            await reader.Page.GetByRole(AriaRole.Searchbox).FillAsync(name);
            await reader.Press("Chercher", "Search");
        }

        await Expect(reader.Page.GetByText(name, new() { Exact = true })).ToHaveCountAsync(visible ? 1 : 0);
    }
}
