using Microsoft.Playwright;
using RecoveryCoP.Browser.Tests.Nodes;
using static Microsoft.Playwright.Assertions;

namespace RecoveryCoP.Browser.Tests.Journeys;

/// <summary>What a series is for: a volunteer with a phone of 360 pixels announces the next meeting from what it prepared.</summary>
public sealed class Announcing_from_a_series(Testing.Browser browser)
{
    private const int MostTaps = 12;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fr", false)]
    [InlineData("en", true)]
    public async Task takes_twelve_taps_at_most_and_one_typed_line(string language, bool scripts)
    {
        var (chapter, link) = await RunningNode.Found(NodeProcess.Chapter, language, "CdP Rétablissement Estrie", Cancel);
        await using var _ = chapter;
        await using var leader = await Person.At(chapter, browser, language, Cancel, scripts, Screen.Phone);
        await leader.Page.SetViewportSizeAsync(360, 740);
        await leader.SignIn(link);
        await leader.JoinTheExecutive();
        await leader.SetUpSeries(leader.Said("Rencontre du mois", "Monthly meeting"));
        await leader.Open("/fr", "/en");
        var drafts = leader.Page.Locator("section", new() { Has = leader.Heading("À annoncer", "To be announced") }).GetByRole(AriaRole.Link);
        await leader.Until(drafts);

        var taps = new Taps(leader, "announce from the series’ template", MostTaps);
        await taps.To(drafts.First);
        await taps.To(leader.Link("Revoir le plan", "Revise the plan"));
        await taps.TypeAndSend(leader.Page.GetByLabel(leader.Said("Titre", "Title"), new() { Exact = true }), leader.Said("Rencontre du mois : une invitée", "Monthly meeting: a guest speaks"));
        await taps.To(leader.Page.GetByRole(AriaRole.Button, new() { Name = leader.Said("Annoncer aux membres", "Announce to members") }));

        await Expect(leader.Page.GetByText(leader.Said("La rencontre est annoncée", "The meeting is announced"))).ToBeVisibleAsync();
        await Expect(leader.Heading("Rencontre du mois : une invitée", "Monthly meeting: a guest speaks")).ToBeVisibleAsync();
        taps.Reached();
    }
}
