using System.Net;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Directory;
using RecoveryCoP.Hub.Names;
using RecoveryCoP.Hub.Tests.Harness;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Tests.Names;

public abstract class The_name_of_a_chapter(HubOn engine) : AtAHub(engine)
{
    private static int _next;

    // A name of letters only, that no other test has.
    private static string Named(string beginning) => beginning + " " + new string('k', Interlocked.Increment(ref _next));

    [Fact]
    public async Task is_said_in_the_hubs_feed_when_the_chapter_is_admitted()
    {
        var chapter = await Admitted(Named("Entraide"));

        Assert.Equal([chapter.Feed[1].LastId()], await Said(chapter));
    }

    [Fact]
    public async Task changes_by_itself_when_it_can_be_told_from_all_others()
    {
        var (name, chapter) = (Named("Bienvenue"), await Admitted(Named("Entraide")));

        var profile = chapter.Call(name);
        await chapter.Push(profile);
        await Followed();

        Assert.Equal([chapter.Feed[1].LastId(), profile.LastId()], await Said(chapter));
        Assert.Equal(name, await Shown(chapter));
        Assert.DoesNotContain(await Waiting(), w => w.Chapter == chapter.Id);
    }

    [Fact]
    public async Task that_could_be_taken_for_anothers_is_shown_only_once_an_operator_says_so()
    {
        var (theirs, own) = (Named("Communauté"), Named("Entraide"));
        await Admitted(theirs);
        var chapter = await Admitted(own);

        var profile = chapter.Call(theirs.ToUpperInvariant().Replace('M', 'М'));
        await chapter.Push(profile);
        await Followed();

        Assert.Equal(own, await Shown(chapter));
        var waiting = Assert.Single(await Waiting(), w => w.Chapter == chapter.Id);
        Assert.Equal((own, theirs, profile.LastId()), (waiting.Before.Fr, waiting.Resembles!.Fr, waiting.Profile));

        Assert.True((await Hub.Get<DecideOnName>().Do(Hub.Operator, chapter.Id, waiting.Profile, show: true, Cancel)).Succeeded);
        await Followed();

        Assert.Equal(waiting.Name.Fr, await Shown(chapter));
        Assert.DoesNotContain(await Waiting(), w => w.Chapter == chapter.Id);
        Assert.True((await Hub.Get<DecideOnName>().Do(Hub.Operator, chapter.Id, waiting.Profile, show: true, Cancel)).IsStale);
    }

    [Fact]
    public async Task that_was_left_is_not_asked_about_again_but_the_next_one_is()
    {
        var (theirs, own) = (Named("Communauté"), Named("Entraide"));
        await Admitted(theirs);
        var chapter = await Admitted(own);
        await chapter.Push(chapter.Call(theirs + "!"));
        await Followed();
        var waiting = Assert.Single(await Waiting(), w => w.Chapter == chapter.Id);

        await Hub.Get<DecideOnName>().Do(Hub.Operator, chapter.Id, waiting.Profile, show: false, Cancel);
        await Hub.Database.Write(t => FollowerLoop.Rewind(t, "hub-names", 0), Cancel);
        await Followed();
        Assert.DoesNotContain(await Waiting(), w => w.Chapter == chapter.Id);
        Assert.Equal(own, await Shown(chapter));

        await chapter.Push(chapter.Call(theirs + "?"));
        await Followed();
        Assert.Single(await Waiting(), w => w.Chapter == chapter.Id);
    }

    [Fact]
    public async Task that_was_admitted_despite_a_likeness_is_not_asked_about_when_the_profile_comes_anew()
    {
        var theirs = Named("Communauté");
        await Admitted(theirs);
        var chapter = await Admitted(theirs.ToUpperInvariant());

        var sealedAnew = chapter.Call(theirs.ToUpperInvariant());
        await chapter.Push(sealedAnew);
        await Followed();

        Assert.DoesNotContain(await Waiting(), w => w.Chapter == chapter.Id);
        Assert.Equal([chapter.Feed[1].LastId(), sealedAnew.LastId()], await Said(chapter));
    }

    [Fact]
    public async Task that_was_left_stays_left_when_the_profile_comes_anew_with_the_same_name()
    {
        var (theirs, own) = (Named("Communauté"), Named("Entraide"));
        await Admitted(theirs);
        var chapter = await Admitted(own);
        await chapter.Push(chapter.Call(theirs + "!"));
        await Followed();
        await Hub.Get<DecideOnName>().Do(Hub.Operator, chapter.Id, chapter.Feed[^1].LastId(), show: false, Cancel);

        await chapter.Push(chapter.Call(theirs + "!"));
        await Followed();

        Assert.DoesNotContain(await Waiting(), w => w.Chapter == chapter.Id);
        Assert.Equal(own, await Shown(chapter));
    }

    [Fact]
    public async Task that_waits_is_shown_with_the_newest_profile_that_has_it()
    {
        var (theirs, own) = (Named("Communauté"), Named("Entraide"));
        await Admitted(theirs);
        var chapter = await Admitted(own);
        await chapter.Push(chapter.Call(theirs + "!"));
        await Followed();
        var since = Assert.Single(await Waiting(), w => w.Chapter == chapter.Id).Since;

        await chapter.Push(chapter.Call(theirs + "!"));
        await Followed();

        var waiting = Assert.Single(await Waiting(), w => w.Chapter == chapter.Id);
        Assert.Equal((chapter.Feed[^1].LastId(), since), (waiting.Profile, waiting.Since));
        Assert.True((await Hub.Get<DecideOnName>().Do(Hub.Operator, chapter.Id, waiting.Profile, show: true, Cancel)).Succeeded);
        await Followed();
        Assert.Equal(theirs + "!", await Shown(chapter));
    }

    [Fact]
    public async Task is_not_the_hubs_own_nor_made_of_letters_that_cannot_be_compared_without_a_word()
    {
        var (first, second) = (await Admitted(Named("Entraide")), await Admitted(Named("Entraide")));

        await first.Push(first.Call("Carrefour Provincial"));
        await second.Push(second.Call("ᓄᓇᕕᒃ"));
        await Followed();

        Assert.Equal("Carrefour provincial", Assert.Single(await Waiting(), w => w.Chapter == first.Id).Resembles!.Fr);
        Assert.Null(Assert.Single(await Waiting(), w => w.Chapter == second.Id).Resembles);
    }

    [Fact]
    public async Task is_decided_on_a_page_that_only_operators_open()
    {
        var (theirs, own) = (Named("Communauté"), Named("Entraide"));
        await Admitted(theirs);
        var chapter = await Admitted(own);
        await chapter.Push(chapter.Call(theirs + "."));
        await Followed();
        using var stranger = new OperatorsBrowser(Hub, "steward");
        using var browser = new OperatorsBrowser(Hub, "operator");
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Open("/fr/noms")).Status);
        Assert.False((await Hub.Get<DecideOnName>().Do(null, chapter.Id, chapter.Feed[^1].LastId(), show: true, Cancel)).Succeeded);

        var words = (await browser.Open("/fr/noms")).Document.QuerySelector("main")!.TextContent;
        Assert.All([theirs + ".", own, SixWords.Of(chapter.Id), "Peut se confondre avec"], word => Assert.Contains(word, words, StringComparison.Ordinal));
        Assert.Contains("waiting for your word", (await browser.Open("/en/enrolments")).Document.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        var sent = await browser.Send("/en/names", $"decide-{chapter.Id}", ("Word", "show"));

        Assert.Equal((HttpStatusCode.SeeOther, "/en/names?done=names.shown"), (sent.Status, sent.Location));
        await Followed();
        Assert.Equal(theirs + ".", await Shown(chapter));
        Assert.Contains(own, (await browser.Open($"/fr/communautes/{chapter.Id}")).Document.QuerySelector("main dl")!.TextContent, StringComparison.Ordinal);
        var practice = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        await chapter.Push(chapter.Revise(practice: practice));
        await Followed();
        Assert.Contains(
            $"s’appelait auparavant\u00a0: {own}", (await browser.Open($"/fr/bibliotheque/{chapter.Id}/{practice}")).Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_compared_before_the_chapter_is_admitted()
    {
        var theirs = Named("Communauté");
        await Admitted(theirs);
        var chapter = new SampleChapter(Hub, name: theirs.ToUpperInvariant());
        await chapter.Enrol(await Hub.NewCode());
        using var browser = new OperatorsBrowser(Hub, "operator");

        var page = (await browser.Open($"/fr/inscriptions/{chapter.Id}")).Document;

        Assert.Contains($"«\u00a0{theirs}\u00a0»", page.QuerySelector(".notice.attention")!.TextContent, StringComparison.Ordinal);
    }

    private Task<SampleChapter> Admitted(string name) => Hub.Admitted(new SampleChapter(Hub, name: name));

    private Task Followed() => Hub.Get<FollowerLoop>().CatchUp(Cancel);

    private Task<IReadOnlyList<WaitingName>> Waiting() => Hub.Get<WaitingNames>().All(Cancel);

    private async Task<string?> Shown(SampleChapter chapter) => (await Hub.Get<DirectoryQueries>().Find(chapter.Id.Value, Cancel))!.Name.Fr;

    /// <summary>The profiles that the hub's feed names for a chapter, in its order.</summary>
    private async Task<IEnumerable<ItemId>> Said(SampleChapter chapter)
    {
        var rows = await Hub.Database.Query<byte[]>(
            "select payload from item where node_id = @hub and payload_type = @type order by feed_position limit 1000",
            new { hub = Hub.Id.Value, type = DirectoryEntry.Descriptor.FullName }, Cancel);
        return rows.Select(DirectoryEntry.Parser.ParseFrom).Where(e => e.NodeId == chapter.Id.Value).Select(e => ItemId.FromBytes(e.ProfileItem.Span));
    }
}

public sealed class The_name_of_a_chapter_on_SQLite(HubOnSqlite engine) : The_name_of_a_chapter(engine), IClassFixture<HubOnSqlite>;

public sealed class The_name_of_a_chapter_on_PostgreSQL(HubOnPostgres engine) : The_name_of_a_chapter(engine), IClassFixture<HubOnPostgres>;
