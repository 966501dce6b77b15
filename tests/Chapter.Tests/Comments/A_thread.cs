using RecoveryCoP.Chapter.Comments;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Comments;

public sealed class A_thread
{
    internal static readonly Guid Thing = Samples.PracticeId;
    internal static readonly Guid First = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a6001");
    internal static readonly Actor Author = Samples.Someone(80);
    internal static readonly Actor Facilitator = Samples.Someone(82, "facilitator");
    internal static readonly CommentContent Thanks = new("Merci, on l’a essayé.", "fr", ShowsName: false);
    internal static readonly CommentThread Open = Do(new(), new WriteComment(Author, "practice", First, Thanks)).Value!;
    internal static readonly CommentThread Closed = Do(Open, new CloseThread(Samples.Executive, "practice")).Value!;
    internal static readonly CommentThread Hidden = Do(Open, new HideComment(Facilitator, First, "On y reconnaît quelqu’un.")).Value!;

    [Fact]
    public void takes_a_comment_once_however_often_the_form_is_sent()
    {
        Assert.Same(Open, Do(Open, new WriteComment(Author, "practice", First, Thanks)).Value);
        Assert.Equal("comment.exists", Code(Open, new WriteComment(Samples.Someone(81), "practice", First, Thanks)));
    }

    [Fact]
    public void is_about_one_kind_of_thing_whatever_else_has_the_same_id()
    {
        Assert.Equal("comment.unknown", Code(Open, new WriteComment(Author, "topic", Samples.Someone(9).Id, Thanks)));
        Assert.Equal("comment.unknown", Code(Open, new CloseThread(Samples.Executive, "topic")));
        Assert.True(Open.IsAbout("practice") && !Open.IsAbout("topic") && new CommentThread().IsAbout("topic"));
    }

    [Fact]
    public void has_an_end()
    {
        var full = Open with { Comments = [.. Enumerable.Range(1, CommentThread.MostComments).Select(n => Open.Comments[0] with { Id = Samples.Someone(n).Id })] };

        Assert.Equal("comment.too-many", Code(full, new WriteComment(Author, "practice", First, Thanks)));
    }

    [Fact]
    public void says_when_a_comment_was_edited()
    {
        var edited = Do(Open, new EditComment(Author, First, Thanks with { Text = "Merci!" }), Samples.Noon.AddHours(1)).Value!.Comments.Single();

        Assert.Equal(("Merci!", Samples.Noon.AddHours(1)), (edited.Content.Text, edited.EditedAt!.Value));
        Assert.Same(Open, Do(Open, new EditComment(Author, First, Thanks)).Value);
    }

    [Fact]
    public void keeps_nothing_of_what_its_author_erased()
    {
        var erased = Do(Closed, new EraseComment(Author, First)).Value!;

        Assert.Empty(erased.Comments);
        Assert.Same(erased, Do(erased, new EraseComment(Author, First)).Value);
    }

    [Fact]
    public void shows_a_hidden_comment_to_its_author_and_to_those_who_hide_until_it_is_shown_again()
    {
        var comment = Hidden.Comments.Single();

        Assert.True(comment.MayRead(Author) && comment.MayRead(Facilitator) && comment.MayRead(Samples.Executive) && !comment.MayRead(Samples.Someone(81)));
        Assert.Same(Hidden, Do(Hidden, new HideComment(Facilitator, First, "On y reconnaît quelqu’un.")).Value);
        Assert.Equal("comment.hidden", Code(Hidden, new HideComment(Facilitator, First, "Autre chose.")));
        Assert.NotNull(Do(Hidden, new EditComment(Author, First, Thanks with { Text = "Merci." })).Value!.Comments.Single().Hidden);
        Assert.Null(Do(Hidden, new ShowComment(Facilitator, First)).Value!.Comments.Single().Hidden);
    }

    [Fact]
    public void that_is_closed_takes_nothing_new_until_it_is_opened_again()
    {
        Assert.Equal("comment.closed", Code(Closed, new WriteComment(Author, "practice", Thing, Thanks)));
        Assert.Equal("comment.closed", Code(Closed, new EditComment(Author, First, Thanks with { Text = "Merci." })));
        Assert.True(Do(Do(Closed, new ReopenThread(Samples.Executive)).Value!, new WriteComment(Author, "practice", Thing, Thanks)).Succeeded);
    }

    [Fact]
    public void can_be_closed_before_anybody_writes() =>
        Assert.Equal("comment.closed", Code(Do(new(), new CloseThread(Samples.Executive, "practice")).Value!, new WriteComment(Author, "practice", First, Thanks)));

    [Fact]
    public void forgets_what_somebody_wrote_in_a_stay_that_is_over_and_not_what_they_wrote_since()
    {
        Assert.Empty(Do(Open, new ForgetComments(Actor.Node, Author.Id, Samples.Noon)).Value!.Comments);
        Assert.Same(Open, Do(Open, new ForgetComments(Actor.Node, Author.Id, Samples.Noon.AddHours(-1))).Value);
    }

    internal static Result<CommentThread> Do<TOperation>(CommentThread thread, TOperation operation, DateTimeOffset? at = null) where TOperation : IOperation<CommentThread> =>
        thread.Try(operation, Thing, at ?? Samples.Noon);

    private static string Code<TOperation>(CommentThread thread, TOperation operation) where TOperation : IOperation<CommentThread> => Do(thread, operation).Refusals.Single().Code;
}

/// <summary>Every operation with every role: the table is the whole of what is allowed.</summary>
public sealed class Who_may_do_what_with_a_comment
{
    private static readonly Dictionary<string, Actor> _people = new()
    {
        ["author"] = A_thread.Author,
        ["member"] = Samples.Someone(81),
        ["executive"] = Samples.Someone(11, "executive"),
        ["facilitator"] = Samples.Someone(12, "facilitator"),
        ["steward"] = Samples.Someone(13, "steward"),
        ["secretary"] = Samples.Someone(14, "secretary"),
        ["privacy-officer"] = Samples.Someone(15, "privacy-officer"),
        ["nobody"] = Samples.Nobody,
        ["node"] = Actor.Node,
    };

    private const string Members = "author, member, executive, facilitator, steward, secretary, privacy-officer";

    private static readonly Dictionary<string, (Func<Actor, Result<CommentThread>> Do, string Allowed)> _commands = new()
    {
        [nameof(CloseThread)] = (who => A_thread.Do(A_thread.Open, new CloseThread(who, "practice")), "executive"),
        [nameof(EditComment)] = (who => A_thread.Do(A_thread.Open, new EditComment(who, A_thread.First, A_thread.Thanks with { Text = "Merci." })), "author"),
        [nameof(EraseComment)] = (who => A_thread.Do(A_thread.Open, new EraseComment(who, A_thread.First)), "author"),
        [nameof(EraseMyComments)] = (who => A_thread.Do(A_thread.Open, new EraseMyComments(who)), Members),
        [nameof(ForgetComments)] = (who => A_thread.Do(A_thread.Open, new ForgetComments(who, A_thread.Author.Id, Samples.Noon)), "node"),
        [nameof(HideComment)] = (who => A_thread.Do(A_thread.Open, new HideComment(who, A_thread.First, "On y reconnaît quelqu’un.")), "executive, facilitator"),
        [nameof(ReopenThread)] = (who => A_thread.Do(A_thread.Closed, new ReopenThread(who)), "executive"),
        [nameof(ShowComment)] = (who => A_thread.Do(A_thread.Hidden, new ShowComment(who, A_thread.First)), "executive, facilitator"),
        [nameof(WriteComment)] = (who => A_thread.Do(A_thread.Open, new WriteComment(who, "practice", A_thread.Thing, A_thread.Thanks)), Members),
    };

    public static TheoryData<string, string> Everything => [.. from command in _commands.Keys from who in _people.Keys select (command, who)];

    [Theory]
    [MemberData(nameof(Everything))]
    public void is_as_written_in_the_table(string command, string who) =>
        Assert.Equal(_commands[command].Allowed.Split(", ").Contains(who), _commands[command].Do(_people[who]).Succeeded);

    [Fact]
    public void takes_nothing_of_anybody_elses_when_one_erases_all_of_ones_own() =>
        Assert.Same(A_thread.Open, A_thread.Do(A_thread.Open, new EraseMyComments(Samples.Executive)).Value);

    [Fact]
    public void leaves_no_operation_out() => Assert.Equal(Operations.On<CommentThread>().Select(o => o.Name), _commands.Keys);

    [Fact]
    public void lets_everybody_decide_for_themselves_alone_what_becomes_of_their_comments_and_only_the_node_forget_it()
    {
        Result<LeavingWish> Do<T>(T operation, LeavingWish? wish = null) where T : IOperation<LeavingWish> => (wish ?? new()).Try(operation, A_thread.Author.Id, Samples.Noon);

        var wish = Do(new ChooseErasure(A_thread.Author, true)).Value!;
        Assert.Equal(Samples.Noon, wish.EraseSince);
        Assert.Null(Do(new ChooseErasure(A_thread.Author, false), wish).Value!.EraseSince);
        Assert.All(_people.Where(p => p.Key != "author"), p => Assert.False(Do(new ChooseErasure(p.Value, true)).Succeeded));
        Assert.Equal(["node"], _people.Where(p => Do(new ForgetWish(p.Value, Samples.Noon), wish).Succeeded).Select(p => p.Key));
        Assert.Equal(["ChooseErasure", "ForgetWish"], Operations.On<LeavingWish>().Select(o => o.Name));
    }
}
