using Microsoft.Playwright;
using RecoveryCoP.Browser.Tests.Nodes;

namespace RecoveryCoP.Browser.Tests.Journeys;

/// <summary>What a person does as a member of their chapter.</summary>
internal static class Belonging
{
    /// <summary>Asks to join, and confirms the address with the code that comes by mail.</summary>
    public static async Task Join(this Person person, string name, string address, int letters, CancellationToken cancel)
    {
        await person.Open("/fr/joindre", "/en/join");
        await person.Fill("Nom ou pseudonyme", "Name or pseudonym", name);
        await person.Fill("Adresse courriel", "Email address", address);
        await person.Tick("J’ai lu la charte et je l’accepte", "I have read the charter and I accept it");
        Assert.Equal(200, await person.Press("Envoyer et confirmer mon adresse", "Send and confirm my address"));
        await person.Fill("Code ou lien", "Code or link", await person.Node.Code(address, letters, cancel));
        Assert.Equal(200, await person.Press("Confirmer", "Confirm"));
    }

    /// <summary>Publishes a further version of the charter, and accepts it as everybody has to.</summary>
    public static async Task PublishTheCharter(this Person person)
    {
        await person.Open("/fr/charte", "/en/charter");
        await person.Follow("Publier une nouvelle version", "Publish a new version");
        foreach (var (fr, en, more) in new[] { ("La charte en français", "The charter in French", "On peut amener quelqu’un."), ("La charte en anglais", "The charter in English", "You may bring somebody.") })
        {
            var side = person.Page.GetByLabel(person.Said(fr, en), new() { Exact = true });
            await side.FillAsync(await side.InputValueAsync() + $"\n\n{more}");
        }

        Assert.Equal(200, await person.Press("Publier et demander l’adhésion de chaque membre", "Publish and ask every member to accept"));
        await person.Open("/fr", "/en");
        Assert.Equal(200, await person.Press("J’accepte la charte", "I accept the charter"));
    }

    /// <summary>Shows one's name and what one can be talked to about.</summary>
    public static async Task BeSeen(this Person person)
    {
        await person.Open("/fr/ma-page/profil", "/en/my-page/profile");
        await person.Page.GetByLabel(person.Said("On peut me parler de…", "You can talk to me about…")).FillAsync("Café du mardi");
        await person.Tick("Mon nom, dans la liste des personnes", "My name, in the list of people");
        await person.Tick("De quoi on peut me parler", "What people can talk to me about");
        Assert.Equal(200, await person.Press("Enregistrer", "Save"));
    }

    /// <summary>Leaves the community.</summary>
    public static async Task Leave(this Person person)
    {
        await person.Page.Locator(".account > summary").ClickAsync();
        await person.Land(() => person.Page.Locator(".account a", new() { HasText = person.Said("Ma page", "My page") }).ClickAsync());
        await person.Unfold("Quitter la communauté", "Leave the community");
        Assert.Equal(200, await person.Press("Quitter la communauté", "Leave the community"));
        await Assertions.Expect(person.Page.GetByText(person.Said("Vous n’avez plus accès.", "You no longer have access."))).ToBeVisibleAsync();
    }
}
