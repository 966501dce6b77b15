using System.Net;
using AngleSharp.Html.Dom;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Chapter.Topics;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Comments;

public sealed class The_pages_of_comments(ChapterPages chapter) : IClassFixture<ChapterPages>
{
    private static readonly Actor _facilitator = Samples.Someone(98, "facilitator");
    private static int _next = 500;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task are_below_a_topic_and_below_a_practice_that_members_see_and_not_below_a_draft()
    {
        var practice = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        var grain = chapter.Grains.GetGrain<IPracticeGrain>(practice);
        await grain.Do(Samples.Write(Samples.Author));
        var author = chapter.Visitor(Samples.Author);
        Assert.DoesNotContain("comment", Forms(await ChapterPages.Open(author, $"/fr/pratiques/{practice}")));
        await grain.Do(Samples.ShareHere(Samples.Author));
        var somebody = Somebody();

        await Comment(somebody, $"/fr/pratiques/{practice}", "Nous l’avons essayé.\nDeux fois.");
        await Comment(somebody, await Topic(), "Moi aussi.");

        var page = await ChapterPages.Open(author, $"/fr/pratiques/{practice}");
        Assert.Equal("Nous l’avons essayé.\nDeux fois.", page.QuerySelector("#comments .entries .typed")!.TextContent);
        var mine = await ChapterPages.Open(chapter.Visitor(somebody), "/fr/ma-page/commentaires");
        Assert.Equal(["Moi aussi.", "Nous l’avons essayé.\nDeux fois."], mine.QuerySelectorAll(".entries .typed").Select(c => c.TextContent));
        Assert.NotNull(mine.QuerySelector($".entries a[href='/fr/pratiques/{practice}']"));
    }

    [Theory]
    [InlineData("/fr", "Vous", "Une personne membre", "Écrivez votre commentaire.")]
    [InlineData("/en", "You", "A member", "Write your comment.")]
    public async Task call_their_author_a_member_and_ask_for_words(string language, string you, string member, string says)
    {
        var path = (await Topic()).Replace("/fr/sujets", language == "/fr" ? "/fr/sujets" : "/en/topics", StringComparison.Ordinal);
        var author = Somebody();
        await Account(author);
        await Comment(author, path, "Merci");

        Assert.StartsWith(you, ByLine(await ChapterPages.Open(chapter.Visitor(author), path)), StringComparison.Ordinal);
        Assert.StartsWith(member, ByLine(await ChapterPages.Open(chapter.Visitor(Somebody()), path)), StringComparison.Ordinal);
        var visitor = chapter.Visitor(author);
        using var refused = await ChapterPages.Send(visitor, path, await ChapterPages.Open(visitor, path), "comment", ("Text", " "), ("ShowsName", "yes"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await ChapterPages.Read(refused);
        Assert.Contains(says, page.QuerySelector("#comments .problems")!.TextContent, StringComparison.Ordinal);
        Assert.True(((IHtmlInputElement)page.GetElementById("comment-ShowsName")!).IsChecked);
        using var tooLong = await ChapterPages.Send(visitor, path, await ChapterPages.Open(visitor, path), "comment", ("Text", new string('a', 2001)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.StatusCode);
    }

    [Fact]
    public async Task name_an_author_who_shows_their_name()
    {
        var path = await Topic();
        var author = Somebody();
        await Account(author);
        await Comment(author, path, "Merci", ("ShowsName", "yes"));

        Assert.StartsWith("Camille", ByLine(await ChapterPages.Open(chapter.Visitor(Somebody()), path)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task let_their_author_edit_and_erase_and_nobody_else()
    {
        var path = await Topic();
        var author = Somebody();
        await Comment(author, path, "Mersi");
        var visitor = chapter.Visitor(author);
        var page = await ChapterPages.Open(visitor, path);
        var edit = Forms(page).Single(f => f!.StartsWith("edit-", StringComparison.Ordinal))!;
        Assert.DoesNotContain(Forms(await ChapterPages.Open(chapter.Visitor(Somebody()), path)), f => f!.StartsWith("edit-", StringComparison.Ordinal) || f.StartsWith("erase-", StringComparison.Ordinal));

        using (var edited = await ChapterPages.Send(visitor, path, page, edit, ("Text", "Merci")))
        {
            Assert.Equal(HttpStatusCode.SeeOther, edited.StatusCode);
        }

        page = await ChapterPages.Open(visitor, path);
        Assert.Equal("Merci", page.QuerySelector("#comments .entries .typed")!.TextContent);
        Assert.Contains("modifié le", ByLine(page), StringComparison.Ordinal);
        using (var erased = await ChapterPages.Send(visitor, path, page, edit.Replace("edit", "erase", StringComparison.Ordinal)))
        {
            Assert.Equal(HttpStatusCode.SeeOther, erased.StatusCode);
        }

        Assert.Null((await ChapterPages.Open(visitor, path)).QuerySelector("#comments .entries"));
    }

    [Fact]
    public async Task hide_one_with_a_reason_that_its_author_sees_there_and_on_their_own_page()
    {
        var path = await Topic();
        var author = Somebody();
        await Comment(author, path, "Untel a dit cela.");
        var facilitator = chapter.Visitor(_facilitator);
        var page = await ChapterPages.Open(facilitator, path);
        var hide = Forms(page).Single(f => f!.StartsWith("hide-", StringComparison.Ordinal))!;

        using (var refused = await ChapterPages.Send(facilitator, path, page, hide))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }

        using (var hidden = await ChapterPages.Send(facilitator, path, page, hide, ("HiddenBecause", "On y reconnaît quelqu’un.")))
        {
            Assert.Equal(HttpStatusCode.SeeOther, hidden.StatusCode);
        }

        var others = (await ChapterPages.Open(chapter.Visitor(Somebody()), path)).QuerySelector("#comments .entries")!.TextContent;
        Assert.Contains("Ce commentaire est masqué.", others, StringComparison.Ordinal);
        Assert.DoesNotContain("Untel", others, StringComparison.Ordinal);
        Assert.DoesNotContain("reconnaît", others, StringComparison.Ordinal);
        Assert.Contains("On y reconnaît quelqu’un.", (await ChapterPages.Open(chapter.Visitor(author), path)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("On y reconnaît quelqu’un.", (await ChapterPages.Open(chapter.Visitor(author), "/fr/ma-page/commentaires")).Body!.TextContent, StringComparison.Ordinal);

        using (var shown = await ChapterPages.Send(facilitator, path, await ChapterPages.Open(facilitator, path), hide.Replace("hide", "show", StringComparison.Ordinal)))
        {
            Assert.Equal(HttpStatusCode.SeeOther, shown.StatusCode);
        }

        Assert.Contains("Untel", (await ChapterPages.Open(chapter.Visitor(Somebody()), path)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task are_closed_and_opened_by_the_executive_committee()
    {
        var path = await Topic();
        var executive = chapter.Visitor(Samples.Executive);
        var late = chapter.Visitor(Somebody());
        var open = await ChapterPages.Open(late, path);
        Assert.DoesNotContain("close-comments", Forms(await ChapterPages.Open(chapter.Visitor(_facilitator), path)));

        using (var closed = await ChapterPages.Send(executive, path, await ChapterPages.Open(executive, path), "close-comments", ("Close", "yes")))
        {
            Assert.Equal(HttpStatusCode.SeeOther, closed.StatusCode);
        }

        Assert.DoesNotContain("comment", Forms(await ChapterPages.Open(late, path)));
        using (var refused = await ChapterPages.Send(late, path, open, "comment", ("Text", "Trop tard")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains("Trop tard", (await ChapterPages.Read(refused)).QuerySelector("#comments textarea")!.TextContent, StringComparison.Ordinal);
        }

        using (var opened = await ChapterPages.Send(executive, path, await ChapterPages.Open(executive, path), "close-comments", ("Close", "no")))
        {
            Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);
        }

        Assert.Contains("comment", Forms(await ChapterPages.Open(late, path)));
    }

    [Fact]
    public async Task are_enough_for_a_day_when_somebody_has_written_thirty()
    {
        var path = await Topic();
        var author = Somebody();
        for (var i = 0; i < 30; i++)
        {
            await Comment(author, path, $"Encore {i}");
        }

        var visitor = chapter.Visitor(author);
        var page = await ChapterPages.Open(visitor, path);
        Assert.Equal(10, page.QuerySelectorAll("#comments .entries > li").Length);
        Assert.Equal("Encore 29", page.QuerySelector("#comments .entries .typed")!.TextContent);
        Assert.Equal("Encore 0", (await ChapterPages.Open(visitor, $"{path}?page=3")).QuerySelectorAll("#comments .entries .typed")[^1].TextContent);
        using var refused = await ChapterPages.Send(visitor, path, page, "comment", ("Text", "Un de trop"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task are_erased_all_at_once_and_go_with_whoever_wants_it_so()
    {
        var (one, other) = (await Topic(), await Topic());
        var author = Somebody();
        await Comment(author, one, "Un");
        await Comment(author, other, "Deux");
        var visitor = chapter.Visitor(author);
        const string path = "/en/my-page/comments";

        using (var chosen = await ChapterPages.Send(visitor, path, await ChapterPages.Open(visitor, path), "leaving", ("EraseOnLeaving", "yes")))
        {
            Assert.Equal(HttpStatusCode.SeeOther, chosen.StatusCode);
        }

        var page = await ChapterPages.Open(visitor, path);
        Assert.True(((IHtmlInputElement)page.QuerySelector("input[name=EraseOnLeaving]")!).IsChecked);
        using (var erased = await ChapterPages.Send(visitor, path, page, "erase-all"))
        {
            Assert.Equal(HttpStatusCode.SeeOther, erased.StatusCode);
        }

        Assert.Null((await ChapterPages.Open(visitor, path)).QuerySelector(".entries"));
        Assert.Null((await ChapterPages.Open(visitor, one)).QuerySelector("#comments .entries"));
    }

    private static Actor Somebody() => Samples.Someone(Interlocked.Increment(ref _next));

    private async Task<string> Topic()
    {
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        Assert.Empty((await chapter.Grains.GetGrain<ITopicGrain>(id).Do(new ProposeTopic(Samples.Author, new TopicContent { Title = "Les silences", Stream = TopicStream.Practice }))).Refusals);
        return $"/fr/sujets/{id}";
    }

    private async Task Comment(Actor who, string path, string text, params (string, string)[] values)
    {
        var visitor = chapter.Visitor(who);
        using var sent = await ChapterPages.Send(visitor, path, await ChapterPages.Open(visitor, path), "comment", [("Text", text), .. values]);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
    }

    private Task<int> Account(Actor who) => chapter.Get<Node.Storage.Database>().Write(
        t => t.Execute(
            "insert into account (id, address, name, name_sort, name_find, language, stay, joined_at, address_at) values (@Id, @address, 'Camille', @sort, 'camille', 'fr', @Id, @now, @now)",
            new { who.Id, address = $"{who.Id}@example.org", sort = Node.Localization.NameOrder.SortKey("Camille"), now = TimeProvider.System.GetUtcNow() }),
        Cancel);

    private static string ByLine(IHtmlDocument page) => page.QuerySelector("#comments .entries .above")!.TextContent;

    private static IEnumerable<string?> Forms(IHtmlDocument page) => page.QuerySelectorAll("input[name=_handler]").Select(i => i.GetAttribute("value"));
}
