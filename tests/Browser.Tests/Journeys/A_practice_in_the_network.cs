using Microsoft.Playwright;
using RecoveryCoP.Browser.Tests.Nodes;
using static Microsoft.Playwright.Assertions;

namespace RecoveryCoP.Browser.Tests.Journeys;

/// <summary>The whole way of a practice, by people whose browsers run no scripts.</summary>
public sealed class A_practice_in_the_network(Testing.Browser browser, SharedNetwork shared)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fr", "CdP Rétablissement Estrie", "La table libre du jeudi", "Nous gardons une table libre.", "Nous gardons trois tables libres.", "Deux tables de plus.")]
    [InlineData("en", "Outaouais Recovery CoP", "The free table on Thursdays", "We keep one table free.", "We keep three tables free.", "Two more tables.")]
    public async Task is_read_in_another_chapter_until_it_is_withdrawn(string language, string name, string title, string first, string second, string note)
    {
        var network = await shared.With(browser);
        var (chapter, link) = await RunningNode.Found(NodeProcess.Chapter, language, name, Cancel);
        await using var _ = chapter;
        await using var author = await Person.At(chapter, browser, language, Cancel);
        await using var @operator = await network.Operator.Again(browser, language, scripts: false);
        await using var visitor = await Person.At(network.Hub, browser, language, Cancel);
        await using var neighbour = await network.Steward.Again(browser, language, scripts: false);

        await author.SignIn(link);
        await author.JoinTheExecutive();
        await WriteAfterARefusal(author, title, first);
        await author.ShareWithTheNetwork();
        await Expect(author.Page.GetByText(author.Said("En attente d’être remise au carrefour provincial", "Waiting to be handed to the provincial hub"))).ToBeVisibleAsync();
        var page = author.Page.Url;

        await Enrolling.Admit(@operator, author);
        foreach (var reader in new[] { visitor, neighbour })
        {
            await OpenFromTheLibrary(reader, title);
            await Expect(reader.Page.GetByText(first)).ToBeVisibleAsync();
            await Expect(reader.Page.GetByRole(AriaRole.Main).GetByText(name).First).ToBeVisibleAsync();
        }

        await author.Page.GotoAsync(page);
        await author.Until(author.Page.GetByText(author.Said("Au carrefour provincial depuis", "At the provincial hub since")));
        await author.Revise(second, note);
        foreach (var reader in new[] { visitor, neighbour })
        {
            await reader.Until(reader.Page.GetByText(second));
            await reader.Follow("Voir ce que la révision 2 a changé", "See what revision 2 changed");
            await Expect(reader.Page.GetByRole(AriaRole.Main).Locator("ins").First).ToBeVisibleAsync();
            await reader.Follow("Retour à la pratique", "Back to the practice");
        }

        await author.Withdraw();
        foreach (var reader in new[] { visitor, neighbour })
        {
            await reader.UntilAnswered(410);
            await Expect(reader.Heading("Cette pratique a été retirée", "This practice was withdrawn")).ToBeVisibleAsync();
            await Expect(reader.Page.GetByText(second)).ToHaveCountAsync(0);
            await reader.Open("/fr/bibliotheque", "/en/library");
            await Expect(reader.Link(title, title)).ToHaveCountAsync(0);
        }
    }

    private static async Task WriteAfterARefusal(Person author, string title, string text)
    {
        await author.Open("/fr/pratiques/ecrire", "/en/practices/write");
        await author.Fill("La pratique", "The practice", text);
        Assert.Equal(422, await author.Press("Enregistrer le brouillon", "Save the draft"));

        await Expect(author.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Expect(author.Page.GetByLabel(author.Said("La pratique", "The practice"), new() { Exact = true })).ToHaveValueAsync(text);
        await author.Jump("Donnez un titre à la pratique. Quelques mots suffisent.", "Give the practice a title. A few words are enough.");
        await Expect(author.Page.GetByLabel(author.Said("Titre", "Title"), new() { Exact = true })).ToBeFocusedAsync();
        await author.Fill("Titre", "Title", title);
        Assert.Equal(200, await author.Press("Enregistrer le brouillon", "Save the draft"));
    }

    private static async Task OpenFromTheLibrary(Person reader, string title)
    {
        await reader.Open("/fr/bibliotheque", "/en/library");
        await reader.Until(reader.Link(title, title));
        Assert.Equal(200, await reader.Follow(title, title));
    }
}
