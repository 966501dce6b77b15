using System.Globalization;
using Microsoft.Playwright;
using RecoveryCoP.Browser.Tests.Nodes;
using RecoveryCoP.Browser.Tests.Pages;

namespace RecoveryCoP.Browser.Tests.Journeys;

/// <summary>What people do with a meeting; each step begins on the page where the one before it ended.</summary>
internal static class Meeting
{
    /// <summary>An agenda item: what it is called, its stream, its kind and its minutes.</summary>
    public sealed record Item(string Title, string Stream, string Kind, int Minutes);

    /// <summary>Shows where and how one meets, which a form that knows it keeps folded.</summary>
    public static async Task ShowWays(this Person person)
    {
        if (person.Page.Locator(".plan-facts > details:not([open]) > summary") is var folded && await folded.CountAsync() > 0)
        {
            await folded.ClickAsync();
        }
    }

    /// <summary>Opens the form of a plan and fills it in, without saving.</summary>
    public static async Task FillPlan(this Person person, string title, int days, string place, params IReadOnlyList<Item> items)
    {
        await person.Open("/fr/rencontres/planifier", "/en/meetings/plan");
        await person.Fill("Titre", "Title", title);
        await person.Page.GetByLabel(person.Said("Jour", "Day"), new() { Exact = true }).FillAsync(Day(days));
        await person.Page.GetByLabel(person.Said("Heure du début", "Start time"), new() { Exact = true }).FillAsync("18:30");
        await person.ShowWays();
        await person.Page.GetByLabel(person.Said("Lieu", "Place")).FillAsync(place);
        await person.Page.GetByLabel(person.Said("Lien de la vidéoconférence", "Video link")).FillAsync("https://video.example.org/rencontre");
        await person.Page.GetByLabel(person.Said("Ouverte au public", "Open to everyone")).CheckAsync();
        foreach (var (index, item) in items.Index())
        {
            await person.FillItem(index + 1, item);
        }
    }

    /// <summary>Fills a row of the agenda in.</summary>
    public static async Task FillItem(this Person person, int number, Item item)
    {
        await person.Fill($"Sujet du point {number}", $"Subject of item {number}", item.Title);
        await Select($"Volet du point {number}", $"Stream of item {number}", item.Stream);
        await person.Fill($"Minutes du point {number}", $"Minutes of item {number}", item.Minutes.ToString(CultureInfo.InvariantCulture));
        await person.Page.Locator($"#item-{number} summary").ClickAsync();
        await Select($"Ce qu’on fait au point {number}", $"What people do in item {number}", item.Kind);

        Task Select(string fr, string en, string value) => person.Page.GetByLabel(person.Said(fr, en), new() { Exact = true }).SelectOptionAsync(value);
    }

    public static async Task SavePlan(this Person person)
    {
        Assert.Equal(200, await person.Press("Enregistrer le plan", "Save the plan"));
        await Assertions.Expect(person.Page.GetByText(person.Said("Le plan est enregistré.", "The plan is saved."))).ToBeVisibleAsync();
    }

    public static async Task Announce(this Person person)
    {
        Assert.Equal(200, await person.Press("Annoncer aux membres", "Announce to members"));
        await Assertions.Expect(person.Page.GetByText(person.Said("La rencontre est annoncée", "The meeting is announced"))).ToBeVisibleAsync();
    }

    public static async Task Begin(this Person person)
    {
        await person.Unfold("Commencer la rencontre", "Begin the meeting");
        Assert.Equal(200, await person.Press("Commencer la rencontre", "Begin the meeting"));
        await Assertions.Expect(person.Page.Locator("#item h2")).ToBeVisibleAsync();
    }

    /// <summary>Writes down that somebody promised something at the first item.</summary>
    public static async Task NotePromise(this Person person, string text)
    {
        var note = person.Page.Locator(".note-form");
        await note.GetByRole(AriaRole.Radio, new() { Name = person.Said("Suivi", "Action") }).CheckAsync();
        await note.GetByLabel(person.Said("En quelques mots", "In a few words")).FillAsync(text);
        await note.GetByLabel(person.Said("Qui s’en charge", "Who takes it on")).SelectOptionAsync(new SelectOptionValue { Label = person.Said("Vous", "You") });
        Assert.Equal(200, await person.Press("Noter", "Write it down"));
    }

    public static async Task End(this Person person)
    {
        await person.Unfold("Terminer la rencontre", "End the meeting");
        Assert.Equal(200, await person.Press("Terminer la rencontre", "End the meeting"));
    }

    /// <summary>Saves the minutes as they are drafted.</summary>
    public static async Task WriteMinutes(this Person person)
    {
        await person.Follow("Rédiger le procès-verbal", "Write the minutes");
        Assert.Equal(200, await person.Press("Enregistrer le procès-verbal", "Save the minutes"));
    }

    public static async Task Cancel(this Person person, string reason)
    {
        await person.Unfold("Annuler la rencontre", "Cancel the meeting");
        await person.Fill("Pourquoi?", "Why?", reason);
        Assert.Equal(200, await person.Press("Annuler la rencontre", "Cancel the meeting"));
    }

    /// <summary>The id of the meeting whose page is open.</summary>
    public static string MeetingId(this Person person) => new Uri(person.Page.Url).Segments[3].Trim('/');

    /// <summary>Sets up a series of one item, as the form offers it; its id.</summary>
    public static async Task<string> SetUpSeries(this Person person, string name)
    {
        await person.Open("/fr/rencontres/series/preparer", "/en/meetings/series/set-up");
        await person.Fill("Nom de la série", "Name of the series", name);
        await person.ShowWays();
        await person.Page.GetByLabel(person.Said("Lieu", "Place")).FillAsync("Salle 2");
        await person.Page.GetByLabel(person.Said("Lien de la vidéoconférence", "Video link")).FillAsync("https://video.example.org/rencontre");
        await person.FillItem(1, new("Accueil et tour de table", "community", "business", 20));
        Assert.Equal(200, await person.Press("Enregistrer la série", "Save the series"));
        return new Uri(person.Page.Url).Segments[^1];
    }

    /// <summary>One meeting a state, in French, so that every page has something to show.</summary>
    public static async Task<IReadOnlyDictionary<Stage, string>> InEveryState(Person leader)
    {
        Item[] agenda =
        [
            new("La table libre du jeudi", "practice", "showcase", 60),
            new("Embaucher des pairs aidants et des paires aidantes", "system", "discussion", 40),
            new("Accueil et tour de table", "community", "business", 20),
        ];
        var meetings = new Dictionary<Stage, string>();
        await leader.FillPlan("La rencontre qui est finie", 1, "Salle 2", agenda);
        await leader.SavePlan();
        await leader.Announce();
        meetings[Stage.Closed] = leader.MeetingId();
        Assert.Equal(200, await leader.Press("Je viens en personne", ""));
        await leader.Begin();
        await leader.NotePromise("Appeler l’école du quartier.");
        await leader.End();
        await leader.WriteMinutes();

        await leader.FillPlan("La rencontre en cours", 2, "Salle 2", agenda);
        await leader.SavePlan();
        await leader.Announce();
        meetings[Stage.InProgress] = leader.MeetingId();
        Assert.Equal(200, await leader.Press("Je viens en personne", ""));
        await leader.Begin();
        await leader.NotePromise("Réserver la salle.");

        await leader.FillPlan("La rencontre annoncée", 3, "Salle 2", agenda);
        await leader.SavePlan();
        await leader.Announce();
        meetings[Stage.Announced] = leader.MeetingId();

        await leader.FillPlan("La rencontre annulée", 4, "Salle 2", agenda);
        await leader.SavePlan();
        await leader.Announce();
        meetings[Stage.Cancelled] = leader.MeetingId();
        await leader.Cancel("Une tempête de neige.");

        await leader.FillPlan("La rencontre en brouillon", 5, "", agenda);
        await leader.SavePlan();
        meetings[Stage.Draft] = leader.MeetingId();
        return meetings;
    }

    /// <summary>A day from now on, far enough from midnight in every zone.</summary>
    private static string Day(int days) => TimeProvider.System.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
