using System.Text.Json;
using System.Text.Json.Nodes;
using RecoveryCoP.Chapter.Agendas;
using RecoveryCoP.Chapter.Charters;
using RecoveryCoP.Chapter.Comments;
using RecoveryCoP.Chapter.Committees;
using RecoveryCoP.Chapter.FirstDays;
using RecoveryCoP.Chapter.Founding;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.MovingIn;
using RecoveryCoP.Chapter.Organizations;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Series;
using RecoveryCoP.Chapter.Statistics;
using RecoveryCoP.Chapter.Texts;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Chapter.Topics;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Contracts;

/// <summary>A state that a newer program wrote, with a field at each of its places that this one does not know.</summary>
public sealed class A_stored_state
{
    private const string Newer = "newer";

    [Fact]
    public void keeps_what_a_newer_program_wrote_in_it()
    {
        const string id = "01990000-0000-7000-8000-000000000001", at = "2026-03-02T14:00:00+00:00", hash = "00";
        Keeps<Member>(new { id, profile = new { affiliation = "L’Envol" } }, "", "profile");
        Keeps<Practice>(new { id, revisions = new[] { new { number = 1, at, by = id, textHash = hash, facts = new { language = "fr" } } } }, "", "revisions.0", "revisions.0.facts");
        Keeps<Meeting>(
            new { id, plan = new { title = "Mars", items = new[] { new { id, title = "Accueil" } } }, minutes = new { version = 1, state = "draft", textHash = hash, at, by = id }, movedIn = new { run = id, at } },
            "", "plan", "plan.items.0", "minutes", "movedIn");
        Keeps<MeetingSeries>(new { id, setup = new { everyMonths = 1, plan = new { title = "Mars" } } }, "", "setup", "setup.plan");
        Keeps<Charter>(new { id }, "");
        Keeps<Committee>(new { id, content = new { name = new { fr = "Colloque" } }, seats = new[] { new { id } } }, "", "content", "seats.0");
        Keeps<RecordedVote>(new { id, content = new { question = "Oui?" } }, "", "content");
        Keeps<Organization>(new { id, content = new { name = "L’Envol" } }, "", "content");
        Keeps<ChapterText>(new { id, content = new { title = new { fr = "Bienvenue" } } }, "", "content");
        Keeps<ModelAgenda>(new { id, content = new { items = new[] { new { id = "accueil" } } } }, "", "content", "content.items.0");
        Keeps<FoundingAnswers>(new { id, meeting = new { place = "Salle 2" } }, "", "meeting");
        Keeps<FirstNinetyDays>(new { id, steps = new[] { new { slug = "inviter" } } }, "", "steps.0");
        Keeps<Topic>(new { id, content = new { title = "L’argent" } }, "", "content");
        Keeps<CommentThread>(new { id, comments = new[] { new { id, author = id, at, content = new { text = "Merci", language = "fr", showsName = false } } } }, "", "comments.0");
        Keeps<InstalledTemplate>(
            new { id, run = new { to = new { id = "a", version = "1.0.0" }, at, by = id }, offered = new { head = new { id = "a", version = "1.0.0" }, at, by = id } }, "", "run", "offered");
        Keeps<MoveIn>(new { id, refused = new[] { new { line = 2, why = new { code = "a", field = "", args = Array.Empty<string>() } } } }, "", "refused.0");
        Keeps<QuarterReturn>(new { id, period = "2026Q1", approved = new[] { new { number = 1, at, by = id, figures = Array.Empty<object>() } } }, "", "approved.0");
    }

    private static void Keeps<T>(object state, params string[] places) where T : GrainRecord
    {
        var json = JsonSerializer.SerializeToNode(state, GrainJson.Options)!;
        foreach (var place in places)
        {
            At(json, place)[Newer] = place;
        }

        var kept = JsonSerializer.SerializeToNode(JsonSerializer.Deserialize<T>(json, GrainJson.Options), GrainJson.Options)!;

        Assert.All(places, place => Assert.Equal(place, At(kept, place)[Newer]?.GetValue<string>()));
    }

    private static JsonNode At(JsonNode json, string place) => place.Split('.', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(json, (node, step) => int.TryParse(step, System.Globalization.CultureInfo.InvariantCulture, out var index) ? node[index]! : node[step]!);
}
