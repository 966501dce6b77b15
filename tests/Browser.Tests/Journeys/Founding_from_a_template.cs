using System.Diagnostics;
using Microsoft.Playwright;
using RecoveryCoP.Browser.Tests.Nodes;
using static Microsoft.Playwright.Assertions;

namespace RecoveryCoP.Browser.Tests.Journeys;

/// <summary>A volunteer with a phone and an empty server: to a running community whose first meeting is announced.</summary>
public sealed class Founding_from_a_template(Testing.Browser browser)
{
    private const int MostScreens = 12;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fr", Screen.Phone, false)]
    [InlineData("en", Screen.Desktop, true)]
    public async Task takes_twelve_screens_at_most_and_no_page_has_a_barrier(string language, Screen screen, bool scripts)
    {
        var (node, code) = await RunningNode.StartNew(NodeProcess.Chapter, Cancel);
        await using var _ = node;
        await using var founder = await Person.At(node, browser, language, Cancel, scripts, screen);
        var (screens, clock) = (0, Stopwatch.StartNew());
        await founder.Open("/fr", "/en");
        await Next(founder.Heading("Fonder cette communauté", "Set up this community"));
        await founder.FoundNode(code, "Rivière-du-Loup", "Dominique", "dominique@example.org", () => Next(founder.Heading("La fondation est faite", "It is set up")));

        await Next(founder.Heading("De quoi partir?", "What to begin with?"));
        Assert.Equal(200, await founder.Press("Continuer", "Go on"));
        await Next(founder.Heading("Votre première rencontre", "Your first meeting"));
        await founder.Page.Locator("[name=Place]").FillAsync("Maison de quartier, salle 2");
        Assert.Equal(200, await founder.Press("Continuer", "Go on"));
        await Next(founder.Heading("Rejoindre le réseau?", "Join the network?"));
        Assert.Equal(200, await founder.Press("Plus tard", "Later"));
        await Next(founder.Heading("Voici ce qui sera fait", "This is what will be made"));
        Assert.Equal(200, await founder.Press("Tout faire", "Make it all"));
        await Next(founder.Heading("Votre communauté se prépare", "Your community is being prepared").Or(founder.Heading("Votre communauté est prête", "Your community is ready")));
        await founder.Until(founder.Heading("Votre communauté est prête", "Your community is ready"));
        await Looked();

        Assert.Equal(200, await founder.Follow("Relire et annoncer la première rencontre", "Read over and announce the first meeting"));
        await Next(founder.Page.GetByRole(AriaRole.Button, new() { Name = founder.Said("J’accepte la charte", "I accept the charter") }));
        Assert.Equal(200, await founder.Press("J’accepte la charte", "I accept the charter"));
        await Next(founder.Page.GetByRole(AriaRole.Button, new() { Name = founder.Said("Annoncer aux membres", "Announce to members") }));
        Assert.Equal(200, await founder.Press("Annoncer aux membres", "Announce to members"));
        await Expect(founder.Page.GetByText(founder.Said("La rencontre est annoncée", "The meeting is announced"))).ToBeVisibleAsync();
        TestContext.Current.TestOutputHelper!.WriteLine($"{language}: {screens} screens, {clock.Elapsed.TotalSeconds:0.0} s of the machine");
        Assert.InRange(screens, 1, MostScreens);

        await founder.Open("/fr", "/en");
        await Expect(founder.Heading("Les 90 premiers jours", "The first ninety days")).ToBeVisibleAsync();

        async Task Next(ILocator shown)
        {
            await Expect(shown.First).ToBeVisibleAsync();
            screens++;
            await Looked();
        }

        async Task Looked()
        {
            await founder.Visitor.Screenshot($"founding-{language}-{screens}");
            if (scripts)
            {
                Assert.Empty(await founder.Visitor.Barriers());
            }
        }
    }
}
