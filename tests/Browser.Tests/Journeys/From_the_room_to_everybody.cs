using Microsoft.Playwright;
using RecoveryCoP.Browser.Tests.Nodes;
using static Microsoft.Playwright.Assertions;

namespace RecoveryCoP.Browser.Tests.Journeys;

/// <summary>What a volunteer with a phone of 360 pixels has to do beside the words themselves, and what a member does who was written to.</summary>
public sealed class From_the_room_to_everybody(Testing.Browser browser)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fr", false)]
    [InlineData("en", true)]
    public async Task the_minutes_take_ten_taps_at_most(string language, bool scripts)
    {
        var (chapter, link) = await RunningNode.Found(NodeProcess.Chapter, language, "CdP Rétablissement Estrie", Cancel);
        await using var _ = chapter;
        await using var leader = await Phone(chapter, language, scripts);
        await leader.SignIn(link);
        await leader.JoinTheExecutive();
        await Plan(leader, 1);
        await leader.Begin();
        var taps = new Taps(leader, "minutes to members, beside the words", 10);

        await taps.On(leader.Page.Locator("summary").GetByText(leader.Said("Terminer la rencontre", "End the meeting"), new() { Exact = true }));
        await taps.To(leader.Page.GetByRole(AriaRole.Button, new() { Name = leader.Said("Terminer la rencontre", "End the meeting"), Exact = true }));
        await taps.To(leader.Link("Rédiger le procès-verbal", "Write the minutes"));
        await taps.To(leader.Page.GetByRole(AriaRole.Button, new() { Name = leader.Said("Enregistrer le procès-verbal", "Save the minutes") }));
        await Plan(leader, 2);
        await leader.Begin();
        await taps.To(leader.Link("Rencontre 1", "Meeting 1"));
        await taps.To(leader.Page.GetByRole(AriaRole.Button, new() { Name = leader.Said("Noter l’adoption", "Note the approval") }));

        await Expect(leader.Page.GetByText(leader.Said("Procès-verbal adopté", "Approved minutes"), new() { Exact = true })).ToBeVisibleAsync();
        taps.Reached();
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task an_answer_from_a_letter_takes_two_taps(string language)
    {
        var (chapter, link) = await RunningNode.Found(NodeProcess.Chapter, language, "CdP Rétablissement Estrie", Cancel);
        await using var _ = chapter;
        await using var leader = await Phone(chapter, language, scripts: false);
        await leader.SignIn(link);
        await leader.JoinTheExecutive();
        await leader.FillPlan("Rencontre", 1, "Salle 2", new Meeting.Item("La table libre", "practice", "showcase", 60));
        // What changes within a day goes at night too.
        var soon = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow().AddHours(20), TimeZoneInfo.FindSystemTimeZoneById("America/Toronto"));
        await leader.Fill("Jour", "Day", soon.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await leader.Fill("Heure du début", "Start time", soon.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await leader.SavePlan();
        await leader.Announce();
        Assert.Equal(200, await leader.Press("Je viens en personne", "I am coming in person"));
        await leader.Open($"/fr/rencontres/{leader.MeetingId()}/planifier", $"/en/meetings/{leader.MeetingId()}/plan");
        await leader.ShowWays();
        await leader.Page.GetByLabel(leader.Said("Lieu", "Place")).FillAsync("Salle 3");
        await leader.SavePlan();
        var letter = await chapter.LinkIn("claude@example.org", leader.Said("/fr/repondre/", "/en/answer/"), Cancel);
        await using var reader = await Phone(chapter, language, scripts: false);
        var taps = new Taps(reader, "an answer from a letter", 2);

        await taps.Open(letter);
        await taps.To(reader.Page.GetByRole(AriaRole.Button, new() { Name = reader.Said("Je viens à distance", "I am joining remotely") }));

        await Expect(reader.Page.GetByText(reader.Said("C’est noté", "Noted"))).ToBeVisibleAsync();
        taps.Reached();
    }

    private async Task<Person> Phone(RunningNode chapter, string language, bool scripts)
    {
        var person = await Person.At(chapter, browser, language, Cancel, scripts, Screen.Phone);
        await person.Page.SetViewportSizeAsync(360, 740);
        return person;
    }

    private static async Task Plan(Person leader, int number)
    {
        await leader.FillPlan(leader.Said($"Rencontre {number}", $"Meeting {number}"), number, "Salle 2", new Meeting.Item("La table libre", "practice", "showcase", 60));
        await leader.SavePlan();
        await leader.Announce();
    }
}
