using Microsoft.Playwright;
using RecoveryCoP.Browser.Tests.Nodes;
using static Microsoft.Playwright.Assertions;

namespace RecoveryCoP.Browser.Tests.Journeys;

/// <summary>Meetings from their plan to their minutes, by somebody whose browser runs no scripts.</summary>
public sealed class A_meeting(Testing.Browser browser)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fr", Screen.Phone)]
    [InlineData("fr", Screen.Desktop)]
    [InlineData("en", Screen.Phone)]
    [InlineData("en", Screen.Desktop)]
    public async Task is_planned_in_balance_announced_answered_run_and_written_down_and_another_is_cancelled(string language, Screen screen)
    {
        var (chapter, link) = await RunningNode.Found(NodeProcess.Chapter, language, "CdP Rétablissement Estrie", Cancel);
        await using var _ = chapter;
        await using var leader = await Person.At(chapter, browser, language, Cancel, screen: screen);
        await using var visitor = await Person.At(chapter, browser, language, Cancel, screen: screen);
        await leader.SignIn(link);
        await leader.JoinTheExecutive();

        await PlanInBalance(leader);
        await leader.Announce();
        await visitor.Open("/fr", "/en");
        await Expect(visitor.Heading("La rencontre de mai", "The May meeting")).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = visitor.Said("vidéoconférence", "video call") })).ToHaveCountAsync(0);

        await leader.Open("/fr", "/en");
        Assert.Equal(200, await leader.Press("Je viens à distance", "I am joining remotely"));
        await Expect(leader.Page.GetByText(leader.Said("Votre réponse est notée.", "Your answer is noted."))).ToBeVisibleAsync();
        await leader.Follow("Voir l’ordre du jour", "See the agenda");
        await Run(leader);

        await PlanAnother(leader, 20);
        await leader.Announce();
        await leader.Begin();
        await leader.Follow("La rencontre de mai", "The May meeting");
        Assert.Equal(200, await leader.Press("Noter l’adoption", "Note the approval"));
        await Expect(leader.Page.GetByText(leader.Said("Procès-verbal adopté", "Approved minutes"), new() { Exact = true })).ToBeVisibleAsync();

        await PlanAnother(leader, 40);
        await leader.Announce();
        await leader.Cancel(leader.Said("La salle est fermée.", "The room is closed."));
        await Expect(leader.Page.GetByText(leader.Said("Cette rencontre est annulée", "This meeting is cancelled"))).ToBeVisibleAsync();
        await leader.Open("/fr/rencontres", "/en/meetings");
        await Expect(leader.Page.GetByText(leader.Said("Annulée", "Cancelled")).First).ToBeVisibleAsync();
    }

    private static async Task PlanInBalance(Person leader)
    {
        await leader.FillPlan(leader.Said("La rencontre de mai", "The May meeting"), 2, "Salle 2", [new("Accueil", "community", "business", 15), new("La table libre", "practice", "showcase", 80)]);
        // Sorting and adding rows saves nothing and loses nothing.
        await leader.FillItem(3, new("Embaucher des pairs", "system", "discussion", 15));
        Assert.Equal(200, await leader.Press("Monter le point 3", "Move item 3 up"));
        Assert.Equal(200, await leader.Press("Montrer l’équilibre", "Show the balance"));
        await Expect(leader.Page.GetByText(leader.Said("Pour retrouver l’équilibre", "To restore the balance"))).ToBeVisibleAsync();
        await Expect(leader.Page.GetByLabel(leader.Said("Sujet du point 2", "Subject of item 2"), new() { Exact = true })).ToHaveValueAsync("Embaucher des pairs");

        await leader.Fill("Minutes du point 2", "Minutes of item 2", "45");
        await leader.Fill("Minutes du point 3", "Minutes of item 3", "60");
        Assert.Equal(200, await leader.Press("Montrer l’équilibre", "Show the balance"));
        await Expect(leader.Page.GetByText(leader.Said("L’équilibre visé est respecté.", "The balance is within the target."))).ToBeVisibleAsync();
        await leader.Fill("Titre", "Title", "");
        Assert.Equal(422, await leader.Press("Enregistrer le plan", "Save the plan"));
        await Expect(leader.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await leader.Fill("Titre", "Title", leader.Said("La rencontre de mai", "The May meeting"));
        await leader.SavePlan();
    }

    private static async Task Run(Person leader)
    {
        await leader.Begin();
        Assert.Equal(200, await leader.Land(() => leader.Page.Locator(".taps li:has(button[aria-pressed])").First.GetByRole(AriaRole.Button).Last.ClickAsync()));
        Assert.Equal(200, await leader.Press("Une personne invitée de plus, en personne", "One more guest, in person"));
        Assert.Equal(200, await leader.Press("Une personne invitée de plus, en personne", "One more guest, in person"));
        await Expect(leader.Page.Locator("#bar")).ToContainTextAsync(leader.Said("3 présences", "3 present"));
        await leader.NotePromise(leader.Said("Appeler l’école.", "Call the school."));
        await leader.End();
        await leader.WriteMinutes();
        await Expect(leader.Page.GetByText(leader.Said("Appeler l’école.", "Call the school."))).ToBeVisibleAsync();
        await leader.Open("/fr", "/en");
        await Expect(leader.Heading("Vos suivis", "Your actions")).ToBeVisibleAsync();
        Assert.Equal(200, await leader.Press("C’est fait", "It is done"));
    }

    private static async Task PlanAnother(Person leader, int days)
    {
        await leader.FillPlan(leader.Said("Une autre rencontre", "Another meeting"), days, "Salle 3", [new("Discussion", "practice", "discussion", 60)]);
        await leader.SavePlan();
    }
}
