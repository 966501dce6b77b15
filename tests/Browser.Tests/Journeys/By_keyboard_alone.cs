using Microsoft.Playwright;
using RecoveryCoP.Browser.Tests.Nodes;
using static Microsoft.Playwright.Assertions;

namespace RecoveryCoP.Browser.Tests.Journeys;

/// <summary>Somebody who cannot use a pointer: Tab, Enter, Space and letters.</summary>
public sealed class By_keyboard_alone(Testing.Browser browser, SharedNetwork shared)
{
    private const int MostSteps = 150;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task one_signs_in_writes_and_shares(string language)
    {
        var network = await shared.With(browser);
        var link = (await network.Neighbour.Do(Cancel, "sign-in-link", "--address", "claude@example.org")).Trim();
        await using var person = await Person.At(network.Neighbour, browser, language, Cancel);

        await person.Open("/fr/entrer", "/en/sign-in");
        await person.Page.Keyboard.PressAsync("Tab");
        await Expect(person.Link("Aller au contenu", "Skip to content")).ToBeInViewportAsync();
        await To(person, person.Page.GetByLabel(person.Said("Code ou lien", "Code or link")));
        await person.Page.Keyboard.TypeAsync(link);
        Assert.Equal(200, await person.Land(() => person.Page.Keyboard.PressAsync("Enter")));

        await To(person, person.Link("Écrire une pratique", "Write a practice"));
        await person.Land(() => person.Page.Keyboard.PressAsync("Enter"));
        await To(person, person.Page.GetByLabel(person.Said("La pratique", "The practice"), new() { Exact = true }));
        await person.Page.Keyboard.TypeAsync("Nous marchons ensemble.");
        var save = person.Page.GetByRole(AriaRole.Button, new() { Name = person.Said("Partager dans la communauté", "Share in the community") });
        await To(person, save);
        Assert.Equal(422, await person.Land(() => person.Page.Keyboard.PressAsync("Enter")));

        await Expect(person.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await To(person, person.Link("Donnez un titre à la pratique. Quelques mots suffisent.", "Give the practice a title. A few words are enough."));
        await person.Page.Keyboard.PressAsync("Enter");
        await Expect(person.Page.GetByLabel(person.Said("Titre", "Title"), new() { Exact = true })).ToBeFocusedAsync();
        await person.Page.Keyboard.TypeAsync(person.Said("La marche", "The walk"));
        await To(person, save);
        Assert.Equal(200, await person.Land(() => person.Page.Keyboard.PressAsync("Enter")));
        await Expect(person.Heading("La marche", "The walk")).ToBeVisibleAsync();
        await To(person, person.Page.GetByRole(AriaRole.Button, new() { Name = person.Said("Partager avec le réseau", "Share with the network") }));
        Assert.Equal(200, await person.Land(() => person.Page.Keyboard.PressAsync("Space")));
        await Expect(person.Page.GetByText(person.Said("La pratique part vers le réseau.", "The practice is on its way to the network."))).ToBeVisibleAsync();
    }

    /// <summary>Presses Tab until something has the focus; on the way, wherever the focus is can be seen.</summary>
    private static async Task To(Person person, ILocator target)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            Assert.True(await IsFocusVisible(person), $"The focus cannot be seen on {await person.Page.Locator(":focus").EvaluateAsync<string>("e => e.outerHTML")}");
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"Tab never came to {target}");
    }

    private static async Task<bool> IsFocusVisible(Person person) =>
        await person.Page.Locator(":focus").CountAsync() == 0
        || await person.Page.Locator(":focus").EvaluateAsync<bool>("e => getComputedStyle(e).outlineStyle !== 'none' && parseFloat(getComputedStyle(e).outlineWidth) >= 2");
}
