using Microsoft.Playwright;
using RecoveryCoP.Browser.Tests.Nodes;

namespace RecoveryCoP.Browser.Tests.Journeys;

/// <summary>What a person does with a practice in their chapter; each step begins on the page where the one before it ended.</summary>
internal static class Practising
{
    /// <summary>A steward who is alone also speaks for the chapter.</summary>
    public static async Task JoinTheExecutive(this Person person)
    {
        await person.Open("/fr/acces", "/en/access");
        await person.Page.Locator("tbody th a").ClickAsync();
        await person.Choose("Rôle à donner", "Role to give", "Comité exécutif", "Executive committee");
        Assert.Equal(200, await person.Press("Donner ce rôle", "Give this role"));
    }

    /// <summary>Writes a draft.</summary>
    public static async Task Write(this Person person, string title, string text)
    {
        await person.Open("/fr/pratiques/ecrire", "/en/practices/write");
        await person.Fill("Titre", "Title", title);
        await person.Fill("La pratique", "The practice", text);
        Assert.Equal(200, await person.Press("Enregistrer le brouillon", "Save the draft"));
        await Assertions.Expect(person.Heading(title, title)).ToBeVisibleAsync();
    }

    /// <summary>Shows the draft to the chapter, then gives it to the network.</summary>
    public static async Task ShareWithTheNetwork(this Person person)
    {
        Assert.Equal(200, await person.Press("Partager dans la communauté", "Share in the community"));
        Assert.Equal(200, await person.Press("Partager avec le réseau", "Share with the network"));
        await Assertions.Expect(person.Page.GetByText(person.Said("La pratique part vers le réseau.", "The practice is on its way to the network."))).ToBeVisibleAsync();
    }

    /// <summary>Writes a further revision.</summary>
    public static async Task Revise(this Person person, string text, string note)
    {
        await person.Follow("Réviser", "Revise");
        await person.Fill("La pratique", "The practice", text);
        await person.Page.GetByLabel(person.Said("Ce qui a changé", "What changed")).FillAsync(note);
        Assert.Equal(200, await person.Press("Enregistrer la révision", "Save the revision"));
        await Assertions.Expect(person.Page.GetByText(note)).ToBeVisibleAsync();
    }

    /// <summary>Takes the practice back, everywhere.</summary>
    public static async Task Withdraw(this Person person)
    {
        await person.Unfold("Retirer la pratique", "Withdraw the practice");
        await person.Page.GetByRole(AriaRole.Radio).First.CheckAsync();
        Assert.Equal(200, await person.Press("Retirer la pratique", "Withdraw the practice"));
        await Assertions.Expect(person.Page.GetByText(person.Said("La pratique est retirée.", "The practice is withdrawn."))).ToBeVisibleAsync();
    }
}
