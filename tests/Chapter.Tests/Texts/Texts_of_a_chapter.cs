using System.Net;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Chapter.Tests.Templates;
using RecoveryCoP.Chapter.Texts;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Tests.Texts;

/// <summary>The whole program on one engine, from Monday 2 March 2026 on.</summary>
public abstract class Texts_of_a_chapter(PostgresServer? server) : IAsyncLifetime
{
    private readonly List<FormClient> _browsers = [];
    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private TextQueries Queries => _chapter.Get<TextQueries>();

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(server);

    public async ValueTask DisposeAsync()
    {
        _browsers.ForEach(b => b.Dispose());
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task are_found_by_their_place_and_in_a_list_that_begins_with_those_that_have_one()
    {
        var other = await Write(null, "Nos règles");
        await Write(TextPlaces.Privacy, "Nos photos");
        await Write(TextPlaces.Welcome, "Bienvenue chez nous");

        Assert.Equal(["Bienvenue chez nous", "Nos photos", "Nos règles"], (await Queries.All(Cancel)).Select(t => t.Content!.Title.Fr));
        Assert.Equal("Nos photos", (await Queries.Of(TextPlaces.Privacy, Cancel))!.Content!.Title.Fr);
        Assert.Null(await Queries.Of(TextPlaces.Coming, Cancel));

        await Do(other, new RemoveText(Executive, 1));
        Assert.Null(await Queries.Find(other, Cancel));
        Assert.Equal(2, (await Queries.All(Cancel)).Count);
    }

    [Fact]
    public async Task are_shown_where_their_readers_need_them_and_every_page_is_as_before_without()
    {
        var visitor = Browser();
        var before = (await visitor.Open("/fr", Cancel)).Words;
        var meeting = await _chapter.Announce(new(2026, 3, 24, 18, 30, 0), p => p with { OpenToGuests = true });
        var open = (await visitor.Open("/fr", Cancel)).Words;
        await Write(TextPlaces.Welcome, "Bienvenue chez nous");
        await Write(TextPlaces.Coming, "Comment ça se passe");
        await Write(TextPlaces.Privacy, "Nos photos");

        var home = await visitor.Open("/fr", Cancel);
        Assert.Equal("Bienvenue chez nous", home.Page.QuerySelector(".next + div section h2")!.TextContent);
        var guide = home.Page.QuerySelector(".event a[href^='/fr/textes/']")!;
        Assert.Equal("Comment ça se passe", guide.TextContent);
        Assert.Equal("Comment ça se passe", (await visitor.Open(guide.GetAttribute("href")!, Cancel)).Page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Nos photos", (await visitor.Open("/fr/vie-privee", Cancel)).Page.QuerySelectorAll("main h2").Single(h => h.TextContent == "Nos photos").TextContent);
        Assert.Equal(["Bienvenue chez nous", "Comment ça se passe", "Nos photos"], (await visitor.Open("/fr/textes", Cancel)).Page.QuerySelectorAll("main li a").Select(a => a.TextContent));
        // Written in French alone: English readers get it as what it is.
        Assert.Equal("fr", (await visitor.Open("/en", Cancel)).Page.QuerySelector(".next + div section h2")!.GetAttribute("lang"));

        foreach (var text in await Queries.All(Cancel))
        {
            await Do(text.Id, new RemoveText(Executive, text.Version));
        }

        Assert.Equal(open, (await visitor.Open("/fr", Cancel)).Words);
        await _chapter.Do(meeting, new CancelMeeting(_chapter.Facilitator, "Congé"));
        Assert.NotEqual(open, before);
    }

    [Fact]
    public async Task welcome_members_for_four_weeks_and_lead_to_the_guide_until_they_came_to_a_meeting()
    {
        await Write(TextPlaces.Welcome, "Bienvenue chez nous");
        await Write(TextPlaces.Coming, "Comment ça se passe");
        var (who, _) = await _chapter.AddMember();

        Assert.Equal((true, true), await Seen(who));
        await _chapter.Pass(TimeSpan.FromDays(28));
        Assert.Equal((false, true), await Seen(who));

        var meeting = await _chapter.Announce(new(2026, 3, 30, 18, 30, 0));
        await _chapter.Pass(TimeSpan.FromHours(10));
        await _chapter.Do(meeting, new BeginMeeting(_chapter.Facilitator));
        await _chapter.Do(meeting, new TakeAttendance(_chapter.Facilitator, [new(who.Id, AttendanceMode.Remote)]));
        Assert.Equal((false, false), await Seen(who));

        // Somebody who joined long ago and was never written down is no newcomer either.
        var (other, _) = await _chapter.AddMember();
        await _chapter.Pass(TimeSpan.FromDays(366));
        Assert.Equal((false, false), await Seen(other));
    }

    [Fact]
    public async Task are_written_with_a_look_before_anything_is_saved()
    {
        var (who, _) = await _chapter.AddMember(null, "fr", ChapterRoles.Executive);
        var browser = await SignIn(who);
        var list = await browser.Open("/fr/textes", Cancel);
        var path = list.Page.QuerySelector("a[aria-label='Écrire : Mot de bienvenue']")!.GetAttribute("href")!;

        var looked = await browser.Fill(path, "text", Cancel, ("TitleFr", "Bienvenue"), ("Fr", "## Ici\n\nOn **parle**."), ("Do", "preview"));
        Assert.Equal((HttpStatusCode.OK, "parle"), (looked.Status, looked.Page.QuerySelector("#preview strong")!.TextContent));
        Assert.Empty(await Queries.All(Cancel));

        var refused = await browser.Send(path, looked, "text", Cancel, ("TitleEn", "Welcome"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Écrivez le texte dans cette langue.", refused.Page.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        var saved = await browser.Send(path, refused, "text", Cancel, ("TitleEn", ""));
        Assert.True(saved.IsDone, saved.Words);
        Assert.Equal("Bienvenue", (await Queries.Of(TextPlaces.Welcome, Cancel))!.Content!.Title.Fr);

        var text = await browser.Open(saved.Location, Cancel);
        Assert.Equal("Ici", text.Page.QuerySelector(".prose h2")!.TextContent);
        Assert.Contains("Le texte est enregistré.", text.Words, StringComparison.Ordinal);
        // Nobody else has the form.
        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignIn((await _chapter.AddMember()).Who)).Open(path, Cancel)).Status);
    }

    [Fact]
    public async Task come_from_templates_and_go_with_them_but_not_once_they_were_changed_here()
    {
        var first = new TemplateItem("text", "welcome").With("title", "Bienvenue", "Welcome").With("text", "Entrez.\n\nAsseyez-vous.", "Come in.\n\nSit down.");

        await _chapter.TakesAndGivesBack(first, first.With("text", "Entrez.", "Come in."), async () =>
        {
            // It is the text of its place, whoever wrote it.
            var text = (await Queries.Of(TextPlaces.Welcome, Cancel))!;
            Assert.Equal("welcome", text.Slug);
            await Do(text.Id, new WriteText(Executive, text.Slug, text.Version, text.Content! with { Words = new("Entrez chez nous.", "Come in.") }));
        });
    }

    private Actor Executive => new(_chapter.Facilitator.Id, [ChapterRoles.Executive]);

    private async Task<Guid> Write(TextPlace? place, string title)
    {
        var id = place?.IdOf(_chapter.Get<ThisNode>()) ?? Guid.CreateVersion7(_chapter.Clock.GetUtcNow());
        await Do(id, new WriteText(Executive, place?.Slug ?? "", 0, new() { Title = new(title, null), Words = new("Voici.", null) }));
        return id;
    }

    private async Task Do<TOperation>(Guid id, TOperation operation) where TOperation : IOperation<ChapterText> =>
        Assert.Empty((await _chapter.Get<IGrainFactory>().Text(id).Do(operation)).Refusals);

    private async Task<(bool Welcome, bool Guide)> Seen(Actor who)
    {
        var home = (await (await SignIn(who)).Open("/fr", Cancel)).Words;
        return (home.Contains("Bienvenue chez nous", StringComparison.Ordinal), home.Contains("Comment ça se passe", StringComparison.Ordinal));
    }

    private async Task<FormClient> SignIn(Actor who)
    {
        var browser = Browser();
        await browser.SignIn((await _chapter.Get<SignInLinks>().Create(who.Id, Cancel))!.ToString(), Cancel);
        return browser;
    }

    private FormClient Browser()
    {
        var browser = _chapter.NewBrowser();
        _browsers.Add(browser);
        return browser;
    }
}

public sealed class Texts_of_a_chapter_on_sqlite() : Texts_of_a_chapter(null);

public sealed class Texts_of_a_chapter_on_postgresql(PostgresServer server) : Texts_of_a_chapter(server);
