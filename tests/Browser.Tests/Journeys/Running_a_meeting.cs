using System.Globalization;
using Microsoft.Playwright;
using RecoveryCoP.Browser.Tests.Nodes;
using static Microsoft.Playwright.Assertions;

namespace RecoveryCoP.Browser.Tests.Journeys;

/// <summary>A facilitator at the door with a phone of 360 pixels: who is there, and what comes of it, while people talk.</summary>
public sealed class Running_a_meeting(Testing.Browser browser)
{
    private const int People = 18;
    private const int MostTaps = 22;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fr", false)]
    [InlineData("en", true)]
    public async Task takes_the_attendance_of_eighteen_in_twenty_two_taps_at_most_and_loses_nothing_that_is_typed_elsewhere(string language, bool scripts)
    {
        var (chapter, link) = await RunningNode.Found(NodeProcess.Chapter, language, "CdP Rétablissement Estrie", Cancel);
        await using var _ = chapter;
        await using var leader = await Person.At(chapter, browser, language, Cancel, screen: Screen.Phone);
        await leader.SignIn(link);
        await leader.JoinTheExecutive();
        await MeetOnce(leader);
        await leader.FillPlan("Rencontre de juin", 1, "Salle 2", new Meeting.Item("La table libre", "practice", "showcase", 60), new("Embaucher des pairs", "system", "discussion", 30));
        await leader.SavePlan();
        await leader.Announce();
        await leader.Begin();
        await using var phone = await leader.Again(browser, language, scripts, Screen.Phone);
        await phone.Page.SetViewportSizeAsync(360, 740);
        if (scripts)
        {
            await phone.Page.Clock.InstallAsync();
        }

        await phone.Page.GotoAsync(leader.Page.Url);
        var words = phone.Page.GetByLabel(phone.Said("En quelques mots", "In a few words"));
        if (scripts)
        {
            await words.FillAsync("On recommence en juin.");
            await phone.Page.EvaluateAsync("window.stays = true");
        }

        var taps = new Taps(phone, $"attendance of {People}", MostTaps);
        var rows = phone.Page.Locator(".taps li:has(button[aria-pressed])");
        await Expect(rows).ToHaveCountAsync(People);
        for (var n = 0; n < People; n++)
        {
            await Tap(rows.Nth(n).GetByRole(AriaRole.Button).Nth(n % 2), n + 1);
        }

        // A slip is taken back by tapping again, and a guest is counted.
        await Tap(rows.First.GetByRole(AriaRole.Button).First, People - 1);
        await Tap(rows.First.GetByRole(AriaRole.Button).Last, People);
        await Tap(phone.Page.GetByRole(AriaRole.Button, new() { Name = phone.Said("Une personne invitée de plus, à distance", "One more guest, remote") }), People + 1);
        taps.Reached();
        await Expect(rows.First.GetByRole(AriaRole.Button).Last).ToHaveAttributeAsync("aria-pressed", "true");

        if (scripts)
        {
            // What others do is seen without a tap, and takes nothing away.
            await leader.Page.ReloadAsync();
            Assert.Equal(200, await leader.Press("", "One more guest, in person"));
            await phone.Page.Clock.FastForwardAsync(21_000);
            await Expect(phone.Page.Locator("#bar")).ToContainTextAsync($"{People + 2} present");
        }

        await phone.Page.GetByRole(AriaRole.Radio, new() { Name = phone.Said("Décision", "Decision") }).CheckAsync();
        if (scripts)
        {
            Assert.True(await phone.Page.EvaluateAsync<bool>("window.stays && document.documentElement.scrollWidth <= 360"));
            await Expect(words).ToHaveValueAsync("On recommence en juin.");
            await Expect(phone.Page.Locator(".clock")).ToContainTextAsync("min left");
            await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Write it down" }).ClickAsync();
            await Expect(words).ToHaveValueAsync("");
            await Expect(words).ToBeFocusedAsync();
            Assert.Empty(await phone.Visitor.Barriers());
        }
        else
        {
            await words.FillAsync("On recommence en juin.");
            Assert.Equal(200, await phone.Press("Noter", "Write it down"));
        }

        await Expect(phone.Page.Locator("#item").GetByText("On recommence en juin.")).ToBeVisibleAsync();
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = phone.Said("Passer au point 2", "Go on to item 2") }).ClickAsync();
        await Expect(phone.Page.Locator("#item h2")).ToHaveTextAsync("2. Embaucher des pairs");
        await Expect(phone.Page.Locator("#bar")).ToContainTextAsync(phone.Said("Point 2 de 2", "Item 2 of 2"));
        if (scripts)
        {
            // Whoever writes nothing follows where others lead.
            await leader.Open("", new Uri(leader.Page.Url).AbsolutePath);
            await leader.Follow("Point précédent", "Previous item");
            Assert.Equal(200, await leader.Press("", "We are at this item"));
            await phone.Page.Clock.FastForwardAsync(21_000);
            await Expect(phone.Page.Locator("#item h2")).ToHaveTextAsync("1. La table libre");
        }

        async Task Tap(ILocator button, int present)
        {
            await taps.On(button);
            await Expect(phone.Page.Locator("#bar")).ToContainTextAsync(present.ToString(CultureInfo.InvariantCulture) + phone.Said(" présence", " present"));
            await Expect(button).ToBeInViewportAsync();
        }
    }

    /// <summary>Whoever was at the last meeting is expected at the next one.</summary>
    private static async Task MeetOnce(Person leader)
    {
        for (var n = 1; n <= People; n++)
        {
            await leader.Open("/fr/acces", "/en/access");
            await leader.Page.Locator("details:has([name=Address]) > summary").ClickAsync();
            await leader.Page.Locator("input[name=Name]").FillAsync($"Membre {n:D2}");
            await leader.Page.Locator("input[name=Address]").FillAsync($"membre{n}@example.org");
            await leader.Page.Locator("input[name=Language]").First.CheckAsync();
            Assert.Equal(200, await leader.Land(() => leader.Page.Locator("form:has([name=Address]) button[type=submit]").ClickAsync()));
        }

        await leader.FillPlan("Rencontre de mai", 1, "Salle 2", new Meeting.Item("La table libre", "practice", "showcase", 60));
        await leader.SavePlan();
        await leader.Announce();
        await leader.Begin();
        await leader.Page.Locator("[name=Sought]").FillAsync("Membre");
        Assert.Equal(200, await leader.Press("Chercher", "Search"));
        for (var n = 1; n <= People; n++)
        {
            await leader.Land(() => leader.Page.GetByRole(AriaRole.Button, new() { Name = leader.Said($"En personne, Membre {n:D2}", $"In person, Membre {n:D2}") }).ClickAsync());
        }

        await leader.End();
    }
}
