using RecoveryCoP.Chapter.Comments;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Comments;

public abstract class Comments_of_a_chapter(PostgresServer? server) : IAsyncLifetime
{
    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private CommentQueries Queries => _chapter.Get<CommentQueries>();

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(server);

    public async ValueTask DisposeAsync()
    {
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task never_leave_it_also_under_a_practice_that_the_network_has()
    {
        var (author, _) = await _chapter.AddMember();
        var practice = Guid.CreateVersion7(_chapter.Clock.GetUtcNow());
        var grain = _chapter.Get<IGrainFactory>().GetGrain<IPracticeGrain>(practice);
        Assert.Empty((await grain.Do(Samples.Write(author))).Refusals);
        Assert.Empty((await grain.Do(Samples.ShareHere(author))).Refusals);
        Assert.Empty((await grain.Do(Samples.Share(_chapter.Facilitator))).Refusals);
        await _chapter.Pass();
        var before = await Said();
        Assert.True(before.Count > 1);

        var comment = await Write(author, practice, "Mot très reconnaissable");
        await Do(practice, new EditComment(author, comment, new("Mot très reconnaissable, encore", "fr", true)));
        await Do(practice, new HideComment(_chapter.Facilitator, comment, "Raison très reconnaissable"));
        await _chapter.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal(before, await Said());
        Assert.DoesNotContain(before, entry => entry.Contains(Convert.ToHexString("reconnaissable"u8), StringComparison.Ordinal));
    }

    [Fact]
    public async Task are_listed_for_their_author_wherever_they_stand_with_why_one_is_hidden()
    {
        var (author, _) = await _chapter.AddMember();
        var (neighbour, _) = await _chapter.AddMember();
        var (one, other) = (Samples.Someone(1).Id, Samples.Someone(2).Id);
        var first = await Write(author, one, "Un");
        await Write(neighbour, one, "Deux");
        await Write(author, other, "Trois");
        await Do(one, new HideComment(_chapter.Facilitator, first, "On y reconnaît quelqu’un."));

        Assert.Equal([("Trois", null), ("Un", "On y reconnaît quelqu’un.")], (await Queries.Of(author.Id, 9, Cancel)).Select(c => (c.Text, c.HiddenBecause)));
        Assert.Equal([one, other], (await Queries.ThreadsOf(author.Id, Cancel)).Order());
        Assert.Equal(["Un", "Deux"], (await Queries.Find(one, Cancel)).Comments.Select(c => c.Content.Text));
    }

    [Fact]
    public async Task stay_when_their_author_leaves_and_said_nothing()
    {
        var (author, _) = await _chapter.AddMember();
        await Write(author, Samples.PracticeId, "Merci");

        await Leave(author);

        Assert.Single((await Queries.Find(Samples.PracticeId, Cancel)).Comments);
    }

    [Fact]
    public async Task go_with_their_author_who_wanted_it_and_the_wish_goes_too()
    {
        var (author, _) = await _chapter.AddMember();
        var (neighbour, _) = await _chapter.AddMember();
        await Write(author, Samples.PracticeId, "Merci");
        await Write(neighbour, Samples.PracticeId, "De rien");
        await Write(author, Samples.Someone(2).Id, "Encore");
        var wish = _chapter.Get<IGrainFactory>().GetGrain<ILeavingWishGrain>(author.Id);
        Assert.Empty((await wish.Do(new ChooseErasure(author, true))).Refusals);
        Assert.True(await Queries.WantsErasure(author.Id, Cancel));

        await Leave(author);

        Assert.Equal(["De rien"], (await Queries.Find(Samples.PracticeId, Cancel)).Comments.Select(c => c.Content.Text));
        Assert.Empty(await Queries.Of(author.Id, 9, Cancel));
        Assert.False(await Queries.WantsErasure(author.Id, Cancel));
        Assert.Equal(0, await _chapter.Get<Database>().Find<long>("select count(*) from grain_state where cast(state as text) like '%Encore%'", null, Cancel));
    }

    [Fact]
    public async Task of_an_earlier_stay_go_also_when_their_author_is_back_before_anybody_looked()
    {
        var (author, address) = await _chapter.AddMember();
        await Write(author, Samples.PracticeId, "Avant");
        Assert.Empty((await _chapter.Get<IGrainFactory>().GetGrain<ILeavingWishGrain>(author.Id).Do(new ChooseErasure(author, true))).Refusals);
        _chapter.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True((await _chapter.Get<People>().End(new(author, author.Id), Cancel)).Succeeded);
        _chapter.Clock.Advance(TimeSpan.FromHours(1));
        await _chapter.AddMember(address);
        _chapter.Clock.Advance(TimeSpan.FromHours(1));
        await Write(author, Samples.PracticeId, "Après");

        await _chapter.Pass();

        Assert.DoesNotContain((await Queries.Find(Samples.PracticeId, Cancel)).Comments, c => c.Content.Text == "Avant");
        Assert.Contains((await Queries.Find(Samples.PracticeId, Cancel)).Comments, c => c.Content.Text == "Après");
    }

    private async Task Leave(Actor who)
    {
        _chapter.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True((await _chapter.Get<People>().End(new(who, who.Id), Cancel)).Succeeded);
        await _chapter.Pass();
    }

    private async Task<Guid> Write(Actor who, Guid about, string text)
    {
        _chapter.Clock.Advance(TimeSpan.FromSeconds(1));
        var id = Guid.CreateVersion7(_chapter.Clock.GetUtcNow());
        await Do(about, new WriteComment(who, "practice", id, new(text, "fr", ShowsName: false)));
        return id;
    }

    private async Task Do<T>(Guid about, T operation) where T : IOperation<CommentThread> =>
        Assert.Empty((await _chapter.Get<IGrainFactory>().GetGrain<ICommentThreadGrain>(about).Do(operation)).Refusals);

    // Everything that a hub is given: the feed's entries and their contents.
    private async Task<IReadOnlyList<string>> Said() =>
    [
        .. (await _chapter.Get<Database>().Query<byte[]>("select signed from feed_entry order by position limit 1000", null, Cancel)).Select(Convert.ToHexString),
        .. (await _chapter.Get<Database>().Query<byte[]>("select bytes from item_content order by position limit 1000", null, Cancel)).Select(Convert.ToHexString),
    ];
}

public sealed class Comments_of_a_chapter_on_sqlite() : Comments_of_a_chapter(null);

public sealed class Comments_of_a_chapter_on_postgresql(PostgresServer server) : Comments_of_a_chapter(server);
